import type { EventBodies, EventKind, EventOf } from '../journal/event.ts'
import { invariant } from '../kernel/defect.ts'
import {
  costPaymentDrafts,
  costRefundDrafts,
  depositDrafts,
  payoutDrafts,
  withdrawalDrafts,
} from './bank-posting.ts'
import { closeDrafts } from './close-posting.ts'
import { correctionDrafts } from './correction-posting.ts'
import { costDrafts } from './cost-posting.ts'
import { type Draft, entriesFrom, takenBack } from './draft.ts'
import type { Entry } from './entry.ts'
import type { Known } from './known.ts'
import { recapDrafts, zDrafts } from './sales-posting.ts'

type Posting<K extends EventKind> = (event: EventOf<K>, known: Known) => readonly Entry[]

const none = (): readonly Entry[] => []

const drafted =
  <K extends EventKind>(
    drafts: (body: EventBodies[K], known: Known) => readonly Draft[],
  ): Posting<K> =>
  (event, known) =>
    entriesFrom(event, drafts(event.body, known))

/** What each kind moves; a kind that is left out does not compile. */
const POSTINGS: { readonly [K in EventKind]: Posting<K> } = {
  cost: drafted(costDrafts),
  'cost-void': (event, known) => {
    const cost = known.cost(event.body.number)
    invariant(cost !== undefined, 'what is voided is a cost')
    return takenBack(event, entriesFrom(event, costDrafts(cost, known)))
  },
  sale: (event, known) =>
    event.body.session === undefined
      ? entriesFrom(event, recapDrafts(event.stall, event.body, known))
      : [],
  'sale-void': (event, known) => {
    const sale = known.sale(event.stall, event.body.number)
    return sale === undefined || sale.session !== undefined
      ? []
      : takenBack(event, entriesFrom(event, recapDrafts(event.stall, sale, known)))
  },
  'till-z': (event, known) => entriesFrom(event, zDrafts(event.stall, event.body, known)),
  'bank-withdrawal': drafted(withdrawalDrafts),
  deposit: drafted(depositDrafts),
  'cost-payment': drafted(costPaymentDrafts),
  'cost-refund': drafted(costRefundDrafts),
  payout: drafted(payoutDrafts),
  correction: drafted(correctionDrafts),
  close: (event, { chart }) => entriesFrom(event, closeDrafts(event.body, chart)),
  reversal: (event, known) => {
    const { of, taken } = event.body
    return takenBack(event, postingOf({ ...event, seq: of, ...taken }, known))
  },
  redo: (event, known) => postingOf({ ...event, ...event.body.taken }, known),
  init: none,
  host: none,
  rates: none,
  cohort: none,
  'cohort-edit': none,
  'cohort-use': none,
  day: none,
  'day-edit': none,
  'day-move': none,
  'day-remove': none,
  participant: none,
  'participant-edit': none,
  'participant-leave': none,
  attendance: none,
  product: none,
  'product-edit': none,
  stock: none,
  'sold-out': none,
  'till-open': none,
  'till-cash': none,
  'till-count': none,
  'till-closing': none,
  'sale-import': none,
  'sale-refund': none,
  'sale-repay': none,
  join: none,
  merge: none,
  import: none,
  export: none,
  'clock-anomaly': none,
}

/**
 * The entries that follow from an event: none where no money moves. Each balances. Sales of a till session are in its
 * Z; a float is told by the withdrawal that brings it; cash put in or taken out moves between the drawer and the
 * cohort's own box, one account.
 */
export function postingOf<K extends EventKind>(event: EventOf<K>, known: Known): readonly Entry[] {
  return POSTINGS[event.kind](event, known)
}
