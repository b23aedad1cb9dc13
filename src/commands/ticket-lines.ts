import { type Cents, cents } from '../domain/kernel/money.ts'
import { isVatRate, vatRate, vatWithin } from '../domain/kernel/rate.ts'
import { term } from '../formats/terminal-text.ts'
import { ticketLines as en } from '../words/en/ticket-lines.ts'
import { ticketLines as fr } from '../words/fr/ticket-lines.ts'
import { rateText } from '../words/rate-text.ts'
import { inLanguage } from '../words/said.ts'
import type { Session } from './session.ts'

type Line = {
  readonly label: string
  readonly quantity: number
  readonly unitPriceCents: number
  readonly totalCents: number
  readonly vatRatePerMille: number | null
}

/**
 * A line's total without VAT, for reading alone (law: a ticket says it): the VAT that is due is extracted from a day's
 * total. `null` while nobody has said the rate; a host under `franchise` collects none.
 */
function withoutVat(session: Session, { totalCents, vatRatePerMille: rate }: Line): Cents | null {
  if (session.settings().terms.vatRegime === 'franchise') return cents(totalCents)
  if (rate === null || !isVatRate(rate)) return null
  return vatWithin(cents(totalCents), vatRate(rate)).net
}

/** The same lines, each with its total without VAT. */
export const linesWithoutVat = <L extends Line>(
  session: Session,
  lines: readonly L[],
): readonly (L & { readonly htCents: Cents | null })[] =>
  lines.map((line) => ({ ...line, htCents: withoutVat(session, line) }))

/** A line each: quantity, label, unit price, total with and without VAT, rate. */
export function ticketLinesText(session: Session, lines: readonly Line[]): string {
  const text = inLanguage(session.language(), { en, fr })
  return lines
    .map((line) => {
      const amounts = {
        price: session.money(cents(line.unitPriceCents)),
        ttc: session.money(cents(line.totalCents)),
      }
      const ht = withoutVat(session, line)
      const rate = rateText(vatRate(line.vatRatePerMille ?? 0), 1, session.settings().language)
      const tail = ht === null ? text.noRate : text.ht(session.money(ht), rate)
      return `${text.line(line.quantity, term(line.label), amounts)}${tail}\n`
    })
    .join('')
}
