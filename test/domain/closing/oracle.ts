import type { CloseInput, Member } from '../../../src/domain/closing/close.ts'
import type { RateTable } from '../../../src/domain/closing/close-body.ts'

/**
 * A second computation of the close, written from the rules with exact fractions of bigint. It
 * takes types from the product and not one function: what the two agree on was computed twice.
 */
export type Expected = {
  readonly vat: readonly (readonly [string, string, number, number, number, number])[]
  readonly statement: Readonly<Record<string, number>>
  readonly programme: number
  readonly total: number
  readonly reserve: number
  readonly deficit: number
  readonly carried: number
  readonly shares: readonly ExpectedShare[]
}
type ExpectedShare = {
  readonly participant: string
  readonly weight: number
  readonly cents: number
  readonly spare: boolean
  /** gross, employer, employee, net, remainder */
  readonly pay: readonly number[] | undefined
}

/** Half up, away from zero. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const rest = numerator % denominator
  const twice = rest < 0n ? -rest * 2n : rest * 2n
  if (twice < denominator) return quotient
  return numerator < 0n ? quotient - 1n : quotient + 1n
}

const sum = (values: Iterable<bigint>): bigint => [...values].reduce((a, b) => a + b, 0n)

function vatRows(input: CloseInput): Expected['vat'] {
  const totals: { key: [string, string, number, number]; ttc: bigint }[] = []
  for (const { day, till, z, ratePerMille, ttcCents } of input.takings) {
    const same = totals.find(
      ({ key }) => key[0] === day && key[1] === till && key[2] === z && key[3] === ratePerMille,
    )
    if (same) same.ttc += BigInt(ttcCents)
    else totals.push({ key: [day, till, z, ratePerMille], ttc: BigInt(ttcCents) })
  }
  const position = ([day, till, z, rate]: [string, string, number, number]) =>
    `${day} ${till} ${String(z).padStart(9, '0')} ${String(rate).padStart(9, '0')}`
  totals.sort((a, b) => (position(a.key) < position(b.key) ? -1 : 1))
  return totals.map(({ key: [day, till, , rate], ttc }) => {
    const r = input.terms.vatRegime === 'franchise' ? 0n : BigInt(rate)
    const vat = nearest(ttc * r, 1000n + r)
    return [day, till, rate, Number(ttc), Number(vat), Number(ttc - vat)] as const
  })
}

const ABOVE_GROSS_MARGIN = ['ingredients', 'goods', 'supplies', 'subcontracting']

function statementOf(input: CloseInput, vat: Expected['vat']): Readonly<Record<string, bigint>> {
  const { terms } = input
  const column = (index: 3 | 4 | 5) => sum(vat.map((row) => BigInt(row[index])))
  const weighs = (cost: CloseInput['costs'][number]) =>
    BigInt(cost.amountCents) - (terms.vatRegime === 'normal' ? BigInt(cost.vatCents) : 0n)
  const activity = input.costs.filter((cost) => cost.chargedTo === 'activity')
  const chosen = (belongs: (category: string) => boolean) =>
    sum(activity.filter((cost) => belongs(cost.category)).map(weighs))
  const purchases = chosen((category) => ABOVE_GROSS_MARGIN.includes(category))
  const packaging = chosen((category) => category === 'packaging')
  const other = sum(activity.map(weighs)) - purchases - packaging
  const revenue = column(5)
  const margin = revenue - purchases - packaging
  let contribution = 0n
  const base = terms.contributionBase === 'revenue' ? revenue : margin
  if (terms.contributionBase !== 'none' && base >= 0n) {
    contribution = nearest(base * BigInt(terms.contributionRateBp), 10_000n)
    const floor = BigInt(terms.contributionFloorCents ?? 0)
    if (contribution < floor) contribution = floor
    const cap = terms.contributionCapCents
    if (cap !== undefined && contribution > BigInt(cap)) contribution = BigInt(cap)
  }
  const fixed = BigInt(terms.insurancePerParticipantCents) * BigInt(input.members.length)
  const positive = revenue > 0n ? revenue : 0n
  const insurance =
    terms.insurancePerParticipantCents === 0
      ? nearest(positive * BigInt(terms.insuranceRateBp), 10_000n)
      : fixed
  const till = BigInt(input.tillDifferenceCents)
  const tips = BigInt(input.donationsCents)
  return {
    salesTtcCents: column(3),
    vatCollectedCents: column(4),
    revenueHtCents: revenue,
    purchasesHtCents: purchases,
    packagingHtCents: packaging,
    grossMarginCents: margin,
    otherChargesHtCents: other,
    tillDifferenceCents: till,
    donationsCents: tips,
    contributionCents: contribution,
    insuranceCents: insurance,
    resultCents: margin - other + till + tips - contribution - insurance,
  }
}

function weightOf(member: Member, input: CloseInput): bigint {
  const { choice, closedIn } = input
  if (!member.payable) return 0n
  if (choice.rule === 'equal') return 1n
  if (choice.rule === 'weights') return BigInt(choice.weights.get(member.participant) ?? 0)
  let weight = 0n
  for (const each of input.presences) {
    if (each.participant !== member.participant || each.plannedMinutes === 0) continue
    if (member.joinedOn !== undefined && each.day < member.joinedOn) continue
    if (member.leftOn !== undefined && each.day > member.leftOn) continue
    if (each.day > closedIn.day) continue
    if (each.day === closedIn.day && each.half === 'pm' && closedIn.half === 'am') continue
    const there = ['P', 'R', 'D'].includes(each.status)
    if (!there && !(each.status === 'AJ' && choice.excusedCount)) continue
    if (choice.rule === 'half-days') weight += 1n
    else {
      const missed = each.status === 'R' || each.status === 'D' ? each.minutesMissed : 0
      if (missed < each.plannedMinutes) weight += BigInt(each.plannedMinutes - missed)
    }
  }
  return weight
}

/** gross = max { g : g + Σ round(g·e) ≤ B }, by walking down from above every possible answer. */
function payOf(budget: bigint, table: RateTable): readonly number[] {
  const whole = 100_000n
  const employer = (g: bigint) =>
    sum(table.employer.map(({ rate }) => nearest(g * BigInt(rate), whole)))
  const rates = sum(table.employer.map(({ rate }) => BigInt(rate)))
  const slack = BigInt(table.employer.length)
  let gross = ((budget + slack) * whole) / (whole + rates) + 1n
  while (gross + employer(gross) > budget) gross -= 1n
  const employee = sum(
    table.employee.map(({ rate, baseShare }) =>
      nearest(gross * BigInt(rate) * BigInt(baseShare), whole * 10_000n),
    ),
  )
  const charges = employer(gross)
  return [gross, charges, employee, gross - employee, budget - gross - charges].map(Number)
}

/** What the close must say, or the reason why it is refused. */
export function expectedClose(input: CloseInput): Expected | string {
  const vat = vatRows(input)
  const statement = statementOf(input, vat)
  // What the period before left to make good comes off first.
  const carried = BigInt(input.carriedDeficitCents ?? 0)
  const result = (statement.resultCents ?? 0n) - carried
  const profit = result > 0n ? result : 0n
  const kept = input.reserve
  const reserve =
    kept.kind === 'amount'
      ? BigInt(kept.amountCents)
      : kept.kind === 'percent'
        ? nearest(profit * BigInt(kept.rate), 10_000n)
        : 0n
  if (reserve > profit) return 'reserve-above-result'
  const total = profit - reserve
  const people = input.members
    .map((member) => ({ code: member.participant, weight: weightOf(member, input) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const all = sum(people.map(({ weight }) => weight))
  if (total > 0n && !input.members.some((member) => member.payable)) return 'nobody-payable'
  if (total > 0n && all === 0n) return 'weights-all-zero'
  const shares = people.map(({ code, weight }) => ({
    code,
    weight,
    cents: total > 0n ? (total * weight) / all : 0n,
    rest: total > 0n ? (total * weight) % all : 0n,
    spare: false,
  }))
  let left = total - sum(shares.map((share) => share.cents))
  for (; left > 0n; left -= 1n) {
    const waiting = shares.filter((share) => !share.spare)
    const first = waiting.reduce((best, next) => {
      if (next.rest !== best.rest) return next.rest > best.rest ? next : best
      return next.weight > best.weight ? next : best
    })
    first.spare = true
    first.cents += 1n
  }
  const programme = input.costs.filter((cost) => cost.chargedTo === 'programme')
  return {
    vat,
    statement: Object.fromEntries(
      Object.entries(statement).map(([name, value]) => [name, Number(value)]),
    ),
    programme: programme.reduce(
      (whole, cost) =>
        whole + cost.amountCents - (input.terms.vatRegime === 'normal' ? cost.vatCents : 0),
      0,
    ),
    total: Number(total),
    reserve: Number(reserve),
    deficit: result < 0n ? Number(-result) : 0,
    carried: Number(carried),
    shares: shares.map((share) => ({
      participant: share.code,
      weight: Number(share.weight),
      cents: Number(share.cents),
      spare: share.spare,
      pay: input.rates && payOf(share.cents, input.rates),
    })),
  }
}
