import { voidCost } from '../domain/costs/void.ts'
import type {
  Decided,
  EventBodies,
  EventKind,
  EventOf,
  JournalEvent,
} from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { Defect } from '../domain/kernel/defect.ts'
import { type Cents, negated, sumCents } from '../domain/kernel/money.ts'
import { ticketName } from '../domain/sales/ticket.ts'
import { voidSale } from '../domain/sales/void-sale.ts'
import { deedOf } from '../domain/undo/bring-back.ts'
import { FATES, refuseFinal, takeBack } from '../domain/undo/take-back.ts'
import { term } from '../formats/terminal-text.ts'
import { settlePerson } from '../store/identity.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { costByNumber } from '../store/queries/cost.ts'
import { saleByNumber, sealOf } from '../store/queries/sale.ts'
import { type Candidate, dependentsOf, lastUndoable } from '../store/queries/undo.ts'
import type { Journal } from '../store/record.ts'
import type { Db } from '../store/sql.ts'
import { dayText } from '../words/day-text.ts'
import { type EventSay, type EventTexts, events as en } from '../words/en/events.ts'
import { type UndoWords, undo as undoEn } from '../words/en/undo.ts'
import { events as fr } from '../words/fr/events.ts'
import { undo as undoFr } from '../words/fr/undo.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { voidContext } from './named-ticket.ts'
import { printOne } from './output.ts'
import type { Session } from './session.ts'
import { integerFrom } from './values.ts'

const MOST_STEPS = 99

/** Takes back this till's last things, the newest first, each by an event of its own. All of them or none. */
export const undo = command({
  arguments: '[count]',
  options: {},
  writes: true,
  run: async (session, { words: [typed] }) => {
    const count = stepsFrom(typed)
    const undone = session.record((journal) => undoSteps(session, journal, count))
    await printOne(session, undoneJson(session, undone), () => undoneText(session, undone))
    session.say(nextUndoText(session, undone))
  },
})

/** How many steps were typed; one when nothing was. */
export const stepsFrom = (typed: string | undefined): number =>
  typed === undefined ? 1 : integerFrom(typed, '<count>', { from: 1, to: MOST_STEPS })

export function undoneJson(session: Session, { undone, next }: Undone): object {
  const named = (event: JournalEvent) => ({
    event: `${event.stall}#${event.seq}`,
    kind: deedOf(event).kind,
    summary: eventText(session, event.stall, event),
  })
  return {
    undone: undone.map(named),
    next: next === undefined ? null : { ...named(next.event), undoable: next.undoable },
  }
}

export const undoWords = (session: Session): UndoWords =>
  inLanguage(session.language(), { en: undoEn, fr: undoFr })

export const undoneText = (session: Session, { undone }: Undone): string =>
  undone
    .map(
      (event) =>
        undoWords(session).undone(eventText(session, event.stall, event)) +
        cashBack(session, event),
    )
    .join('')

/** What the next undo would come to. */
export function nextUndoText(session: Session, { next }: Undone): string {
  const text = undoWords(session)
  if (next === undefined) return text.nothingLeft
  const { event, undoable } = next
  return (undoable ? text.next : text.nextFinal)(eventText(session, event.stall, event))
}

/** What the undo after this one would come to. */
type Next = { readonly event: JournalEvent; readonly undoable: boolean }
export type Undone = { readonly undone: readonly JournalEvent[]; readonly next: Next | undefined }

export function undoSteps(session: Session, journal: Journal, count: number): Undone {
  const { db, stall } = journal
  const place = { db, stall, path: session.ledger().path }
  const undone: JournalEvent[] = []
  let below = journal.last().seq + 1
  while (undone.length < count) {
    const candidate = lastUndoable(place, below)
    if (candidate === undefined) refuse({ code: 'nothing-to-undo', possible: undone.length })
    undoOne(session, journal, { candidate, possible: undone.length })
    undone.push(candidate.event)
    below = candidate.event.seq
  }
  return { undone, next: nextOf(db, lastUndoable(place, below)) }
}

function nextOf(db: Db, candidate: Candidate | undefined): Next | undefined {
  if (candidate === undefined || candidate.event.kind === 'init' || candidate.event.kind === 'join')
    return undefined
  const { event } = candidate
  const undoable = FATES[event.kind] !== 'final' && dependentsOf(db, candidate).length === 0
  return { event, undoable }
}

function undoOne(session: Session, journal: Journal, { candidate, possible }: Step): void {
  const { event } = candidate
  if (event.kind === 'sale' || event.kind === 'sale-refund')
    return undoSale(session, journal, event)
  if (event.kind === 'cost') return undoCost(session, journal, event)
  if (FATES[event.kind] !== 'revert') return refuseFinal(event, possible)
  const deed = deedOf(event)
  if (deed.kind === 'deposit') refuseClosedFee(journal.db, deed)
  journal.append('reversal', takeBack(event, dependentsOf(journal.db, candidate), possible))
  if (
    deed.kind === 'participant' ||
    deed.kind === 'participant-edit' ||
    deed.kind === 'participant-leave'
  )
    settlePerson(journal.db, deed.body.cohort, deed.body.code)
}

/** The fee of a card deposit is a cost: in a closed period it stays, and the deposit with it. */
function refuseClosedFee(db: Db, { body }: EventOf<'deposit'>): void {
  if (body.cost !== undefined) refuseClosed(db, body.cohort, body.day)
}

/** `possible`: how many were undone before it in the same go. */
type Step = { readonly candidate: Candidate; readonly possible: number }

const reasonOf = (session: Session): string => undoWords(session).voidReason

function undoSale(
  session: Session,
  { db, stall, append }: Journal,
  { body }: EventOf<'sale' | 'sale-refund'>,
): void {
  const stored = saleByNumber(db, stall, body.number)
  if (stored === undefined) throw new Defect(`no ticket ${body.number}`)
  const context = voidContext(db, stall, { ...stored, number: body.number })
  append('sale-void', { ...voidSale(context, reasonOf(session)), undo: true })
}

function undoCost(session: Session, { db, append }: Journal, { body }: EventOf<'cost'>): void {
  const found = costByNumber(db, body.number)
  if (found === undefined) throw new Defect(`no cost ${body.number}`)
  refuseClosed(db, body.cohort, body.day)
  const z = body.session === undefined ? undefined : sealOf(db, body.session)
  append('cost-void', { ...voidCost({ ...found, z }, reasonOf(session)), undo: true })
}

/** What lies in the customer's hand again. */
function cashBack(session: Session, event: JournalEvent): string {
  if (event.kind !== 'sale' && event.kind !== 'sale-refund') return ''
  const cash: Cents = sumCents(
    event.body.payments.filter((each) => each.method === 'cash').map((each) => each.amountCents),
  )
  return cashText(session, cash)
}

/** What is to be handed to the customer; below zero, to be taken back. */
export function cashText(session: Session, cash: Cents): string {
  const text = undoWords(session)
  if (cash > 0) return text.cashBack(session.money(cash))
  return cash < 0 ? text.cashAgain(session.money(negated(cash))) : ''
}

/** An event, or what is about to become one, in a few words. */
export function eventText(session: Session, stall: string, event: Decided): string {
  const say: EventSay = {
    money: session.money,
    day: (on) => dayText(on, session.language()),
    text: term,
    ticket: (number) => ticketName(stall, number),
  }
  return textOf(inLanguage(session.language(), { en, fr }), event, say)
}

const textOf = <K extends EventKind>(
  texts: EventTexts,
  { kind, body }: { readonly kind: K; readonly body: EventBodies[K] },
  say: EventSay,
): string => texts[kind](body, say)
