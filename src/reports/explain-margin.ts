import { type Cents, cents } from '../domain/kernel/money.ts'
import { type Explanation, explained, minus, plus } from './explanation.ts'
import { type GoodsFacts, marginParts } from './stock.ts'

/** A product's margin: what it took, its VAT, its part of purchases and packaging; undefined where it is not known. */
export function explainMargin(
  { product, label }: { readonly product: string; readonly label: string },
  facts: GoodsFacts,
  materialsCents: Cents,
): Explanation | undefined {
  const { goods, made, margins } = marginParts(facts, materialsCents)
  const index = made.findIndex((each) => each.product === product)
  const [own, part, sold] = [made[index], margins[index], goods[index]?.revenue]
  if (own?.htCents === undefined || part?.marginCents === undefined) return undefined
  const takings = sold?.ttcCents ?? 0
  return explained({
    figure: `margin:${product}`,
    title: { kind: 'part', part: 'margin', of: label },
    amount: part.marginCents,
    terms: [
      plus({ kind: 'part', part: 'ttc' }, takings, `product:${product}`),
      minus({ kind: 'figure', figure: 'vat_collected' }, cents(takings - own.htCents)),
      minus({ kind: 'part', part: 'materials' }, part.materialsCents ?? 0),
    ],
    formulas: [
      {
        code: 'pieces',
        materialsCents,
        made: own.produced,
        pieces: made.reduce((sum, each) => sum + each.produced, 0),
      },
    ],
  })
}
