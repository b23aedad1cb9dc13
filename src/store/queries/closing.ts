import type { Member, MemberPresence } from '../../domain/closing/close.ts'
import type { CloseFacts, MemberFacts } from '../../domain/closing/facts.ts'
import type { Period, Span } from '../../domain/closing/period.ts'
import type { AttendanceStatus } from '../../domain/journal/event.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { cents } from '../../domain/kernel/money.ts'
import {
  all,
  type Db,
  first,
  flagOf,
  integerOf,
  optionalInteger,
  optionalText,
  type Row,
  textOf,
} from '../sql.ts'
import { chartOf } from './chart.ts'
import { type CohortRow, daysOf } from './cohort.ts'
import { costFacts } from './cost.ts'
import { rateTables } from './rates.ts'
import { settingOf } from './setting.ts'
import { takingsFacts } from './takings.ts'

const optionalDay = (row: Row | undefined, column: string): Day | undefined => {
  const text = row === undefined ? undefined : optionalText(row, column)
  return text === undefined ? undefined : day(text)
}

const CLOSED = `SELECT count(*) AS closes, max(until_day) AS until,
    coalesce((SELECT body ->> '$.amendment.after.distribution.deficitCents' FROM correction
        WHERE cohort = :cohort AND period = (SELECT max(period) FROM closing WHERE cohort = :cohort)
        ORDER BY number DESC LIMIT 1),
      (SELECT body ->> '$.distribution.deficitCents' FROM closing WHERE cohort = :cohort
        ORDER BY period DESC LIMIT 1)) AS deficit
  FROM closing WHERE cohort = :cohort`

/** First or last day after `after` of a cohort's till sessions, recaps and costs: three reads of an index. */
const edge = (side: 'min' | 'max'): string => `SELECT ${side}(day) AS day FROM (
    SELECT ${side}(day) AS day FROM till_session WHERE cohort = :cohort AND day > :after
    UNION ALL SELECT ${side}(day) FROM sale
      WHERE cohort = :cohort AND day > :after AND session IS NULL AND voided_by IS NULL
    UNION ALL SELECT ${side}(day) FROM cost
      WHERE cohort = :cohort AND day > :after AND voided_by IS NULL AND corrects IS NULL)`

/** What there is to close in a cohort, and how far it is closed. */
export function spanOf(db: Db, { code: cohort, status }: CohortRow): Span {
  const closed = first(db, CLOSED, { cohort }) ?? {}
  const closedUntil = optionalDay(closed, 'until')
  const after = closedUntil ?? ''
  const earliest = optionalDay(first(db, edge('min'), { cohort, after }), 'day')
  const latest = optionalDay(first(db, edge('max'), { cohort, after }), 'day')
  return {
    cohort,
    archived: status === 'archived',
    closed: status === 'closed',
    closes: integerOf(closed, 'closes'),
    closedUntil,
    deficitCents: cents(optionalInteger(closed, 'deficit') ?? 0),
    programme: daysOf(db, cohort)
      .filter((each) => !each.cancelled)
      .map((each) => each.day),
    recorded: earliest && latest && { first: earliest, last: latest },
  }
}

/** Everything that a close of the period looks at. Reads by indexes: the cohort's own rows, sales summed by SQL. */
export function closeFacts(db: Db, cohort: string, period: Period): CloseFacts {
  const { from, until } = period
  const { terms } = settingOf(db)
  const chart = chartOf(db)
  return {
    cohort,
    period,
    terms,
    chart,
    rateTables: rateTables(db),
    ...takingsFacts(db, cohort, { period, regime: terms.vatRegime }),
    costs: costFacts(db, cohort, period),
    withoutVoucher: costsWithoutVoucher(db, cohort, period),
    members: membersOf(db, cohort, period),
    days: daysOf(db, cohort).filter((each) => each.day >= from && each.day <= until),
    presences: presencesOf(db, cohort, period),
    later: laterThan(db, cohort, until),
  }
}

const costsWithoutVoucher = (db: Db, cohort: string, { from, until }: Period): readonly number[] =>
  all(
    db,
    `SELECT number FROM cost WHERE cohort = ? AND day BETWEEN ? AND ? AND voucher IS NULL
       AND voided_by IS NULL AND corrects IS NULL ORDER BY number`,
    [cohort, from, until],
  ).map((row) => integerOf(row, 'number'))

/** Who was part of the cohort in the period; in its first period also who had joined and left before it began. */
function membersOf(db: Db, cohort: string, period: Period): readonly MemberFacts[] {
  return all(
    db,
    `SELECT code, payable, payable_reason, contract_signed, joined_on, left_on FROM participant
     WHERE cohort = ? ORDER BY code`,
    [cohort],
  )
    .map((row) => ({
      participant: textOf(row, 'code'),
      payable: flagOf(row, 'payable'),
      payableReason: optionalText(row, 'payable_reason'),
      contractSigned: optionalDay(row, 'contract_signed'),
      joinedOn: optionalDay(row, 'joined_on'),
      leftOn: optionalDay(row, 'left_on'),
    }))
    .filter((member) => isPartOf(member, period))
}

const isPartOf = ({ joinedOn, leftOn }: Member, { number, from, until }: Period): boolean =>
  (joinedOn === undefined || joinedOn <= until) &&
  (number === 1 || leftOn === undefined || leftOn >= from)

const STATUSES: readonly AttendanceStatus[] = ['P', 'R', 'D', 'AJ', 'AI', 'NC', 'X']

function statusOf(row: Row): AttendanceStatus {
  const text = textOf(row, 'status')
  const status = STATUSES.find((each) => each === text)
  if (status === undefined) throw new Defect(`${text} is no attendance status`)
  return status
}

function presencesOf(db: Db, cohort: string, { from, until }: Period): readonly MemberPresence[] {
  return all(
    db,
    `SELECT attendance.day AS day, half, participant, status, minutes,
       CASE WHEN cancelled THEN 0 WHEN half = 'am' THEN am_minutes ELSE pm_minutes END AS planned
     FROM attendance JOIN cohort_day ON cohort_day.cohort = attendance.cohort
       AND cohort_day.day = attendance.day
     WHERE attendance.cohort = ? AND attendance.day BETWEEN ? AND ?
     ORDER BY attendance.day, half, participant`,
    [cohort, from, until],
  ).map((row) => ({
    participant: textOf(row, 'participant'),
    day: day(textOf(row, 'day')),
    half: textOf(row, 'half') === 'am' ? 'am' : 'pm',
    status: statusOf(row),
    plannedMinutes: integerOf(row, 'planned'),
    minutesMissed: optionalInteger(row, 'minutes') ?? 0,
  }))
}

const LATER = `SELECT
    (SELECT min(day) FROM (
      SELECT min(day) AS day FROM till_session WHERE cohort = :cohort AND day > :until
      UNION ALL SELECT min(day) FROM sale
        WHERE cohort = :cohort AND day > :until AND session IS NULL AND voided_by IS NULL)) AS sales,
    (SELECT min(day) FROM cost WHERE cohort = :cohort AND day > :until AND voided_by IS NULL
      AND corrects IS NULL) AS costs`

function laterThan(db: Db, cohort: string, until: Day): CloseFacts['later'] {
  const row = first(db, LATER, { cohort, until })
  return { sales: optionalDay(row, 'sales'), costs: optionalDay(row, 'costs') }
}
