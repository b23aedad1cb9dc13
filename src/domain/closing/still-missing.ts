import { type AttendanceDay, type Attendee, heldHalves } from '../attendance/half-day.ts'
import { missingHalfDays } from '../attendance/missing.ts'
import type { HalfDay } from '../attendance/weight.ts'
import type { Day } from '../kernel/day.ts'
import type { Unrated } from '../till/refusal.ts'
import type { TillDay } from './facts.ts'
import type { ClosingFinding } from './refusal.ts'

/** What is known of a cohort on one day, without reading its sales. */
export type Situation = {
  readonly today: Day
  /** Nothing is left to close. */
  readonly closed: boolean
  readonly days: readonly AttendanceDay[]
  readonly members: readonly (Attendee & { readonly contractSigned: Day | undefined })[]
  readonly marks: readonly (HalfDay & { readonly participant: string })[]
  /** Codes of the products on sale. */
  readonly products: readonly string[]
  readonly unrated: readonly Unrated[]
  /** Numbers of the costs without a voucher. */
  readonly withoutVoucher: readonly number[]
  /** Sessions of this till without a Z, of whatever cohort, the oldest first. */
  readonly openTills: readonly TillDay[]
  /** The last day that the till was open for the cohort. */
  readonly lastTillDay: Day | undefined
}

/**
 * What should be there by now and is not, the most pressing first; the same findings as before a close. The day that
 * is running is nobody's fault yet. After the close only attendance is still asked for, for the funder.
 */
export function stillMissing(situation: Situation): readonly ClosingFinding[] {
  const { closed, unrated, withoutVoucher } = situation
  const halfDays = halfDaysMissing(situation)
  if (closed) return halfDays
  return [
    ...tillsLeftOpen(situation),
    ...halfDays,
    ...(unrated.length === 0 ? [] : [{ code: 'vat-rate-missing', unrated } as const]),
    ...contractsMissing(situation),
    ...(withoutVoucher.length === 0
      ? []
      : [{ code: 'voucher-missing', costs: withoutVoucher } as const]),
  ]
}

function tillsLeftOpen({ openTills, today }: Situation): readonly ClosingFinding[] {
  const tills = openTills.filter((till) => till.day < today)
  return tills.length === 0 ? [] : [{ code: 'tills-not-sealed', tills }]
}

function halfDaysMissing({ days, members, marks, today }: Situation): readonly ClosingFinding[] {
  const past = days.filter((each) => each.day < today)
  const facts = { days: past, members, presences: marks }
  const missing = missingHalfDays(facts, { day: today, half: 'am' })
  const [first] = missing
  if (first === undefined) return []
  const { participant, day, half } = first
  return [{ code: 'half-days-missing', count: missing.length, participant, day, half }]
}

function contractsMissing({ members, today }: Situation): readonly ClosingFinding[] {
  const participants = members
    .filter((each) => each.contractSigned === undefined && (each.joinedOn ?? today) <= today)
    .map((each) => each.participant)
  return participants.length === 0 ? [] : [{ code: 'contract-not-signed', participants }]
}

/** What to type next: a step of the cohort's life, or what mends a finding. */
export type Step =
  | { readonly code: 'add-day' }
  | { readonly code: 'add-participant' }
  | { readonly code: 'mark-attendance' }
  | { readonly code: 'sell'; readonly product: string | undefined }
  | { readonly code: 'mend'; readonly finding: ClosingFinding }
  | { readonly code: 'check-close' }
  | { readonly code: 'add-product' }
  | { readonly code: 'open-till' }
  | { readonly code: 'see-shares' }

/** `undefined` when there is nothing to do today. */
export function nextStep(situation: Situation): Step | undefined {
  const { closed, days, members, openTills, products, today } = situation
  const [finding] = stillMissing(situation)
  const mend = finding && ({ code: 'mend', finding } as const)
  if (closed) return mend ?? { code: 'see-shares' }
  if (days.length === 0) return { code: 'add-day' }
  if (members.length === 0) return { code: 'add-participant' }
  if (finding?.code === 'tills-not-sealed') return mend
  if (isUnmarked(situation)) return { code: 'mark-attendance' }
  if (openTills.some((till) => till.day === today)) return { code: 'sell', product: products[0] }
  if (finding !== undefined && PRESSING.has(finding.code)) return mend
  if (isTimeToClose(situation)) return { code: 'check-close' }
  if (isDayToSell(situation)) return { code: 'open-till' }
  return mend ?? (products.length === 0 ? { code: 'add-product' } : undefined)
}

/** What keeps a close from being made; the rest may wait until the stall is open. */
const PRESSING: ReadonlySet<ClosingFinding['code']> = new Set([
  'half-days-missing',
  'vat-rate-missing',
])

/** Today is a day of the programme and nobody is marked yet. */
function isUnmarked({ days, marks, today }: Situation): boolean {
  const held = days.some((each) => each.day === today && heldHalves(each).length > 0)
  return held && !marks.some((mark) => mark.day === today)
}

/** From the last day but one on (practice: accounts on J6, review on J7), once the till was open. */
function isTimeToClose({ days, lastTillDay, today }: Situation): boolean {
  const last = days.at(-1)?.day ?? today
  if (today > last) return true
  const accounts = days.at(-2)?.day ?? last
  return today >= accounts && lastTillDay !== undefined
}

/** A day of the programme with something to sell, and no till yet. */
function isDayToSell({ products, lastTillDay, today, days }: Situation): boolean {
  const held = days.some((each) => each.day === today && !each.cancelled)
  return held && products.length > 0 && (lastTillDay === undefined || lastTillDay < today)
}
