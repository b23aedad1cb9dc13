import type { VatRegime } from '../closing/vat.ts'
import type { EventBodies, Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { VatRate } from '../kernel/rate.ts'
import type { Chart } from './chart.ts'

/** What an entry needs and the body of its event does not hold. */
export type Known = {
  /** Of the period that the event belongs to: frozen where that is closed. */
  readonly chart: Chart
  readonly vatRegime: VatRegime
  /** The cost of a number, voided or not. */
  readonly cost: (number: number) => EventBodies['cost'] | undefined
  readonly sale: (stall: Stall, number: number) => EventBodies['sale'] | undefined
  readonly session: (number: number) => TillSession | undefined
  readonly isParticipant: (code: string) => boolean
  /** Of a recap recorded before anybody said a rate: the product’s of now, or the one that a close fixed. */
  readonly rateOf: (product: string) => VatRate | undefined
  /** The other recaps of that day and till, as recorded so far and not voided. */
  readonly otherRecaps: (sale: EventBodies['sale'], stall: Stall) => readonly EventBodies['sale'][]
}

export type TillSession = { readonly day: Day; readonly venue?: string }
