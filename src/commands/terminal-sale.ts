import type { ImportedGoods } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { dayOf } from '../domain/kernel/instant.ts'
import { type Cents, cents, ZERO } from '../domain/kernel/money.ts'
import type { VatRate } from '../domain/kernel/rate.ts'
import { type ImportedLine, type ImportedSum, importedSale } from '../domain/sales/imported-sale.ts'
import type { TerminalFile, TerminalRow } from '../formats/terminal-spec.ts'
import type { goodsFinder } from './imported-goods.ts'
import type { TerminalPayment } from './terminal-groups.ts'

/** What is said once for all that the file leaves open. */
export type SoldHow = {
  readonly file: TerminalFile
  readonly goodsOf: ReturnType<typeof goodsFinder>
  /** By what the terminal calls it, else what the catalogue calls nearly so. */
  readonly productOf: (label: string) => ImportedGoods | { readonly near: readonly string[] }
  /** The code of `--as`. */
  readonly soldAs: string | undefined
  readonly vat: VatRate | undefined
  /** What a payment is called that sold nobody knows what. */
  readonly label: string
}

/** A payment of the terminal becomes a ticket under the transaction's name. */
export function terminalSale(payment: TerminalPayment, how: SoldHow): ImportedSum {
  const { at, transaction, tipCents } = payment
  const lines = payment.rows.map((row, index) => lineOf(row, how, index === 0 ? tipCents : ZERO))
  return importedSale({ happenedAt: at, seller: undefined, reference: transaction, lines })
}

/** A price that is no whole number of cents is rounded up; what the line came to is what was paid. */
function lineOf(row: TerminalRow, how: SoldHow, tipCents: Cents): ImportedLine {
  const { quantity, totalCents: paidCents } = row
  const totalCents = how.file.itemised ? paidCents : cents(paidCents - tipCents)
  return {
    sold: soldIn(row, how),
    quantity,
    unitPriceCents: cents(Math.ceil(totalCents / quantity)),
    totalCents,
    tipCents,
    payments: [{ method: 'card', amountCents: null }],
  }
}

/**
 * A product by what the terminal calls it, at the catalogue's rate of VAT: rates are rarely set up on a terminal, and
 * 0 % there mostly means nobody did (choice). Without a product the rate has to be said.
 */
function soldIn({ label, vatRate, transaction }: TerminalRow, how: SoldHow): ImportedGoods {
  const { goodsOf, productOf, soldAs, vat } = how
  const known = label === null ? undefined : productOf(label)
  if (known !== undefined && !('near' in known)) return known
  if (soldAs !== undefined) return goodsOf({ product: soldAs, label: null, vatRate: null })
  if (label !== null) refuse({ code: 'terminal-product', label, near: known?.near ?? [] })
  const rate = vat ?? (vatRate === 0 ? null : vatRate)
  if (rate === null) return refuse({ code: 'terminal-rate-unsaid', reference: transaction })
  return goodsOf({ product: null, label: how.label, vatRate: rate })
}

/** The day of the market on which it was paid. */
export const dayOfPayment = ({ at }: Pick<TerminalPayment, 'at'>) => dayOf(at)
