import type { Basket } from '../../src/domain/sales/basket.ts'
import { isLineFault, type LineFault } from '../../src/domain/sales/line-fault.ts'
import { METHOD_WORDS } from '../../src/domain/sales/sale-words.ts'
import { saleLineText } from '../../src/language/lexer.ts'
import type { Vocabulary, VocabularyProduct } from '../../src/language/lexicon.ts'
import { readSaleLine } from '../../src/language/sale-line.ts'

export function product(
  code: string,
  name = code,
  more: Partial<VocabularyProduct> = {},
): VocabularyProduct {
  return { code, name, aliases: [], key: undefined, retired: false, ...more }
}

/** An invented stall: what is sold, in several scripts. */
export const STALL: Vocabulary = {
  products: [
    product('cookie', 'Cookie', { key: 'k' }),
    product('brownie', 'Brownie', { key: 'b', aliases: ['brun'] }),
    product('browkie', 'Browkie'),
    product('cafe', 'Café', { aliases: ['expresso', 'petit noir'] }),
    product('sac-a-vrac', 'Sac à vrac', { key: 'a' }),
    product('carte-postale', 'Carte postale'),
    product('jus', "Jus d'orange"),
    product('limonade', 'Limonade', { key: 'l' }),
    product('xylo', 'Xylophone en chocolat'),
    product('the', 'Thé', { retired: true }),
    product('naan', 'نان'),
    product('shirini', 'شیرینی‌خامه‌ای'),
    product('himbasha', 'ሕምባሻ'),
  ],
  participants: ['P01', 'P02', 'P03', 'ANIM01'],
  methods: METHOD_WORDS,
  quantityLimit: 50,
}

export function stallWith(...products: readonly VocabularyProduct[]): Vocabulary {
  return { ...STALL, products }
}

export function read(line: string, vocabulary: Vocabulary = STALL): Basket | LineFault {
  return readSaleLine(line.split(' '), vocabulary)
}

/**
 * A basket in short: `2 cookie@120 free | discount 10% total 500 tip 100 by P03 | cash 1000 card`.
 */
export function brief(basket: Basket | LineFault): string {
  if (isLineFault(basket)) return `fault ${basket.code}`
  const items = basket.items.map(({ quantity, product: code, priceCents, free }) =>
    [
      `${quantity} ${code}`,
      priceCents === undefined ? '' : `@${priceCents}`,
      free ? ' free' : '',
    ].join(''),
  )
  const { discount, assertedTotal, tip, seller } = basket
  const modifiers = [
    discount?.kind === 'percent' ? `discount ${discount.basisPoints}bp` : '',
    discount?.kind === 'amount' ? `discount ${discount.amountCents}` : '',
    assertedTotal ? `total ${assertedTotal.amountCents}` : '',
    tip ? `tip ${tip.amountCents}` : '',
    seller ? `by ${seller.participant}` : '',
  ].filter((part) => part !== '')
  const payments = basket.payments.map(
    ({ method, amountCents }) => method + (amountCents === undefined ? '' : ` ${amountCents}`),
  )
  return [items.join(' + '), modifiers.join(' '), payments.join(' ')]
    .filter((part) => part !== '')
    .join(' | ')
}

/** A fault in short: its code, then the words its span covers. */
export function faultIn(line: string, vocabulary: Vocabulary = STALL): readonly [string, string] {
  const basket = read(line, vocabulary)
  if (!isLineFault(basket)) return ['none', brief(basket)]
  const { start, end } = basket.span ?? { start: 0, end: 0 }
  return [basket.code, saleLineText(line.split(' ')).slice(start, end)]
}
