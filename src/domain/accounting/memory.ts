import { costOf } from '../closing/corrected-cost.ts'
import type { EventBodies, JournalEvent, Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { VatRate } from '../kernel/rate.ts'
import type { Known, TillSession } from './known.ts'

type Sale = EventBodies['sale']
type Facts = Omit<Known, 'chart' | 'vatRegime'>

/** What stands outside the cohort's money events. */
export type Surroundings = {
  readonly participants: ReadonlySet<string>
  readonly sessions: ReadonlyMap<number, TillSession>
  /** VAT rate that each product has now. */
  readonly rates: ReadonlyMap<string, VatRate>
}

/** Remembers the events that went by, for those that speak of an earlier one. */
export type Memory = {
  readonly known: Facts
  readonly keep: (event: JournalEvent) => void
  /** The day on which an event moves money. */
  readonly dayOf: (event: JournalEvent) => Day | undefined
}

export function startMemory({ participants, sessions, rates }: Surroundings): Memory {
  const costs = new Map<number, EventBodies['cost']>()
  const sales = new Map<string, Sale>()
  const recaps = new Map<string, Set<Sale>>()
  const recapsOf = (sale: Sale, stall: Stall): Set<Sale> => {
    const key = `${sale.day} ${stall}`
    const found = recaps.get(key) ?? new Set()
    recaps.set(key, found)
    return found
  }
  const otherRecaps = (sale: Sale, stall: Stall): readonly Sale[] =>
    [...recapsOf(sale, stall)].filter((each) => each.number !== sale.number)
  const known: Facts = {
    cost: (number) => costs.get(number),
    sale: (stall, number) => sales.get(`${stall} ${number}`),
    session: (number) => sessions.get(number),
    isParticipant: (code) => participants.has(code),
    rateOf: (product) => rates.get(product),
    otherRecaps,
  }
  const keep = ({ kind, body, stall }: JournalEvent): void => {
    if (kind === 'cost') costs.set(body.number, body)
    if (kind === 'correction' && body.fact.kind === 'cost')
      costs.set(body.fact.cost, costOf(body, body.fact))
    if (kind === 'sale' && body.session === undefined) {
      sales.set(`${stall} ${body.number}`, body)
      recapsOf(body, stall).add(body)
    }
    if (kind !== 'sale-void') return
    const voided = known.sale(stall, body.number)
    if (voided !== undefined) recapsOf(voided, stall).delete(voided)
  }
  return { known, keep, dayOf: (event) => dayOf(event, known) }
}

function dayOf(event: JournalEvent, known: Facts): Day | undefined {
  const { kind, body, stall } = event
  if (kind === 'reversal' || kind === 'redo') return dayOf({ ...event, ...body.taken }, known)
  if (kind === 'cost-void') return known.cost(body.number)?.day
  if (kind === 'sale-void') return known.sale(stall, body.number)?.day
  return 'day' in body ? body.day : undefined
}
