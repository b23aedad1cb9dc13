import type { Decided } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { Defect } from '../domain/kernel/defect.ts'
import { negated, sumCents, ZERO } from '../domain/kernel/money.ts'
import { type Ticket, ticketName } from '../domain/sales/ticket.ts'
import { bringBack } from '../domain/undo/bring-back.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { type LastUndo, lastUndo } from '../store/queries/redo.ts'
import { saleByNumber } from '../store/queries/sale.ts'
import type { Journal } from '../store/record.ts'
import { command } from './command.ts'
import { printOne } from './output.ts'
import { receiptText } from './receipt.ts'
import type { Session } from './session.ts'
import { cashText, eventText, undoWords } from './undo.ts'

/** Brings back what the last undo took away, as a record of its own; again, what the undo before it took away. */
export const redo = command({
  options: {},
  writes: true,
  run: async (session) => {
    const redone = session.record((journal) => redoOne(session, journal))
    await printOne(session, redoneJson(session, redone), () => redoneText(session, redone))
    session.say(nextRedoText(session, redone))
  },
})

/** What the next redo would bring back; nothing when there is none. */
export const nextRedoText = (session: Session, redone: Redone): string =>
  redone.next === undefined
    ? ''
    : undoWords(session).nextRedo(textOf(session, redone, redone.next.taken))

export type Redone = {
  readonly stall: string
  readonly seq: number
  readonly recorded: Decided
  /** A sale or a refund that came back, under its new number. */
  readonly ticket: Ticket | undefined
  readonly next: LastUndo | undefined
}

export function redoOne(session: Session, journal: Journal): Redone {
  const { db, stall } = journal
  const place = { db, stall, path: session.ledger().path }
  const last = lastUndo(place, journal.last().seq + 1)
  if (last === undefined) return refuse({ code: 'nothing-to-redo' })
  refuseClosedDay(journal, last.taken)
  const recorded = bringBack(last, last.numbers)
  journal.appendDecided(recorded)
  const { seq } = journal.last()
  return {
    stall,
    seq,
    recorded,
    ticket: ticketIn(journal, recorded),
    next: lastUndo(place, seq + 1),
  }
}

/** What counts for a period does not come back into a closed one. */
function refuseClosedDay({ db }: Journal, { kind, body }: Decided): void {
  if (kind === 'sale' || kind === 'sale-refund' || kind === 'cost' || kind === 'till-open')
    refuseClosed(db, body.cohort, body.day)
  if (kind === 'deposit' && body.cost !== undefined) refuseClosed(db, body.cohort, body.day)
}

function ticketIn({ db, stall }: Journal, { kind, body }: Decided): Ticket | undefined {
  if (kind !== 'sale' && kind !== 'sale-refund') return undefined
  const stored = saleByNumber(db, stall, body.number)
  if (stored === undefined) throw new Defect(`no ticket ${body.number}`)
  return stored.ticket
}

const textOf = (session: Session, { stall }: Redone, decided: Decided): string =>
  eventText(session, stall, decided)

/** As programs read it; `redone.kind` says what came back. */
export function redoneJson(session: Session, redone: Redone): object {
  const { stall, seq, recorded, ticket, next } = redone
  const named = (decided: Decided) => ({
    kind: decided.kind === 'redo' ? decided.body.taken.kind : decided.kind,
    summary: textOf(session, redone, decided),
  })
  return {
    redone: { event: `${stall}#${seq}`, ...named(recorded) },
    ticket: ticket ?? null,
    next: next === undefined ? null : named(next.taken),
  }
}

export function redoneText(session: Session, redone: Redone): string {
  const { stall, recorded, ticket } = redone
  const words = undoWords(session)
  if (ticket === undefined) return words.redone(textOf(session, redone, recorded))
  const repeats =
    recorded.kind === 'sale' || recorded.kind === 'sale-refund' ? recorded.body.repeats : undefined
  const cash = sumCents(
    ticket.payments.filter((each) => each.method === 'cash').map((each) => each.amountCents),
  )
  return (
    words.redoneAs(ticketName(stall, repeats ?? 0), ticket.ticket) +
    receiptText(session, withoutChange(ticket)) +
    cashText(session, negated(cash))
  )
}

/** What was handed over and given back then is not to be done again. */
const withoutChange = (ticket: Ticket): Ticket => ({
  ...ticket,
  changeCents: ZERO,
  payments: ticket.payments.map((each) => ({ ...each, tenderedCents: each.amountCents })),
})
