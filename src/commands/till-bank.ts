import type { EventBodies } from '../domain/journal/event.ts'
import type { DepositMethod } from '../domain/journal/money-move.ts'
import type { Day } from '../domain/kernel/day.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { type Cents, cents, ZERO } from '../domain/kernel/money.ts'
import { present } from '../domain/kernel/present.ts'
import { deposit, type ToDeposit } from '../domain/payments/deposit.ts'
import { reportTable } from '../formats/table.ts'
import { recogniseWord, typedWord } from '../formats/vocabulary-words.ts'
import { columns } from '../reports/column.ts'
import { closedUntil, daysOf } from '../store/queries/cohort.ts'
import { nextCostNumber } from '../store/queries/cost.ts'
import {
  type BankMove,
  bankMoves,
  oldestOpenTill,
  takingsMoves,
  toDeposit,
} from '../store/queries/deposit.ts'
import { nextMoveNumber } from '../store/queries/move-number.ts'
import type { Db } from '../store/sql.ts'
import { dayText } from '../words/day-text.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne, printReport, readerOf } from './output.ts'
import { MOVE_OPTIONS, moveFrom, paymentWords, sumFrom } from './payment-typed.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, integerFrom, optional } from './values.ts'

/** Cash fetched at the bank: it is the cohort's from then on, and goes back there with the takings. */
export const tillWithdraw = command({
  arguments: '<amount>',
  options: MOVE_OPTIONS,
  writes: true,
  run: async (session, { words, options }) => {
    const amountCents = sumFrom(words[0] ?? '')
    const { cohort, day, voucher, label } = moveFrom(session, options)
    const body = session.record(({ db, stall, append }) => {
      const number = nextMoveNumber(db, stall, 'bank-withdrawal')
      const fetched = { cohort, number, day, ...present({ voucher, label }), amountCents }
      return append('bank-withdrawal', fetched).body
    })
    const text = paymentWords(session)
    const answer = {
      number: body.number,
      cohort,
      date: day,
      amountCents,
      voucher: voucher ?? null,
      label: label ?? null,
    }
    await printOne(session, answer, () =>
      text.withdrawn(session.money(amountCents), dayText(day, session.language()), voucher),
    )
    sayNext(session, text.next.open(plainAmount(amountCents)))
  },
})

/** As one types it: `80`, `12.50`. */
const plainAmount = (amount: Cents): string =>
  amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2)

const DEPOSIT_OPTIONS = { ...MOVE_OPTIONS, fee: FLAGS.fee, count: FLAGS.count } as const

export const tillDeposit = command({
  arguments: '<method> [amount]',
  options: DEPOSIT_OPTIONS,
  writes: true,
  run: async (session, { words: [typedMethod = '', typedAmount], options }) => {
    const method = methodFrom(session, typedMethod)
    refuseForeign(session, method, options)
    const amountCents = optional(typedAmount, (text) => sumFrom(text))
    const feeCents = optional(options.fee, (text) => amountFrom(text, '--fee')) ?? ZERO
    const count = optional(options.count, (text) =>
      integerFrom(text, '--count', { from: 1, to: 9999 }),
    )
    const typed = { ...moveFrom(session, options), method, amountCents, feeCents, count }
    const { body, standing } = session.record(({ db, stall, append }) => {
      const event = deposit(typed, {
        number: nextMoveNumber(db, stall, 'deposit'),
        moves: takingsMoves(db, typed.cohort),
        openTill: oldestOpenTill(db, typed.cohort),
        costNumber: nextCostNumber(db, stall),
        closedUntil: closedFor(db, typed.cohort, typed.day),
      })
      return {
        body: append('deposit', event).body,
        standing: toDeposit(db, typed.cohort).find((each) => each.method === method),
      }
    })
    invariant(standing !== undefined, 'every means stands somewhere')
    await sayDeposit(session, body, standing)
  },
})

async function sayDeposit(
  session: Session,
  body: EventBodies['deposit'],
  { leftCents }: ToDeposit,
): Promise<void> {
  const text = paymentWords(session)
  const answer = { ...depositJson(body), leftCents }
  const [amount, fee] = [body.amountCents, body.feeCents].map((each) => session.money(each))
  await printOne(session, answer, () =>
    text.deposited(body, { amount: amount ?? '', day: dayText(body.day, session.language()) }),
  )
  if (body.cost !== undefined)
    session.say(text.fee(fee ?? '', session.money(netOf(body)), body.cost))
  session.say(text.left(body.method, session.money(leftCents)))
}

const netOf = ({ amountCents, feeCents }: Pick<BankMove, 'amountCents' | 'feeCents'>): Cents =>
  cents(amountCents - feeCents)

const depositJson = (body: EventBodies['deposit']) => ({
  number: body.number,
  cohort: body.cohort,
  date: body.day,
  method: body.method,
  amountCents: body.amountCents,
  feeCents: body.feeCents,
  cost: body.cost ?? null,
  count: body.count ?? null,
  voucher: body.voucher ?? null,
  label: body.label ?? null,
})

const METHODS: readonly DepositMethod[] = ['cash', 'card', 'cheque']

/** A transfer is at the bank already. */
function methodFrom(session: Session, typed: string): DepositMethod {
  const word = recogniseWord('method', typed)
  const method = METHODS.find((each) => each === word)
  const allowed = METHODS.map((each) => typedWord('method', each, session.language()))
  return method ?? misused({ code: 'bad-choice', typed, name: '<method>', allowed })
}

/** The bank keeps a part of cards alone, and nobody counts coins by pieces of paper. */
function refuseForeign(
  session: Session,
  method: DepositMethod,
  { fee, count }: { readonly fee: string | undefined; readonly count: string | undefined },
): void {
  const other = typedWord('method', method, session.language())
  if (fee !== undefined && method !== 'card')
    misused({ code: 'option-conflict', one: '--fee', other })
  if (count !== undefined && method === 'cash')
    misused({ code: 'option-conflict', one: '--count', other })
}

/** Until when the cohort is closed, if a cost of that day would enter what is closed or come after its end. */
function closedFor(db: Db, cohort: string, on: Day): Day | undefined {
  const until = closedUntil(db, cohort)
  if (until === undefined) return undefined
  const last = daysOf(db, cohort).at(-1)?.day ?? until
  return on <= until || last <= until ? until : undefined
}

const MOVES = columns(
  'bankMove',
  'number',
  'date',
  'method',
  'amount',
  'fee',
  'count',
  'voucher',
  'label',
)
const STANDING = columns('method', 'taken', 'deposited', 'toDeposit')

/** What was fetched at the bank and brought there, and beneath it what still lies here. */
export const tillBank = command({
  options: {},
  lists: true,
  run: async (session) => {
    const { db } = session.ledger()
    const cohort = session.cohort().code
    const rows = bankMoves(db, cohort).map(moveRow)
    const standing = toDeposit(db, cohort).map((each) => ({
      method: each.method,
      taken: each.takenCents,
      deposited: each.depositedCents,
      toDeposit: each.leftCents,
    }))
    const moves = { name: 'bank-moves', columns: MOVES, rows }
    const beneath = { name: 'to-deposit', columns: STANDING, rows: standing }
    const text = paymentWords(session)
    await printReport(session, moves, {
      json: { moves: rows.map(moveJson), toDeposit: toDeposit(db, cohort) },
      text: () =>
        (rows.length === 0 ? '' : `${reportTable(moves, readerOf(session))}\n`) +
        reportTable(beneath, readerOf(session)),
    })
    const next = toDeposit(db, cohort).find((each) => each.leftCents > 0)
    const open = oldestOpenTill(db, cohort)
    if (open !== undefined) session.say(text.openTill(dayText(open, session.language())))
    if (next !== undefined)
      sayNext(session, text.next.deposit(typedWord('method', next.method, session.language())))
  },
})

/** Only a card has a fee; a withdrawal and cash have none to speak of. */
const moveRow = (move: BankMove) => ({
  bankMove: move.kind,
  number: move.number,
  date: move.day,
  method: move.method,
  amount: move.amountCents,
  fee: move.kind === 'deposit' && move.method === 'card' ? move.feeCents : null,
  count: move.count ?? null,
  voucher: move.voucher ?? null,
  label: move.label ?? null,
})

const moveJson = ({ amount, fee, ...row }: ReturnType<typeof moveRow>) => ({
  ...row,
  amountCents: amount,
  feeCents: fee,
})
