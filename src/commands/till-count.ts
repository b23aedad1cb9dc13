import type { EventBodies } from '../domain/journal/event.ts'
import { type Cents, cents, decimalText, parseAmount } from '../domain/kernel/money.ts'
import {
  countTill,
  DENOMINATIONS,
  type Pieces,
  type TypedTender,
  worthOf,
} from '../domain/till/count.ts'
import { term } from '../formats/terminal-text.ts'
import { nextTicketNumber } from '../store/queries/sale.ts'
import { expectedOf, methodSums } from '../store/queries/till-sums.ts'
import { amountText } from '../words/money-text.ts'
import { command, type Input } from './command.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { FLAGS } from './flags.ts'
import { printOne } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { meantSession, shownSession } from './till-session.ts'
import { tillWords } from './till-words.ts'
import { misused } from './usage.ts'
import { amountFrom, integerFrom, optional, textFrom } from './values.ts'

const OPTIONS = {
  pieces: FLAGS.pieces,
  card: FLAGS.cardCounted,
  cheque: FLAGS.chequeCounted,
  cheques: FLAGS.cheques,
  transfer: FLAGS.transferCounted,
  reason: FLAGS.reason,
  day: FLAGS.day,
} as const
type Options = Input<typeof OPTIONS>['options']

export const tillCount = command({
  arguments: '[amount]',
  options: OPTIONS,
  writes: true,
  run: countOne,
})

async function countOne(
  session: Session,
  { words: [typed], options }: Input<typeof OPTIONS>,
): Promise<ExitCode | undefined> {
  const tenders = tendersFrom(options)
  const reason = optional(options.reason, (text) => textFrom(text, '--reason'))
  shownSession(session, session.ledger(), options.day)
  const found = typedCount(typed, options.pieces) ?? (await askedCount(session))
  if (found === undefined) return EXIT.interrupted
  const { pieces, countedCents } = found
  const { open, body } = session.record((journal) => {
    const { db, stall, append } = journal
    const meant = meantSession(session, journal, options.day)
    const { cohort, number } = meant
    const happenedAt = session.when()
    const next = nextTicketNumber(db, stall)
    const lastTicket = next === 1 ? undefined : next - 1
    const about = { cohort, session: number, happenedAt, reason, lastTicket }
    const counted = { ...about, countedCents, pieces, tenders }
    const expected = expectedOf(db, meant)
    return {
      open: meant,
      body: append('till-count', countTill(counted, expected, methodSums(db, number))).body,
    }
  })
  const { lastTicket: _, ...rest } = body
  const answer = { day: open.day, ...rest, reason: reason ?? null, tenders: body.tenders ?? [] }
  await printOne(session, answer, () => countText(session, body))
  const isOff = [body, ...(body.tenders ?? [])].some((each) => each.differenceCents !== 0)
  if (isOff && reason === undefined)
    session.say(tillWords(session).explain(typedAgain(session, body)))
  sayNext(session, tillWords(session).next.seal)
  return undefined
}

type Counted = EventBodies['till-count']

/** The count as one types it. */
function typedAgain(session: Session, { countedCents, tenders = [] }: Counted): string {
  const { language } = session.settings()
  const options = tenders.flatMap(({ method, countedCents: cents, count }) => [
    `--${method} ${amountText(cents, language)}`,
    ...(count === undefined ? [] : [`--cheques ${count}`]),
  ])
  return [amountText(countedCents, language), ...options].join(' ')
}

function countText(session: Session, body: Counted): string {
  const text = tillWords(session)
  const { countedCents, expectedCents, differenceCents, reason, tenders = [] } = body
  const why = (of: string | undefined): string => (of === undefined ? text.notExplained : term(of))
  return [
    text.counted(session.money(countedCents), session.money(expectedCents)),
    differenceCents === 0
      ? text.exact
      : text.difference(session.money(differenceCents), why(reason)),
    ...tenders.map((each) => {
      const [method, counted] = [text.paid[each.method], session.money(each.countedCents)]
      const difference = session.money(each.differenceCents)
      return (
        text.tenderText(method, counted, session.money(each.expectedCents)) +
        (each.differenceCents === 0
          ? ''
          : text.tenderDifference(method, difference, why(each.reason)))
      )
    }),
  ].join('')
}

function tendersFrom({ card, cheque, cheques, transfer }: Options): readonly TypedTender[] {
  if (cheques !== undefined && cheque === undefined)
    misused({ code: 'missing-argument', name: '--cheque', command: 'till count' })
  const count = optional(cheques, (text) => integerFrom(text, '--cheques', { from: 0, to: 9999 }))
  const typed = [
    { method: 'card', text: card, count: undefined },
    { method: 'cheque', text: cheque, count },
    { method: 'transfer', text: transfer, count: undefined },
  ] as const
  return typed.flatMap(({ method, text, count: many }) =>
    text === undefined
      ? []
      : [{ method, countedCents: amountFrom(text, `--${method}`), count: many }],
  )
}

type Typed = { readonly countedCents: Cents; readonly pieces: readonly Pieces[] | undefined }

function typedCount(
  amount: string | undefined,
  typed: readonly string[] | undefined,
): Typed | undefined {
  if (amount !== undefined && typed !== undefined)
    misused({ code: 'option-conflict', one: amount, other: '--pieces' })
  if (amount !== undefined)
    return { countedCents: amountFrom(amount, '<amount>'), pieces: undefined }
  if (typed === undefined) return undefined
  const pieces = decimalsRejoined(typed).map(piecesFrom)
  const worth = pieces.reduce((sum, { valueCents, count }) => sum + valueCents * count, 0)
  if (worth > MOST_CENTS)
    misused({ code: 'bad-amount', typed: typed.join(' '), name: '--pieces', fault: 'too-large' })
  return { pieces, countedCents: worthOf(pieces) }
}

/** Asks piece by piece; `undefined` when the person left. Where nobody can answer, says what to type. */
async function askedCount(session: Session): Promise<Typed | undefined> {
  const { io, globals } = session
  if (globals.noInput || globals.yes || globals.json || !io.stdin.isTTY || !io.stderr.isTTY)
    misused({ code: 'missing-count' })
  const { askPieces } = await import('./till-pieces.ts')
  const pieces = await askPieces(session)
  return pieces === undefined ? undefined : { pieces, countedCents: worthOf(pieces) }
}

const MOST_CENTS = 999_999_999

/** The comma of `3x0,50` looks like one between two values: what follows it belongs to the value before. */
function decimalsRejoined(typed: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const text of typed) {
    const before = whole.at(-1)
    if (before !== undefined && /x\d+$/i.test(before) && /^\d{1,2}€?$/.test(text))
      whole[whole.length - 1] = `${before},${text}`
    else whole.push(text)
  }
  return whole
}

/** `2x20`: two notes of 20 €. */
function piecesFrom(typed: string): Pieces {
  const [, times, value = ''] = /^(\d{1,4})[x×](\S+)$/i.exec(typed) ?? []
  if (times === undefined)
    return misused({ code: 'bad-pair', typed, name: '--pieces', example: '2x20 5x5 3x0.50' })
  const parsed = parseAmount(value)
  if (!parsed.ok || !DENOMINATIONS.includes(parsed.amount)) {
    const allowed = DENOMINATIONS.map((each) =>
      each < 100 ? decimalText(cents(each), '.') : String(each / 100),
    )
    return misused({ code: 'bad-choice', typed: value, name: '--pieces', allowed })
  }
  return { valueCents: parsed.amount, count: Number.parseInt(times, 10) }
}
