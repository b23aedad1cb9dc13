import type { JournalEvent } from '../journal/event.ts'
import { invariant, unreachable } from '../kernel/defect.ts'
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
import { entriesFrom, takenBack } from './draft.ts'
import type { Entry } from './entry.ts'
import type { Known } from './known.ts'
import { cashDrafts, recapDrafts, zDrafts } from './sales-posting.ts'

/**
 * The entries that follow from an event: none where no money moves. Each balances. Sales of a till session are in its
 * Z; a float is told by the withdrawal that brings it.
 */
export function postingOf(event: JournalEvent, known: Known): readonly Entry[] {
  const { kind, body, stall } = event
  switch (kind) {
    case 'cost':
      return entriesFrom(event, costDrafts(body, known))
    case 'cost-void': {
      const cost = known.cost(body.number)
      invariant(cost !== undefined, 'what is voided is a cost')
      return takenBack(event, entriesFrom(event, costDrafts(cost, known)))
    }
    case 'sale':
      return body.session === undefined ? entriesFrom(event, recapDrafts(stall, body, known)) : []
    case 'sale-void': {
      const sale = known.sale(stall, body.number)
      return sale === undefined || sale.session !== undefined
        ? []
        : takenBack(event, entriesFrom(event, recapDrafts(stall, sale, known)))
    }
    case 'till-cash':
      return entriesFrom(event, cashDrafts({ seq: event.seq, body }, known))
    case 'till-z':
      return entriesFrom(event, zDrafts(stall, body, known))
    case 'bank-withdrawal':
      return entriesFrom(event, withdrawalDrafts(body, known))
    case 'deposit':
      return entriesFrom(event, depositDrafts(body, known))
    case 'cost-payment':
      return entriesFrom(event, costPaymentDrafts(body, known))
    case 'cost-refund':
      return entriesFrom(event, costRefundDrafts(body, known))
    case 'payout':
      return entriesFrom(event, payoutDrafts(body, known))
    case 'correction':
      return entriesFrom(event, correctionDrafts(body, known))
    case 'close':
      return entriesFrom(event, closeDrafts(body, known.chart))
    case 'reversal':
      return takenBack(event, postingOf({ ...event, seq: body.of, ...body.taken }, known))
    case 'redo':
      return postingOf({ ...event, ...body.taken }, known)
    case 'init':
    case 'host':
    case 'rates':
    case 'cohort':
    case 'cohort-edit':
    case 'cohort-use':
    case 'day':
    case 'day-edit':
    case 'day-move':
    case 'day-remove':
    case 'participant':
    case 'participant-edit':
    case 'participant-leave':
    case 'attendance':
    case 'product':
    case 'product-edit':
    case 'till-open':
    case 'till-count':
    case 'sale-import':
    case 'sale-refund':
    case 'sale-repay':
    case 'join':
    case 'merge':
    case 'import':
    case 'export':
    case 'clock-anomaly':
      return []
    default:
      return unreachable(kind)
  }
}
