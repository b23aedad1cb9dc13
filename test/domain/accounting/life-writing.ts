import type { MoneyEvent } from '../../../src/domain/accounting/books.ts'
import type { Chart } from '../../../src/domain/accounting/chart.ts'
import { amend, type FrozenTerms } from '../../../src/domain/closing/amendment.ts'
import type { CloseInput } from '../../../src/domain/closing/close.ts'
import type { Standing } from '../../../src/domain/closing/correction.ts'
import type { Decided, EventBodies, JournalEvent } from '../../../src/domain/journal/event.ts'
import { addDays, day } from '../../../src/domain/kernel/day.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { vatRate, vatWithin } from '../../../src/domain/kernel/rate.ts'
import { fits, frozen } from '../closing/found.ts'
import { type METHODS, PERIOD_DAYS, type Step, type StepOf } from './life-steps.ts'

/** The events that the steps of an invented life leave in a cohort's journal. */

const COHORT = 'FC-1'
const FIRST = day('2026-06-01')
/** Days from a phase to what settles it when all is closed. */
const LATE = 40

export type Closing = {
  readonly cohort: CloseInput
  readonly chart: Chart
  readonly early: boolean
  readonly fixed: boolean
}
/** What is written so far, and what a later step may speak of. */
export type Writing = {
  readonly events: MoneyEvent[]
  readonly costs: EventBodies['cost'][]
  /** Numbers of costs that may be paid, also after their period is closed. */
  readonly owed: number[]
  readonly recaps: { readonly stall: string; readonly number: number }[]
  /** Moves that may be taken back, with the till's number of the event; and those taken back. */
  readonly moves: { readonly of: number; readonly taken: Decided }[]
  readonly gone: { readonly of: number; readonly taken: Decided }[]
  readonly closed: { readonly terms: FrozenTerms; readonly input: CloseInput; standing: Standing }[]
  number: number
}
type Again = StepOf<'void-cost' | 'void-recap' | 'reversal' | 'redo'>
type Move = Exclude<Step, Again | StepOf<'cost' | 'z' | 'recap' | 'correction'>>
type Where = { readonly phase: number; readonly late: boolean }

const phaseDay = (phase: number, on: number) => addDays(FIRST, phase * PERIOD_DAYS + on)
const pick = <T>(from: readonly T[], which: number): T | undefined => from[which % from.length]

function write(to: Writing, decided: Decided, { late }: Where, stall = 'A'): number {
  const seq = to.events.length + 1
  // The clock of a till never matters to what is moved: a minute for each event.
  const minute = `${String(Math.floor(seq / 60)).padStart(2, '0')}:${String(seq % 60).padStart(2, '0')}`
  const at = instant(`2026-08-01T${minute}:00+02:00`)
  const cum = { salesCents: 0, voidsCents: 0 }
  const event = { v: 1, stall, seq, at, actor: 'ANIM01', ...decided, cum } as JournalEvent
  to.events.push({ event, late })
  return seq
}

/** Random parts of a sum, the last means paying what is left. */
function paid(total: number, parts: readonly (readonly [(typeof METHODS)[number], number])[]) {
  const left = parts.reduce((rest, [, part]) => rest - part, total)
  return [...parts, ['cash', left] as const].map(([of, part]) => ({
    method: of,
    amountCents: cents(part),
    tenderedCents: cents(part),
  }))
}

export function live(to: Writing, each: Step, where: Where): void {
  switch (each.step) {
    case 'cost':
      return where.late ? undefined : addCost(to, each, where)
    case 'z':
      return where.late ? undefined : addZ(to, each, where)
    case 'recap':
      return where.late ? undefined : addRecap(to, each, where)
    case 'correction':
      return correct(to, each, where)
    case 'void-cost':
    case 'void-recap':
    case 'reversal':
    case 'redo':
      return takeBack(to, each, where)
    default:
      return moveMoney(to, each, where)
  }
}

function addCost(to: Writing, each: StepOf<'cost'>, where: Where) {
  const { category, paidBy, chargedTo, supplier } = each
  to.number += 1
  const body = {
    cohort: COHORT,
    number: to.number,
    day: phaseDay(where.phase, each.on),
    label: 'invented',
    category,
    paidBy,
    chargedTo,
    ...(supplier === undefined ? {} : { supplier }),
    amounts: each.amounts.map(([typed, perMille]) => {
      const vatRatePerMille = vatRate(perMille)
      const amountCents = cents(typed)
      return { amountCents, vatRatePerMille, vatCents: vatWithin(amountCents, vatRatePerMille).vat }
    }),
  }
  to.costs.push(body)
  to.owed.push(to.number)
  write(to, { kind: 'cost', body }, where)
}

function addZ(to: Writing, each: StepOf<'z'>, where: Where) {
  const kinds = each.kinds.map(([perMille, of, ttc]) => ({
    ratePerMille: perMille,
    kind: of,
    ttcCents: ttc,
  }))
  const total = kinds.reduce((sum, { ttcCents }) => sum + ttcCents, each.tips)
  const body = {
    cohort: COHORT,
    session: 1,
    number: to.events.length,
    day: phaseDay(where.phase, each.on),
    kinds,
    tipsCents: each.tips,
    methods: paid(total, each.split),
    differenceCents: each.difference,
  }
  write(to, { kind: 'till-z', body } as unknown as Decided, where, each.stall)
}

function addRecap(to: Writing, each: StepOf<'recap'>, where: Where) {
  to.number += 1
  const lines = each.lines.map(({ rate: perMille, product, kind: of, amount: total }) => ({
    label: 'invented',
    ...(product === undefined ? {} : { product }),
    ...(perMille === null ? {} : { vatRatePerMille: perMille }),
    quantity: 1,
    unitPriceCents: total,
    totalCents: total,
    kind: of,
  }))
  const totalCents = lines.reduce((sum, line) => sum + line.totalCents, 0)
  const body = {
    cohort: COHORT,
    number: to.number,
    day: phaseDay(where.phase, each.on),
    lines,
    payments: paid(totalCents + each.tip, each.split),
    tipCents: each.tip,
    totalCents,
    ...(each.inTill ? { session: 1 } : { recap: true }),
  }
  to.recaps.push({ stall: each.stall, number: to.number })
  write(to, { kind: 'sale', body } as unknown as Decided, where, each.stall)
}

function takeBack(to: Writing, each: Again, where: Where) {
  const remove = <T>(from: T[]): T | undefined => from.splice(each.which % (from.length || 1), 1)[0]
  if (each.step === 'reversal' || each.step === 'redo') {
    const undo = each.step === 'reversal'
    if (!undo && to.gone.length === 0) takeBack(to, { ...each, step: 'reversal' }, where)
    const found = remove(undo ? to.moves : to.gone)
    if (found === undefined) return
    const of = write(to, { kind: each.step, body: found }, where)
    if (undo) to.gone.push({ ...found, of })
    else to.moves.push({ ...found, of })
    return
  }
  if (where.late) return
  const reason = 'invented'
  if (each.step === 'void-cost') {
    const found = remove(to.costs)
    if (found === undefined) return
    write(to, { kind: 'cost-void', body: { cohort: COHORT, number: found.number, reason } }, where)
    return
  }
  const found = remove(to.recaps)
  if (found === undefined) return
  const body = { cohort: COHORT, number: found.number, reason, voidedCents: cents(0) }
  write(to, { kind: 'sale-void', body }, where, found.stall)
}

function moveMoney(to: Writing, each: Move, where: Where) {
  const decided = moveOf(to, each, where)
  if (decided === undefined) return
  const of = write(to, decided, where)
  to.moves.push({ of, taken: decided })
}

function moveOf(to: Writing, each: Move, { phase, late }: Where): Decided | undefined {
  const amountCents = cents(each.amount)
  // Also on a day of a period that is closed already: the bank tells late.
  const on = addDays(phaseDay(phase, each.on), late ? LATE : -(each.which % PERIOD_DAYS))
  const head = { cohort: COHORT, number: to.events.length, day: on }
  switch (each.step) {
    case 'withdrawal':
      return { kind: 'bank-withdrawal', body: { ...head, amountCents } }
    case 'cash':
    case 'cheque':
      return {
        kind: 'deposit',
        body: { ...head, method: each.step, amountCents, feeCents: cents(0) },
      }
    case 'card':
      return {
        kind: 'deposit',
        body: { ...head, method: 'card', amountCents, feeCents: cents(each.fee) },
      }
    case 'cost-payment': {
      const found = pick(to.owed, each.which)
      if (found === undefined) return undefined
      return { kind: 'cost-payment', body: { ...head, cost: found, amountCents } }
    }
    case 'cost-refund':
      return { kind: 'cost-refund', body: { ...head, who: each.who, amountCents } }
    case 'payout': {
      if (to.closed.length === 0) return undefined
      const payments = ['P01', each.who].map((participant) => ({ participant, amountCents }))
      return { kind: 'payout', body: { ...head, period: to.closed.length, payments } }
    }
    default:
      return undefined
  }
}

function correct(to: Writing, { found, on }: StepOf<'correction'>, where: Where) {
  const period = 1 + (on % Math.max(1, to.closed.length))
  const close = to.closed[period - 1]
  if (close === undefined || !fits(found, close.input)) return
  to.number += 1
  const fact = 'cost' in found.fact ? { ...found.fact, cost: to.number } : found.fact
  const at = phaseDay(where.phase, on)
  const amendment = amend(close.terms, close.standing, { fact, place: { day: at, till: 'A' } })
  close.standing = amendment.after
  if (fact.kind === 'cost') to.owed.push(fact.cost)
  const body = {
    cohort: COHORT,
    period,
    number: to.number,
    day: at,
    software: '0',
    fact,
    amendment,
  }
  write(to, { kind: 'correction', body }, where)
}

export function close(to: Writing, phase: number, closing: Closing): void {
  const terms = frozen(closing.cohort)
  if (terms === undefined) return
  to.closed.push({ terms, input: closing.cohort, standing: terms })
  const until = phaseDay(phase, PERIOD_DAYS - 1)
  const body = {
    ...terms,
    cohort: COHORT,
    period: to.closed.length,
    until,
    closedAt: instant(`${addDays(until, closing.early ? -1 : 1)}T20:00:00+02:00`),
    chart: closing.chart,
    ...(closing.fixed ? { fixed: [{ product: 'bread', ratePerMille: vatRate(100) }] } : {}),
  }
  write(to, { kind: 'close', body } as unknown as Decided, { phase, late: false })
  to.costs.length = 0
  to.recaps.length = 0
  to.moves.length = 0
  to.gone.length = 0
}
