import type { Change, EventBodies, ProductKind, Scalar } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { invariant } from '../kernel/defect.ts'
import type { Cents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { VatRate } from '../kernel/rate.ts'
import { HIGHEST_PRICE_CENTS, type ProductContext, usefulAliases } from './add.ts'
import { type Called, checkWords } from './product-words.ts'

/** A product as it stands. */
export type Product = Called & {
  readonly retired: boolean
  readonly priceCents: Cents
  readonly vatRatePerMille: VatRate | undefined
  readonly kind: ProductKind
}

/** What is to be different; an absent field stays as it is. */
export type ProductEdit = {
  readonly name?: string | undefined
  readonly priceCents?: Cents | undefined
  readonly vatRatePerMille?: VatRate | undefined
  /** `''` takes the key away. */
  readonly key?: string | undefined
  readonly kind?: ProductKind | undefined
  /** In place of those that there are. */
  readonly aliases?: readonly string[] | undefined
  readonly retired?: boolean | undefined
}

/**
 * Changes a product; its code never changes, for sales name it. What was sold keeps its price, its label and its VAT
 * rate; only lines without a rate take the new one while their day is open. Refuses words that mean something else
 * already, and an edit that changes nothing.
 */
export function editProduct(
  product: Product,
  edit: ProductEdit,
  { cohort, taken, words }: ProductContext,
): EventBodies['product-edit'] {
  if (Object.values(edit).every((value) => value === undefined))
    refuse({ code: 'nothing-to-change' })
  const price = edit.priceCents ?? product.priceCents
  invariant(price >= 0 && price <= HIGHEST_PRICE_CENTS, 'a price is 0 to 10 000 euros')
  if (edit.retired === true && product.retired)
    refuse({ code: 'product-retired', product: product.code })
  if (edit.retired === false && !product.retired)
    refuse({ code: 'product-on-sale', product: product.code })
  const called = {
    code: product.code,
    name: edit.name ?? product.name,
    key: edit.key === undefined ? product.key : edit.key || undefined,
  }
  const wanted = edit.aliases ?? product.aliases
  const aliases = usefulAliases(wanted, called, words)
  checkWords({ ...called, aliases }, taken, words)
  const changes = [
    changeOf('name', product.name, called.name),
    changeOf('priceCents', product.priceCents, price),
    changeOf(
      'vatRatePerMille',
      product.vatRatePerMille,
      edit.vatRatePerMille ?? product.vatRatePerMille,
    ),
    changeOf('key', product.key, called.key),
    changeOf('kind', product.kind, edit.kind ?? product.kind),
    changeOf('aliases', joined(product.aliases), joined(aliases)),
    changeOf('retired', product.retired, edit.retired ?? product.retired),
  ].filter((change) => change !== undefined)
  if (changes.length === 0) refuse({ code: 'product-unchanged', product: product.code })
  return { cohort, code: product.code, changes }
}

const joined = (aliases: readonly string[]): string | undefined =>
  aliases.length === 0 ? undefined : aliases.join(' ')

function changeOf(
  field: string,
  from: Scalar | undefined,
  to: Scalar | undefined,
): Change | undefined {
  if (from === to) return undefined
  return {
    field,
    ...present({ from, to }),
  }
}
