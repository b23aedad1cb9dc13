import type { Day } from '../../domain/kernel/day.ts'
import type { Cents } from '../../domain/kernel/money.ts'
import type { MoneyWriter, Translated } from '../said.ts'
import { counted, weekdayText } from './day-text.ts'

type Ends = {
  readonly days: number
  readonly start: Day | undefined
  readonly end: Day | undefined
}

const programme = ({ days, start, end }: Ends): string =>
  start === undefined || end === undefined
    ? 'no day yet'
    : start === end
      ? `one day, ${weekdayText(start)}`
      : `${counted(days, 'day')}, from ${weekdayText(start)} to ${weekdayText(end)}`

type PeriodSaid = {
  readonly number: number
  readonly from: Day
  readonly until: Day
  readonly closedOn: Day
  readonly resultCents: Cents
  readonly deficitCents: Cents
  readonly amendments: number
}

type Changed = { readonly what: string; readonly from: string; readonly to: string }

export const cohort = {
  created: (code: string, name: string, ends: Ends) =>
    `cohort ${code} created: ${name}, ${programme(ends)}\n`,
  changed: (code: string, { what, from, to }: Changed) => `${code}  ${what}: ${from} → ${to}`,
  empty: '(none)',
  period: (
    { number, from, until, closedOn, resultCents, deficitCents, amendments }: PeriodSaid,
    money: MoneyWriter,
  ) =>
    `period ${number}: ${from} to ${until}, closed on ${closedOn}, result ${money(resultCents)}${
      deficitCents > 0 ? `, deficit ${money(deficitCents)}` : ''
    }${amendments === 0 ? '' : ` (after ${counted(amendments, 'amendment')})`}\n`,
  used: (code: string) => `cohort ${code} is now the one that commands are about\n`,
  archived: (code: string) => `cohort ${code} is archived: nothing more is written to it\n`,
  restored: (code: string) => `cohort ${code} is back from the archive\n`,
  usedAlready: (code: string) => `cohort ${code} is in use already\n`,
  none: 'no cohort yet\n',
  next: {
    create: 'flashcoop cohort create CODE --name "…" --template flash7 --start 2026-06-09',
    addDay: 'flashcoop day add DATE',
    addParticipant: 'flashcoop participant add "First name"',
    use: (code: string) => `flashcoop cohort use ${code}`,
    show: (code: string) => `flashcoop cohort show ${code}`,
    status: 'flashcoop status',
  },
}
export type CohortWords = Translated<typeof cohort>
