import { type Day, day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, roundHalfUp, sumCents } from '../kernel/money.ts'
import { socialRate } from '../kernel/rate.ts'
import type { Pay, RateTable } from './close-body.ts'

/** Social rates are counted in 1/100 000, the part of gross that bears them in 1/10 000. */
const WHOLE_RATE = 100_000n
const WHOLE_BASE = 10_000n

/**
 * The default rates, in force from 2026-01-01 (law: CAPE contract, general scheme, no complementary pension; the
 * work-accident rate is an example that each host replaces). CSG and CRDS are owed on 98.25 % of gross.
 */
export const DEFAULT_RATES: RateTable = {
  validFrom: day('2026-01-01'),
  employer: [
    { name: 'sickness', rate: 13_000 },
    { name: 'autonomy', rate: 300 },
    { name: 'pension-capped', rate: 8_550 },
    { name: 'pension-uncapped', rate: 2_110 },
    { name: 'family', rate: 5_250 },
    { name: 'work-accident', rate: 1_500 },
    { name: 'housing', rate: 100 },
    { name: 'unemployment', rate: 4_000 },
  ],
  employee: [
    { name: 'pension-capped', rate: 6_900, baseShare: 10_000 },
    { name: 'pension-uncapped', rate: 400, baseShare: 10_000 },
    { name: 'csg-deductible', rate: 6_800, baseShare: 9_825 },
    { name: 'csg-crds-not-deductible', rate: 2_900, baseShare: 9_825 },
  ],
}

/**
 * Whether a table can be computed with: every rate and base from 0 to 100 %, and employee contributions of at most
 * half the gross in all, so that the net stays ≥ 0 whatever the roundings (half up at most doubles a part).
 */
export function isSoundTable({ employer, employee }: RateTable): boolean {
  const isPart = (value: number, whole: bigint): boolean =>
    Number.isSafeInteger(value) && value >= 0 && value <= whole
  const parts = employee.map(({ rate, baseShare }) => rate * baseShare)
  return (
    [...employer, ...employee].every(({ rate }) => isPart(rate, WHOLE_RATE)) &&
    employee.every(({ baseShare }) => isPart(baseShare, WHOLE_BASE)) &&
    2n * BigInt(parts.reduce((sum, part) => sum + part, 0)) <= WHOLE_RATE * WHOLE_BASE
  )
}

/**
 * The table in force on a day: the one with the latest `validFrom` not after it, of two equals the one that stands
 * later in the list; `undefined` before the first.
 */
export function ratesInForce(tables: readonly RateTable[], on: Day): RateTable | undefined {
  return tables
    .filter((table) => table.validFrom <= on)
    .reduce<RateTable | undefined>(
      (latest, table) => (latest && latest.validFrom > table.validFrom ? latest : table),
      undefined,
    )
}

/**
 * What a share becomes as pay (law: CAPE): an estimate, for the host makes the payslip. `budget` ≥ 0 is what the
 * pay may cost in all; gross is the largest whose loaded cost fits, the remainder what is left of the budget. Each
 * contribution is rounded half up on its own.
 */
export function estimatePay(budget: Cents, table: RateTable): Pay {
  invariant(isSoundTable(table), 'the rates stand between their bounds')
  const grossCents = largestGross(budget, table)
  const employerCents = employerOn(grossCents, table)
  const employeeCents = employeeOn(grossCents, table)
  const remainderCents = cents(budget - grossCents - employerCents)
  const netCents = cents(grossCents - employeeCents)
  invariant(remainderCents >= 0, 'the pay does not cost more than its budget')
  invariant(netCents >= 0, 'employee contributions are at most the gross')
  return { grossCents, employerCents, employeeCents, netCents, remainderCents }
}

/** Bisection, for the cost never falls when the gross rises: `low` always fits, `high` never does. */
function largestGross(budget: Cents, table: RateTable): Cents {
  invariant(budget >= 0, 'a pay budget is not negative')
  let low = 0
  let high = budget + 1
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (middle + employerOn(cents(middle), table) <= budget) low = middle
    else high = middle
  }
  return cents(low)
}

const employerOn = (gross: Cents, table: RateTable): Cents =>
  sumCents(contributionsOf(gross, table).employer.map((each) => each.amountCents))

const employeeOn = (gross: Cents, table: RateTable): Cents =>
  sumCents(contributionsOf(gross, table).employee.map((each) => each.amountCents))

/** What one contribution takes of a gross, rounded half up on its own; `rate` in 1/100 000. */
export type ContributionPart = {
  readonly name: string
  readonly rate: number
  readonly amountCents: Cents
}

/** Every contribution on a gross, the employer's and the employee's, in the table's order. */
export function contributionsOf(
  gross: Cents,
  { employer, employee }: RateTable,
): {
  readonly employer: readonly ContributionPart[]
  readonly employee: readonly ContributionPart[]
} {
  return {
    employer: employer.map(({ name, rate }) => ({
      name,
      rate,
      amountCents: partOf(gross, rate, WHOLE_BASE),
    })),
    employee: employee.map(({ name, rate, baseShare }) => ({
      name,
      rate,
      amountCents: partOf(gross, rate, BigInt(baseShare)),
    })),
  }
}

function partOf(gross: Cents, rate: number, baseShare: bigint): Cents {
  return roundHalfUp(BigInt(gross) * BigInt(socialRate(rate)) * baseShare, WHOLE_RATE * WHOLE_BASE)
}
