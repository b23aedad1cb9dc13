import { refuse } from '../journal/refusal.ts'
import { compareText } from '../kernel/allocation.ts'
import type { Day } from '../kernel/day.ts'
import type { SocialRate } from '../kernel/rate.ts'
import type { RateTable } from './close-body.ts'
import { isSoundTable } from './pay.ts'

type Side = 'employer' | 'employee'

/** One line of a file of social rates. `rate` in 1/100 000, `base` (part of gross, employees only) in 1/10 000. */
export type RateRow = {
  readonly line: number
  readonly validFrom: Day
  readonly side: Side
  readonly name: string
  readonly rate: SocialRate
  readonly base: number | null
}

const WHOLE_GROSS = 10_000

/**
 * Rows in any order → one table a date, earliest first. Refuses `rate-twice` (the same contribution twice under one
 * date), `rates-incomplete` (a date without employer or without employee rates: half a file) and `rates-unsound`
 * (employee rates that take more than half the gross).
 */
export function rateTablesOf(rows: readonly RateRow[]): readonly RateTable[] {
  checkTwice(rows)
  const dates = [...new Set(rows.map((row) => row.validFrom))].toSorted(compareText)
  return dates.map((validFrom) => tableOf(validFrom, rows))
}

function checkTwice(rows: readonly RateRow[]): void {
  const seen = new Set<string>()
  for (const { line, validFrom, side, name } of rows) {
    const place = `${validFrom} ${side} ${name}`
    if (seen.has(place)) refuse({ code: 'rate-twice', line, validFrom, side, name })
    seen.add(place)
  }
}

function tableOf(validFrom: Day, rows: readonly RateRow[]): RateTable {
  const of = (side: Side): readonly RateRow[] =>
    rows.filter((row) => row.validFrom === validFrom && row.side === side)
  const employer = of('employer').map(({ name, rate }) => ({ name, rate }))
  const employee = of('employee').map(({ name, rate, base }) => ({
    name,
    rate,
    baseShare: base ?? WHOLE_GROSS,
  }))
  if (employer.length === 0) refuse({ code: 'rates-incomplete', validFrom, missing: 'employer' })
  if (employee.length === 0) refuse({ code: 'rates-incomplete', validFrom, missing: 'employee' })
  const table = { validFrom, employer, employee }
  if (!isSoundTable(table)) refuse({ code: 'rates-unsound', validFrom })
  return table
}

/** The tables of a file that say something new: another date, or other rates from the same date on. */
export function newTables(
  tables: readonly RateTable[],
  known: readonly RateTable[],
): readonly RateTable[] {
  return tables.filter((table) => {
    const same = known.find((each) => each.validFrom === table.validFrom)
    return same === undefined || !sameTable(same, table)
  })
}

/** Whether two tables hold the same contributions at the same rates, in whatever order. */
function sameTable(one: RateTable, other: RateTable): boolean {
  const lines = ({ employer, employee }: RateTable): string =>
    [
      ...employer.map(({ name, rate }) => `employer ${name} ${rate}`),
      ...employee.map(({ name, rate, baseShare }) => `employee ${name} ${rate} ${baseShare}`),
    ]
      .toSorted(compareText)
      .join('\n')
  return lines(one) === lines(other)
}

/** One contribution of one side; the same name may stand on both. */
export type Contribution = { readonly side: Side; readonly name: string }

/** What should be looked at twice when tables come in. */
export type RateNote =
  /** Overlap: a table of that date was there, with other figures; it gives way. */
  | {
      readonly is: 'replaced'
      readonly validFrom: Day
      readonly changed: readonly Contribution[]
    }
  /** Gap: contributions of the table before are missing from this one, and owed no more from its date on. */
  | {
      readonly is: 'lacking'
      readonly validFrom: Day
      readonly before: Day
      readonly missing: readonly Contribution[]
    }

/**
 * Overlaps and gaps of a host's tables once `fresh` ones have come in (choice: tables have a first day only, each is in
 * force until the next; so two of one date overlap, and what one no longer names is a gap).
 */
export function rateNotes(
  fresh: readonly RateTable[],
  known: readonly RateTable[],
): readonly RateNote[] {
  const replaced = fresh.flatMap((table) => {
    const old = known.find((each) => each.validFrom === table.validFrom)
    const changed = old === undefined ? [] : differences(old, table)
    const { validFrom } = table
    return changed.length === 0 ? [] : [{ is: 'replaced', validFrom, changed } as const]
  })
  const kept = known.filter((each) => fresh.every((table) => table.validFrom !== each.validFrom))
  const all = [...kept, ...fresh].toSorted((a, b) => compareText(a.validFrom, b.validFrom))
  const lacking = all.flatMap((table, index) => {
    const before = all[index - 1]
    if (before === undefined || !(fresh.includes(table) || fresh.includes(before))) return []
    const missing = contributionsOf(before).filter((each) => figureOf(table, each) === undefined)
    const { validFrom } = table
    const is = 'lacking' as const
    return missing.length === 0 ? [] : [{ is, validFrom, before: before.validFrom, missing }]
  })
  return [...replaced, ...lacking]
}

const contributionsOf = ({ employer, employee }: RateTable): readonly Contribution[] => [
  ...employer.map(({ name }) => ({ side: 'employer' as const, name })),
  ...employee.map(({ name }) => ({ side: 'employee' as const, name })),
]

/** Rate and base as one text. */
function figureOf(table: RateTable, { side, name }: Contribution): string | undefined {
  if (side === 'employer') {
    const found = table.employer.find((each) => each.name === name)
    return found && String(found.rate)
  }
  const found = table.employee.find((each) => each.name === name)
  return found && `${found.rate} ${found.baseShare}`
}

/** Contributions of either table whose figures are not the same in both. */
function differences(one: RateTable, other: RateTable): readonly Contribution[] {
  const named = new Map(
    [...contributionsOf(one), ...contributionsOf(other)].map((each) => [
      `${each.side} ${each.name}`,
      each,
    ]),
  )
  return [...named.values()].filter((each) => figureOf(one, each) !== figureOf(other, each))
}
