import { refuse } from '../domain/journal/refusal.ts'
import { invariant } from '../domain/kernel/defect.ts'
import type { Cents } from '../domain/kernel/money.ts'
import { foldWord } from '../domain/kernel/name.ts'
import { nearest } from '../domain/kernel/suggestion.ts'
import { addProduct, HIGHEST_PRICE_CENTS, type ProductContext } from '../domain/products/add.ts'
import { editProduct, type ProductEdit } from '../domain/products/edit.ts'
import {
  findProduct,
  isProductAlias,
  isProductCode,
  isProductKey,
  type SaleWords,
  takenSpellings,
  wordsOf,
} from '../domain/products/product-words.ts'
import { isReservedWord, singular } from '../domain/sales/sale-words.ts'
import { detailText } from '../formats/details.ts'
import { linesWithoutRate, type ProductRow, productsOf } from '../store/queries/product.ts'
import type { Db } from '../store/sql.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { liveCohort } from './live-cohort.ts'
import { printOne, printReport, readerOf } from './output.ts'
import {
  changeText,
  PRODUCT_COLUMNS,
  productJson,
  productLine,
  productRow,
  productWords,
} from './product-text.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, optional, textFrom, vatRateFrom } from './values.ts'
import { wordFrom } from './word-value.ts'

export const SALE_WORDS: SaleWords = {
  stem: (word) => singular(foldWord(word)),
  isReserved: (word) => isReservedWord(word),
}

const SHAPE = { vat: FLAGS.vat, key: FLAGS.key, kind: FLAGS.kind, alias: FLAGS.alias } as const

export const productAdd = command({
  arguments: '<name> <price>',
  options: { ...SHAPE, code: FLAGS.code },
  writes: true,
  run: async (session, { words, options }) => {
    const say = productWords(session)
    const typed = {
      name: textFrom(words[0] ?? '', '<name>'),
      priceCents: priceFrom(words[1] ?? '', '<price>'),
      code: optional(options.code, codeFrom),
      ...shapeFrom(session, { ...options, key: options.key || undefined }),
    }
    const added = session.record(({ db, append }) => {
      const context = contextOf(session, db)
      const { body } = append('product', addProduct(typed, context))
      return productCalled(productsOf(db, context.cohort), body.code)
    })
    await printOne(session, productJson(added), () => productLine(session, added))
    const { code, vatRatePerMille } = added
    if (vatRatePerMille === undefined) session.say(say.noRate)
    sayNext(session, vatRatePerMille === undefined ? say.next.rate(code) : say.next.sell(code))
  },
})

export const productList = command({
  options: {},
  lists: true,
  run: async (session) => {
    const products = productsOf(session.ledger().db, session.cohort().code)
    const rows = products.map(productRow)
    const report = { name: 'products', columns: PRODUCT_COLUMNS, rows }
    await printReport(session, report, { jsonRows: products.map(productJson) })
    if (rows.length > 0) return
    const { empty, next } = productWords(session)
    session.say(empty)
    sayNext(session, next.add)
  },
})

export const productShow = command({
  arguments: '<product>',
  options: {},
  run: (session, { words }) => {
    const found = productFor(session, words[0] ?? '')
    return printOne(session, productJson(found), () =>
      detailText(PRODUCT_COLUMNS, productRow(found), readerOf(session)),
    )
  },
})

export const productEdit = command({
  arguments: '<product>',
  options: { ...SHAPE, name: FLAGS.name, restore: FLAGS.restore },
  writes: true,
  run: (session, { words, options }) =>
    recordEdit(session, words[0] ?? '', {
      name: optional(options.name, (text) => textFrom(text, '--name')),
      ...shapeFrom(session, options),
      retired: options.restore ? false : undefined,
    }),
})

export const productPrice = command({
  arguments: '<product> <price>',
  options: {},
  writes: true,
  run: (session, { words }) =>
    recordEdit(session, words[0] ?? '', {
      priceCents: priceFrom(words[1] ?? '', '<price>'),
    }),
})

export const productRetire = command({
  arguments: '<product>',
  options: {},
  writes: true,
  run: (session, { words }) => recordEdit(session, words[0] ?? '', { retired: true }),
})

/** The one way to change a product: records the edit, shows each change, says what it means for what was sold. */
async function recordEdit(session: Session, typed: string, edit: ProductEdit): Promise<void> {
  const { before, after, changes, rated } = session.record(({ db, append }) => {
    const found = productFor(session, typed)
    const context = contextOf(session, db)
    const unrated = linesWithoutRate(db, context.cohort, found.code)
    const { body } = append('product-edit', editProduct(found, edit, context))
    const edited = productCalled(productsOf(db, context.cohort), found.code)
    return { before: found, after: edited, changes: body.changes, rated: unrated }
  })
  await printOne(session, productJson(after), () =>
    changes.map((change) => changeText(session, after.code, change)).join(''),
  )
  const say = productWords(session)
  for (const { field } of changes) {
    if (field === 'priceCents') session.say(say.keptPrice)
    if (field === 'vatRatePerMille' && rated > 0) session.say(say.ratedLines(rated))
    if (field === 'vatRatePerMille' && before.vatRatePerMille !== undefined)
      session.say(say.keptRate)
    if (field === 'retired' && after.retired) session.say(say.restore(after.code))
  }
}

/** Reads the options that `add` and `edit` share. */
function shapeFrom(
  session: Session,
  options: {
    readonly vat: string | undefined
    readonly key: string | undefined
    readonly kind: string | undefined
    readonly alias: readonly string[] | undefined
  },
) {
  return {
    vatRatePerMille: optional(options.vat, vatRateFrom),
    key: optional(options.key, keyFrom),
    kind: optional(options.kind, (typed) =>
      wordFrom(session, { typed, name: '--kind', group: 'kind' }),
    ),
    aliases: options.alias?.map(aliasFrom),
  }
}

function priceFrom(typed: string, name: string): Cents {
  const price = amountFrom(typed, name)
  return price <= HIGHEST_PRICE_CENTS
    ? price
    : misused({ code: 'bad-amount', typed, name, fault: 'too-large' })
}

function codeFrom(typed: string): string {
  const code = typed.toLowerCase()
  return isProductCode(code)
    ? code
    : misused({ code: 'bad-code', typed, name: '--code', example: 'cookie' })
}

/** An empty key takes the key away. */
function keyFrom(typed: string): string {
  const key = typed.normalize('NFC').toLowerCase()
  return key === '' || isProductKey(key)
    ? key
    : misused({ code: 'bad-code', typed, name: '--key', example: 'k' })
}

function aliasFrom(typed: string): string {
  const alias = textFrom(typed, '--alias', 32).toLowerCase()
  return isProductAlias(alias)
    ? alias
    : misused({ code: 'bad-code', typed, name: '--alias', example: 'brownies' })
}

/** What a decision about products reads; archived cohorts take nothing. */
export function contextOf(session: Session, db: Db): ProductContext {
  const { code } = liveCohort(session)
  const products = productsOf(db, code)
  const taken = takenSpellings(products, SALE_WORDS)
  return { cohort: code, count: products.length, taken, words: SALE_WORDS }
}

export function productFor(session: Session, typed: string): ProductRow {
  const products = productsOf(session.ledger().db, session.cohort().code)
  const found = findProduct(products, typed, SALE_WORDS)
  if (found) return found
  const candidates = products.flatMap((each) =>
    wordsOf(each).map(({ spelling }) => ({ spelling, answer: each.code })),
  )
  return refuse({ code: 'unknown-product', product: typed, near: nearest(typed, candidates) })
}

/** The product of a code that is there. */
function productCalled(products: readonly ProductRow[], code: string): ProductRow {
  const found = products.find((each) => each.code === code)
  invariant(found !== undefined, 'what was recorded is in the catalogue')
  return found
}
