import type { BookContext, MoneyEvent } from '../../../src/domain/accounting/books.ts'
import type { AccountKey } from '../../../src/domain/accounting/chart.ts'
import type { ShareDifference } from '../../../src/domain/closing/correction.ts'
import type { EventBodies, EventOf, JournalEvent } from '../../../src/domain/journal/event.ts'
import { type Held, heldBy } from './held-oracle.ts'
import { type Sold, soldAt } from './sales-oracle.ts'

/**
 * A second posting, written from the rules: what each event moves, summed by journal, day, account, section and
 * person. It takes types from the product and not one function: what the two agree on was computed twice.
 */
export type Moves = ReadonlyMap<string, number>

type Close = EventOf<'close'>
type Cost = EventBodies['cost']
type Sale = EventBodies['sale']
type Page = {
  readonly held: Held
  readonly cohort: string
  readonly write: (where: string, line: Line) => void
}
type Line = {
  readonly key: AccountKey
  readonly cents: number
  readonly who?: string | undefined
  /** In the host's section. */
  readonly host?: boolean
}

const HOLDS = { cash: 'till', card: 'cards_to_cash', cheque: 'cheques_to_cash' } as const
const holderOf = (method: 'cash' | 'card' | 'cheque' | 'transfer'): AccountKey =>
  method === 'transfer' ? 'transfers_to_come' : HOLDS[method]

function costMoves(page: Page, cost: Cost | undefined, isPerson: (code: string) => boolean): void {
  if (cost === undefined) throw new Error('no such cost')
  const { paidBy, supplier, category, day } = cost
  const host = cost.chargedTo === 'programme'
  const [journal, key, who] =
    paidBy === 'till'
      ? (['CA', 'till', undefined] as const)
      : paidBy === 'cae'
        ? (['AC', 'suppliers', supplier?.split(':')[0]] as const)
        : (['NF', isPerson(paidBy) ? 'participant_advances' : 'staff_advances', paidBy] as const)
  for (const { amountCents, vatCents } of cost.amounts) {
    const back = page.held.franchise ? 0 : vatCents
    const charge = { key: `cost_${category}` as AccountKey, cents: amountCents - back, host }
    page.write(`${journal} ${day}`, charge)
    page.write(`${journal} ${day}`, { key: 'vat_deductible', cents: back, host })
    page.write(`${journal} ${day}`, { key, cents: 0 - amountCents, who, host })
  }
}

/** Contribution or insurance, from the cohort to its host. */
function toHost(page: Page, where: string, cents: number): void {
  page.write(where, { key: 'contribution_charge', cents })
  page.write(where, { key: 'contribution_income', cents: 0 - cents, host: true })
  if (page.held.chart.contributionStyle === 'two_line') return
  page.write(where, { key: 'internal_transfers', cents: 0 - cents })
  page.write(where, { key: 'internal_transfers', cents, host: true })
}

function payMoves(page: Page, day: string, shares: readonly ShareDifference[]): void {
  for (const { participant, shareCents, pay } of shares) {
    const where = `PA ${day}`
    const due = pay ? pay.grossCents - pay.employeeCents : shareCents
    page.write(where, { key: 'pay_due', cents: 0 - due, who: participant })
    page.write(where, { key: 'pay', cents: pay?.grossCents ?? shareCents })
    if (pay === undefined) continue
    const social = pay.employeeCents + pay.employerCents
    page.write(where, { key: 'employer_contributions', cents: pay.employerCents })
    page.write(where, { key: 'social_bodies', cents: 0 - social, who: 'URSSAF' })
  }
}

function salesMoves(page: Page, day: string, [goods, services, vat]: readonly number[]): void {
  page.write(`VE ${day}`, { key: 'sales_goods', cents: 0 - (goods ?? 0) })
  page.write(`VE ${day}`, { key: 'sales_services', cents: 0 - (services ?? 0) })
  page.write(`VE ${day}`, { key: 'vat_collected', cents: 0 - (vat ?? 0) })
}

function zMoves(page: Page, z: EventBodies['till-z']): void {
  const where = `VE ${z.day}`
  for (const { method, amountCents } of z.methods)
    page.write(where, { key: holderOf(method), cents: amountCents })
  page.write(where, { key: 'donations', cents: 0 - z.tipsCents })
  const sold = z.kinds.map(({ ratePerMille, kind, ttcCents }) => ({
    rate: ratePerMille,
    kind,
    cents: ttcCents,
  }))
  salesMoves(page, z.day, soldAt(sold, page.held.franchise))
  const key = z.differenceCents < 0 ? 'till_loss' : 'till_gain'
  page.write(`CA ${z.day}`, { key, cents: 0 - z.differenceCents })
  page.write(`CA ${z.day}`, { key: 'till', cents: z.differenceCents })
}

/** What a recap adds to that day's total of its till, the other recaps being there already. */
function recapMoves(page: Page, sale: Sale, others: readonly Sale[]): void {
  for (const { method, amountCents } of sale.payments)
    page.write(`VE ${sale.day}`, { key: holderOf(method), cents: amountCents })
  page.write(`VE ${sale.day}`, { key: 'donations', cents: 0 - sale.tipCents })
  const soldOf = (each: Sale): readonly Sold[] =>
    each.lines.map(({ vatRatePerMille, product, kind, totalCents }) => ({
      rate: vatRatePerMille ?? (product === undefined ? 0 : page.held.rateOf(product)),
      kind,
      cents: totalCents,
    }))
  const { franchise } = page.held
  const before = soldAt(others.flatMap(soldOf), franchise)
  const after = soldAt([...others, sale].flatMap(soldOf), franchise)
  const added = after.map((each, index) => each - (before[index] ?? 0))
  salesMoves(page, sale.day, added)
}

function depositMoves(page: Page, { method, day, amountCents, feeCents }: EventBodies['deposit']) {
  const [from, to] = [`CA ${day}`, `BQ ${day}`]
  if (method === 'cash') {
    page.write(from, { key: 'till', cents: 0 - amountCents })
    page.write(from, { key: 'internal_transfers', cents: amountCents })
    page.write(to, { key: 'internal_transfers', cents: 0 - amountCents })
  } else page.write(to, { key: holderOf(method), cents: 0 - amountCents })
  page.write(to, { key: 'bank', cents: amountCents - feeCents })
  page.write(to, { key: 'cost_bank_fees', cents: feeCents })
}

function correctionMoves(
  page: Page,
  { fact, day, cohort, amendment }: EventBodies['correction'],
  isPerson: (code: string) => boolean,
): void {
  const { incomeStatement, shares } = amendment.difference
  toHost(page, `OD ${day}`, incomeStatement.contributionCents)
  toHost(page, `OD ${day}`, incomeStatement.insuranceCents)
  payMoves(page, day, shares)
  const sign = fact.kind === 'void-cost' || fact.kind === 'void-sale' ? -1 : 1
  const signed: Page = {
    ...page,
    write: (where, line) => page.write(where, { ...line, cents: sign * line.cents }),
  }
  if (fact.kind === 'cost' || fact.kind === 'void-cost') {
    costMoves(signed, { ...fact, cohort, day, number: fact.cost }, isPerson)
  } else if (fact.kind === 'cheque') {
    page.write(`BQ ${day}`, { key: 'bad_debts', cents: fact.amountCents })
    page.write(`BQ ${day}`, { key: 'bank', cents: 0 - fact.amountCents })
  } else if (fact.kind === 'till') {
    const key = fact.differenceCents < 0 ? 'till_loss' : 'till_gain'
    page.write(`CA ${day}`, { key, cents: 0 - fact.differenceCents })
    page.write(`CA ${day}`, { key: 'till', cents: fact.differenceCents })
  } else {
    for (const { ttcCents, vatCents } of fact.rates) {
      signed.write(`VE ${day}`, { key: holderOf(fact.method), cents: ttcCents })
      const ht = ttcCents - vatCents
      salesMoves(signed, day, fact.of === 'goods' ? [ht, 0, vatCents] : [0, ht, vatCents])
    }
  }
}

/** The body of what an undo took back, or a redo brought back, and its sign. */
function deedOf(event: JournalEvent): { readonly deed: JournalEvent; readonly sign: 1 | -1 } {
  if (event.kind !== 'reversal' && event.kind !== 'redo') return { deed: event, sign: 1 }
  const inner = deedOf({ ...event, ...event.body.taken })
  return event.kind === 'redo' ? inner : { deed: inner.deed, sign: inner.sign === 1 ? -1 : 1 }
}

const SETTLING = ['bank-withdrawal', 'deposit', 'cost-payment', 'cost-refund']

/** What every event of a cohort moves, by `till seq`; the events come in the order of recording. */
export function expectedMoves(
  events: readonly MoneyEvent[],
  now: BookContext,
): ReadonlyMap<string, Moves> {
  const closes = events.flatMap(({ event }) => (event.kind === 'close' ? [event] : []))
  const costs = new Map<number, Cost>()
  const recaps = new Map<string, Sale>()
  let last: Close | undefined
  const isPerson = (code: string): boolean => now.participants.has(code)
  const result = new Map<string, Moves>()
  for (const { event, late } of events) {
    const moves = new Map<string, number>()
    const { deed, sign } = deedOf(event)
    const name = `${event.stall} ${event.seq}`
    const pageOn = (day: string, cohort: string): Page => {
      const settled =
        deed.kind === 'payout' || (late && SETTLING.includes(deed.kind)) ? last : undefined
      const period =
        deed.kind === 'correction'
          ? closes.find((each) => each.body.period === deed.body.period)
          : deed.kind === 'close'
            ? deed
            : closes.find((each) => day <= each.body.until)
      const held = heldBy(settled ?? period, now)
      const write: Page['write'] = (where, { key, cents, who, host }) => {
        const { chart } = held
        const own = chart.activitySection.split('{cohort}').join(cohort)
        const at = [where, chart.accounts[key], host ? chart.hostSection : own, who ?? ''].join(' ')
        moves.set(at, (moves.get(at) ?? 0) + sign * cents)
      }
      return { held, cohort, write }
    }
    const othersOf = (sale: Sale): readonly Sale[] =>
      [...recaps]
        .filter(([id]) => id.startsWith(`${event.stall} `))
        .map(([, each]) => each)
        .filter((each) => each.day === sale.day && each.number !== sale.number)
    switch (deed.kind) {
      case 'cost':
        costMoves(pageOn(deed.body.day, deed.body.cohort), deed.body, isPerson)
        costs.set(deed.body.number, deed.body)
        break
      case 'cost-void': {
        const cost = costs.get(deed.body.number)
        costMoves(pageOn(cost?.day ?? '', deed.body.cohort), cost, isPerson)
        for (const [at, cents] of moves) moves.set(at, 0 - cents)
        break
      }
      case 'sale':
        if (deed.body.session !== undefined) break
        recapMoves(pageOn(deed.body.day, deed.body.cohort), deed.body, othersOf(deed.body))
        recaps.set(`${event.stall} ${deed.body.number}`, deed.body)
        break
      case 'sale-void': {
        const id = `${event.stall} ${deed.body.number}`
        const sale = recaps.get(id)
        if (sale === undefined) break
        recapMoves(pageOn(sale.day, sale.cohort), sale, othersOf(sale))
        for (const [at, cents] of moves) moves.set(at, 0 - cents)
        recaps.delete(id)
        break
      }
      case 'till-z':
        zMoves(pageOn(deed.body.day, deed.body.cohort), deed.body)
        break
      case 'bank-withdrawal': {
        const { day, cohort, amountCents: cents } = deed.body
        const page = pageOn(day, cohort)
        page.write(`BQ ${day}`, { key: 'bank', cents: 0 - cents })
        page.write(`BQ ${day}`, { key: 'internal_transfers', cents })
        page.write(`CA ${day}`, { key: 'internal_transfers', cents: 0 - cents })
        page.write(`CA ${day}`, { key: 'till', cents })
        break
      }
      case 'deposit':
        depositMoves(pageOn(deed.body.day, deed.body.cohort), deed.body)
        break
      case 'cost-payment': {
        const { day, cohort, amountCents: cents } = deed.body
        const cost = costs.get(deed.body.cost)
        const host = cost?.chargedTo === 'programme'
        const page = pageOn(day, cohort)
        const who = cost?.supplier?.split(':')[0]
        page.write(`BQ ${day}`, { key: 'suppliers', cents, who, host })
        page.write(`BQ ${day}`, { key: 'bank', cents: 0 - cents, host })
        break
      }
      case 'cost-refund': {
        const { day, cohort, who, amountCents: cents } = deed.body
        const key = isPerson(who) ? 'participant_advances' : 'staff_advances'
        const page = pageOn(day, cohort)
        page.write(`BQ ${day}`, { key, cents, who })
        page.write(`BQ ${day}`, { key: 'bank', cents: 0 - cents })
        break
      }
      case 'payout': {
        const { day, cohort, payments } = deed.body
        const page = pageOn(day, cohort)
        for (const { participant: who, amountCents: cents } of payments) {
          page.write(`BQ ${day}`, { key: 'pay_due', cents, who })
          page.write(`BQ ${day}`, { key: 'bank', cents: 0 - cents })
        }
        break
      }
      case 'close': {
        const { until, closedAt, incomeStatement, distribution, cohort } = deed.body
        const day = closedAt.slice(0, 10) < until ? closedAt.slice(0, 10) : until
        const page = pageOn(day, cohort)
        toHost(page, `OD ${day}`, incomeStatement.contributionCents)
        toHost(page, `OD ${day}`, incomeStatement.insuranceCents)
        payMoves(page, day, distribution.shares)
        last = deed
        break
      }
      case 'correction': {
        correctionMoves(pageOn(deed.body.day, deed.body.cohort), deed.body, isPerson)
        const { fact, day, cohort } = deed.body
        if (fact.kind === 'cost') costs.set(fact.cost, { ...fact, cohort, day, number: fact.cost })
        break
      }
      default:
        break
    }
    result.set(name, new Map([...moves].filter(([, cents]) => cents !== 0)))
  }
  return result
}
