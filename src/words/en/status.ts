import type { Step } from '../../domain/closing/still-missing.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { counted, weekdayText } from './day-text.ts'

type Programme = {
  readonly label: string
  readonly day: Day
  readonly held: boolean
  readonly days: number
}

export type StatusWords = {
  readonly on: (today: Day) => string
  readonly noCohort: string
  readonly cohorts: (codes: readonly string[]) => string
  readonly noDay: string
  readonly isToday: (day: Programme) => string
  readonly isNext: (day: Programme) => string
  readonly isOver: (day: Programme) => string
  readonly closedUntil: (until: Day, periods: number) => string
  readonly people: (participants: number) => string
  readonly till: (till: {
    readonly till: string
    readonly day: Day
    readonly today: Day
    readonly cohort: string | undefined
    readonly tickets: number
    readonly takings: string
  }) => string
  /** What is counted and not sold yet. */
  readonly stock: (goods: string) => string
  readonly missing: string
  readonly nothingMissing: string
  readonly nothingToDo: string
  readonly steps: { readonly [C in Exclude<Step['code'], 'mend' | 'sell'>]: string }
  readonly sell: (product: string) => string
  readonly createCohort: string
  readonly useCohort: (code: string) => string
}

export const status: StatusWords = {
  on: (today) => weekdayText(today),
  noCohort: 'no cohort yet',
  cohorts: (codes) => `several cohorts: ${codes.join(', ')}`,
  noDay: 'no day planned yet',
  isToday: ({ label, held, days }) =>
    `${label} of ${counted(days, 'day')}${held ? '' : ', called off'}`,
  isNext: ({ label, day, days }) =>
    `next: ${label} of ${counted(days, 'day')}, ${weekdayText(day)}`,
  isOver: ({ label, day }) => `the programme is over since ${label}, ${weekdayText(day)}`,
  closedUntil: (until, periods) =>
    `${periods > 1 ? `${counted(periods, 'period')} ` : ''}closed until ${weekdayText(until)}`,
  people: (participants) => counted(participants, 'participant'),
  till: ({ till, day, today, cohort, tickets, takings }) =>
    `till ${till} open${day === today ? '' : ` since ${weekdayText(day)}`}${
      cohort === undefined ? '' : ` for cohort ${cohort}`
    }: ${counted(tickets, 'sale')}, ${takings}`,
  stock: (goods) => `still to sell: ${goods}`,
  missing: 'missing:',
  nothingMissing: 'nothing is missing',
  nothingToDo: 'nothing to do until then',
  steps: {
    'add-day': 'flashcoop day add DATE',
    'add-participant': 'flashcoop participant add "First name"',
    'mark-attendance': 'flashcoop attendance mark today --all',
    'check-close': 'flashcoop close --check',
    'add-product': 'flashcoop product add "Cookie" 2.50 --vat 5.5',
    'open-till': 'flashcoop till open --float 80',
    'see-shares': 'flashcoop report distribution',
  },
  sell: (product) => `flashcoop sell 2 ${product} cash`,
  createCohort: 'flashcoop cohort create CODE --name "…" --template flash7 --start 2026-06-09',
  useCohort: (code) => `flashcoop cohort use ${code}`,
}
