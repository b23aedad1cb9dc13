import type { CloseChoices } from '../domain/closing/close-choices.ts'
import type { ClosingContext } from '../domain/closing/obstacle.ts'
import { periodOf, type Span } from '../domain/closing/period.ts'
import type { Day } from '../domain/kernel/day.ts'
import { closeFacts, spanOf } from '../store/queries/closing.ts'
import { cohortNamed } from '../store/queries/cohort.ts'
import type { Db } from '../store/sql.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom, optional } from './values.ts'

/** What a close is judged by, and whether a period of the cohort follows it. */
export type PeriodContext = ClosingContext & { readonly last: boolean }

/** Reads the period that a close made now would be about; `until` as typed. Call it inside one transaction. */
export function readPeriod(
  session: Session,
  db: Db,
  { until, choices }: { readonly until: string | undefined; readonly choices: CloseChoices },
): PeriodContext {
  const { code } = session.cohort()
  const span = spanOf(db, cohortNamed(db, code))
  const typed = optional(until, (text) => dateFrom(text, '--until'))
  if (typed !== undefined && typed > latestSense(span, session.today()))
    misused({ code: 'future-date', typed, name: '--until' })
  const facts = closeFacts(db, span.cohort, periodOf(span, typed))
  const { sales, costs } = facts.later
  const over = (span.programme.at(-1) ?? facts.period.until) <= facts.period.until
  const last = over && sales === undefined && costs === undefined
  return { facts, choices, moment: session.when(), last }
}

/** Closing beyond both today and the programme would shut days that are still to be lived. */
function latestSense({ programme, recorded }: Span, today: Day): Day {
  return [programme.at(-1), recorded?.last].reduce<Day>(
    (latest, day) => (day !== undefined && day > latest ? day : latest),
    today,
  )
}
