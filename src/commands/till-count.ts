import type { EventBodies } from '../domain/journal/event.ts'
import { type Cents, cents, decimalText, parseAmount } from '../domain/kernel/money.ts'
import { countTill, DENOMINATIONS, type Pieces, worthOf } from '../domain/till/count.ts'
import { term } from '../formats/terminal-text.ts'
import { nextTicketNumber } from '../store/queries/sale.ts'
import { expectedOf } from '../store/queries/till-sums.ts'
import { amountText } from '../words/money-text.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { meantSession } from './till-session.ts'
import { tillWords } from './till-words.ts'
import { misused } from './usage.ts'
import { amountFrom, optional, textFrom } from './values.ts'

const OPTIONS = { pieces: FLAGS.pieces, reason: FLAGS.reason, day: FLAGS.day } as const

export const tillCount = command({
  arguments: '[amount]',
  options: OPTIONS,
  writes: true,
  run: countOne,
})

async function countOne(
  session: Session,
  { words: [typed], options }: Input<typeof OPTIONS>,
): Promise<void> {
  const { pieces, countedCents } = countedFrom(typed, options.pieces)
  const reason = optional(options.reason, (text) => textFrom(text, '--reason'))
  const { open, body } = session.record((journal) => {
    const meant = meantSession(session, journal, options.day)
    const { cohort, number } = meant
    const happenedAt = session.when()
    const next = nextTicketNumber(journal.db, journal.stall)
    const lastTicket = next === 1 ? undefined : next - 1
    const counted = {
      cohort,
      session: number,
      happenedAt,
      countedCents,
      pieces,
      reason,
      lastTicket,
    }
    const event = journal.append('till-count', countTill(counted, expectedOf(journal.db, meant)))
    return { open: meant, body: event.body }
  })
  const { lastTicket: _, ...rest } = body
  const answer = { day: open.day, ...rest, reason: reason ?? null }
  await printOne(session, answer, () => countText(session, body))
  if (body.differenceCents !== 0 && reason === undefined)
    session.say(tillWords(session).explain(amountText(countedCents, session.settings().language)))
  sayNext(session, tillWords(session).next.seal)
}

function countText(session: Session, body: EventBodies['till-count']): string {
  const text = tillWords(session)
  const { countedCents, expectedCents, differenceCents, reason } = body
  return (
    text.counted(session.money(countedCents), session.money(expectedCents)) +
    (differenceCents === 0
      ? text.exact
      : text.difference(
          session.money(differenceCents),
          reason === undefined ? text.notExplained : term(reason),
        ))
  )
}

type Typed = { readonly countedCents: Cents; readonly pieces: readonly Pieces[] | undefined }

function countedFrom(amount: string | undefined, typed: readonly string[] | undefined): Typed {
  if (amount !== undefined && typed !== undefined)
    misused({ code: 'option-conflict', one: amount, other: '--pieces' })
  if (amount !== undefined)
    return { countedCents: amountFrom(amount, '<amount>'), pieces: undefined }
  if (typed === undefined)
    return misused({
      code: 'missing-argument',
      name: '<amount>',
      command: 'till count',
    })
  const pieces = decimalsRejoined(typed).map(piecesFrom)
  const worth = pieces.reduce((sum, { valueCents, count }) => sum + valueCents * count, 0)
  if (worth > MOST_CENTS)
    misused({ code: 'bad-amount', typed: typed.join(' '), name: '--pieces', fault: 'too-large' })
  return { pieces, countedCents: worthOf(pieces) }
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
