import type { ImportedGoods } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { present } from '../domain/kernel/present.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import type { CatalogueProduct } from '../domain/sales/pricing.ts'
import type { SaleRow } from '../formats/sales-spec.ts'
import { lexSaleLine } from '../language/lexer.ts'
import { type Lexicon, lexiconOf } from '../language/lexicon.ts'
import { productAt } from '../language/sale-item.ts'
import type { SaleContext } from './sale-recording.ts'

type SoldCells = Pick<SaleRow, 'product' | 'label' | 'vatRate'>

/** What a row sold, at the VAT rate of the file where it gives one. Each is made once. */
export function goodsFinder(context: SaleContext): (row: SoldCells) => ImportedGoods {
  const productNamed = productFinder(context)
  const seen = new Map<string, ImportedGoods>()
  return (row) => {
    const { product, label, vatRate } = row
    const plain = vatRate === null ? product : null
    const cells = plain ?? JSON.stringify([product, label, vatRate])
    const known = seen.get(cells)
    if (known !== undefined) return known
    const made = goodsOf(row, product === null ? undefined : productNamed(product))
    seen.set(cells, made)
    return made
  }
}

function goodsOf(
  { label, vatRate }: SoldCells,
  product: CatalogueProduct | undefined,
): ImportedGoods {
  const ratePerMille = vatRate ?? product?.vatRatePerMille
  const rate = present({ vatRatePerMille: ratePerMille })
  if (product === undefined) {
    // No product's code begins with a @.
    return { name: `@${vatRate ?? ''} ${label ?? ''}`, label: label ?? '', kind: 'goods', ...rate }
  }
  const { code, label: called, kind } = product
  const name = ratePerMille === product.vatRatePerMille ? code : `${code}@${ratePerMille ?? ''}`
  return { name, product: code, label: called, kind, ...rate }
}

/** Products by what the file calls them: code, alias, key or name. Each spelling is looked up once. */
function productFinder({
  catalogue,
  vocabulary,
}: SaleContext): (typed: string) => CatalogueProduct {
  const lexicon = lexiconOf(vocabulary)
  const seen = new Map<string, CatalogueProduct>()
  return (typed) => {
    const known = seen.get(typed)
    if (known !== undefined) return known
    const found = catalogue.byCode.get(codeNamed(lexicon, typed) ?? '')
    if (found === undefined) {
      const near = suggest(
        typed,
        catalogue.products.map((product) => product.code),
      )
      return refuse({ code: 'unknown-product', product: typed, near })
    }
    seen.set(typed, found)
    return found
  }
}

/** A retired product may still be told of: the file is about the past. */
function codeNamed(lexicon: Lexicon, typed: string): string | undefined {
  const tokens = lexSaleLine([typed])
  const match = productAt(lexicon, tokens)
  return match === undefined || match.length !== tokens.length || match.kind === 'ambiguous'
    ? undefined
    : match.product
}
