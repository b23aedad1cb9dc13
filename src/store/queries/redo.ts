import type { Decided, EventBodies, JournalEvent, Stall } from '../../domain/journal/event.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { present } from '../../domain/kernel/present.ts'
import type { Renumbering, Undone } from '../../domain/undo/bring-back.ts'
import { isKind } from '../../domain/undo/take-back.ts'
import { type Db, integerOf, optionalInteger, textOf } from '../sql.ts'
import { storeFault } from '../store-error.ts'
import { costByNumber, nextCostNumber } from './cost.ts'
import { saleLinesOf } from './refund.ts'
import { nextTicketNumber, saleByNumber } from './sale.ts'
import { backwards, eventAt, type Place } from './undo.ts'

/** The undo whose deed comes back next, and by what numbers those that came back before are known. */
export type LastUndo = Undone & { readonly numbers: Renumbering }

/**
 * Goes backwards over undos and redos only: each redo accounts for one undo before it, and the first undo that is left
 * is the one. `undefined` when something else was recorded since, or nothing was undone. The work is that of the undos
 * and redos at the journal's end.
 */
export function lastUndo(place: Place, below: number): LastUndo | undefined {
  const { db, stall, path } = place
  const again = { tickets: new Map<number, number>(), costs: new Map<number, number>() }
  let accounted = 0
  for (const row of backwards(db, stall, below)) {
    const seq = integerOf(row, 'seq')
    const kind = textOf(row, 'kind')
    if (!isKind(kind)) storeFault({ code: 'ledger-damaged', path, detail: `${stall}#${seq}` })
    if (kind === 'clock-anomaly' || kind === 'export') continue
    const repeats = optionalInteger(row, 'repeats')
    const isUndo = kind === 'reversal' || optionalInteger(row, 'undo') === 1
    if (kind === 'redo' || repeats !== undefined) {
      accounted += 1
      const numbers = kind === 'cost' ? again.costs : again.tickets
      if (repeats !== undefined) numbers.set(repeats, integerOf(row, 'number'))
    } else if (!isUndo) return undefined
    else if (accounted > 0) accounted -= 1
    else return undoAt(place, seq, again)
  }
  return undefined
}

type Again = {
  readonly tickets: ReadonlyMap<number, number>
  readonly costs: ReadonlyMap<number, number>
}

function undoAt(place: Place, seq: number, { tickets, costs }: Again): LastUndo {
  const { db, stall } = place
  const numbers = {
    nextTicket: nextTicketNumber(db, stall),
    nextCost: nextCostNumber(db, stall),
    ticket: (number: number) => latest(tickets, number),
    cost: (number: number) => latest(costs, number),
  }
  return { of: seq, taken: takenBy(db, stall, eventAt(place, seq)), numbers }
}

/** What came back may have been undone and come back again. */
function latest(again: ReadonlyMap<number, number>, number: number): number {
  const next = again.get(number)
  return next === undefined ? number : latest(again, next)
}

/** What an undo took away, as it was recorded. */
function takenBy(db: Db, stall: Stall, { kind, body }: JournalEvent): Decided {
  if (kind === 'cost-void') return { kind: 'cost', body: costBody(db, body.number) }
  if (kind === 'sale-void') return ticketTaken(db, stall, body.number)
  if (kind !== 'reversal') throw new Defect(`an event of kind ${kind} is no undo`)
  const { taken } = body
  return taken.kind === 'redo' ? taken.body.taken : taken
}

function ticketTaken(db: Db, stall: Stall, number: number): Decided {
  const stored = saleByNumber(db, stall, number)
  if (stored === undefined) throw new Defect(`no ticket ${number}`)
  const { ticket, session, of } = stored
  const { cohort, day, at: happenedAt, payments, tipCents, totalCents } = ticket
  const lines = saleLinesOf(db, stall, number)
  const common = {
    cohort,
    number,
    day,
    happenedAt,
    payments,
    tipCents,
    totalCents,
    ...present({ seller: ticket.seller ?? undefined }),
  }
  if (of === undefined) {
    const { discountCents, changeCents } = ticket
    const recap = ticket.recap ? { recap: true as const } : {}
    const body = { ...common, lines, discountCents, changeCents, ...present({ session }), ...recap }
    return { kind: 'sale', body }
  }
  if (session === undefined) throw new Defect(`refund ${number} has no session`)
  const reason = ticket.reason ?? ''
  return { kind: 'sale-refund', body: { ...common, of, session, reason, lines: refunded(lines) } }
}

const refunded = (lines: ReturnType<typeof saleLinesOf>): EventBodies['sale-refund']['lines'] =>
  lines.map((line) => {
    if (line.of === undefined) throw new Defect('a refund names the line that it is of')
    return { ...line, of: line.of }
  })

function costBody(db: Db, number: number): EventBodies['cost'] {
  const row = costByNumber(db, number)
  if (row === undefined) throw new Defect(`no cost ${number}`)
  const { cohort, day, label, category, supplier, voucher, paidBy, chargedTo, amounts, session } =
    row
  return {
    cohort,
    number,
    day,
    label,
    category,
    paidBy,
    chargedTo,
    amounts,
    ...present({ supplier, voucher, session }),
  }
}
