import type { Earnings } from '../domain/closing/close.ts'
import type { Share } from '../domain/closing/close-body.ts'
import type { CloseView } from '../domain/closing/decide-close.ts'
import type { Day } from '../domain/kernel/day.ts'

/** Whose figures, and of which days, both counted. */
export type PeriodFigures = Earnings & {
  readonly cohort: string
  readonly from: Day
  readonly until: Day
}

/** The answer of `report result --json`: what was earned, without how it is shared. */
export function resultAnswer({ cohort, from, until, incomeStatement, vat }: PeriodFigures) {
  return { cohort, period: { from, until }, incomeStatement, vat }
}

export type CloseStatus = 'preview' | 'closed'

/** The answer of `close --json`, keys in that order. `head` is 64 hex digits. */
export function closeAnswer(view: CloseView, status: CloseStatus, head: string) {
  const { cohort, period, incomeStatement, vat } = resultAnswer(view)
  const { rule, distribution } = view
  const { totalCents, reserveCents, deficitCents, carriedDeficitCents, shares } = distribution
  return {
    cohort,
    period,
    status,
    incomeStatement,
    vat,
    distribution: {
      rule,
      totalCents,
      reserveCents,
      deficitCents,
      carriedDeficitCents,
      shares: shares.map(shareAnswer),
    },
    head,
  }
}

/** Without the pay estimate its fields are absent. */
function shareAnswer({ participant, weight, shareCents, pay, payable }: Share) {
  return { participant, weight, shareCents, ...pay, payable }
}
