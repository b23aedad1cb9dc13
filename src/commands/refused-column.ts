import type { Refusal } from '../domain/journal/refusal.ts'
import type { ColumnKey } from '../reports/column.ts'

/** Which cell of a row a rule refuses; the first of them that the file's kind has. Other refusals are about the row. */
const REFUSED_COLUMNS: { readonly [C in Refusal['code']]?: readonly ColumnKey[] } = {
  'unknown-product': ['product'],
  'unknown-participant': ['seller', 'paidBy', 'participant'],
  'unknown-day': ['date'],
  'period-closed': ['date'],
  'sale-in-future': ['date'],
  'day-to-come': ['date'],
  'day-cancelled': ['date'],
  'day-sealed': ['date'],
  'till-other-cohort': ['date'],
  'till-left-open': ['date'],
  'till-not-open': ['date'],
  'has-left': ['date'],
  'not-yet-joined': ['date'],
  'half-not-held': ['half'],
  'already-marked': ['status'],
  'status-derived': ['status'],
  'too-many-minutes': ['minutes'],
  'minutes-without-lateness': ['minutes'],
  'time-missing': ['time'],
  'line-above-price': ['total'],
  'payments-differ': ['method'],
  'method-missing': ['method'],
  'ticket-apart': ['ticket'],
  'ticket-mixed': ['ticket'],
  'ticket-differs': ['ticket'],
  'participant-exists': ['code'],
  'participant-differs': ['code'],
  'payable-reason-needed': ['payableReason'],
  'payable-with-reason': ['payableReason'],
  'left-before-joined': ['left'],
}

export function refusedColumn(
  { code }: Refusal,
  columns: readonly ColumnKey[],
): ColumnKey | undefined {
  return REFUSED_COLUMNS[code]?.find((each) => columns.includes(each))
}
