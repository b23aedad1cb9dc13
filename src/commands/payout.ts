import { refuse } from '../domain/journal/refusal.ts'
import { type Cents, parseAmount, sumCents } from '../domain/kernel/money.ts'
import { type Asked, type Payee, payees, payOut } from '../domain/payments/payout.ts'
import { reportTable } from '../formats/table.ts'
import { term } from '../formats/terminal-text.ts'
import { columns } from '../reports/column.ts'
import { peopleOf } from '../store/identity.ts'
import { nextMoveNumber } from '../store/queries/move-number.ts'
import { participantNamed } from '../store/queries/participant.ts'
import { duesOf, lastPeriod, paidOf, payeesOf } from '../store/queries/payout.ts'
import type { Db } from '../store/sql.ts'
import { dayText } from '../words/day-text.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne, printReport, readerOf } from './output.ts'
import { MOVE_OPTIONS, moveFrom, paymentWords, sumFrom } from './payment-typed.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { optional } from './values.ts'

/** What is due to each participant, what was paid and what is left, with the proof that it adds up. */
export const payoutList = command({
  options: {},
  lists: true,
  run: async (session) => {
    const { db } = session.ledger()
    const { code: cohort } = session.cohort()
    const found = payeesOf(db, cohort)
    if (lastPeriod(db, cohort) === 0) refuse({ code: 'not-closed', cohort })
    const totals = totalsOf(found)
    const report = listReport(found, peopleOf(db, cohort))
    const text = paymentWords(session)
    await printReport(session, report, {
      text: () => reportTable(report, readerOf(session)) + text.proof(totals, session.money),
    })
    if (totals.leftCents > 0) sayNext(session, text.next.payAll)
  },
})

type Totals = Pick<Payee, 'dueCents' | 'paidCents' | 'leftCents' | 'overpaidCents'>

const totalsOf = (all: readonly Payee[]): Totals => ({
  dueCents: sumCents(all.map((each) => each.dueCents)),
  paidCents: sumCents(all.map((each) => each.paidCents)),
  leftCents: sumCents(all.map((each) => each.leftCents)),
  overpaidCents: sumCents(all.map((each) => each.overpaidCents)),
})

function listReport(found: readonly Payee[], people: ReturnType<typeof peopleOf>) {
  const cells = (figures: Totals) => ({
    due: figures.dueCents,
    paid: figures.paidCents,
    stillDue: figures.leftCents,
    overpaid: figures.overpaidCents,
  })
  return {
    name: 'payouts',
    columns: columns('participant', 'name', 'payable', 'due', 'paid', 'stillDue', 'overpaid'),
    rows: found.map((each) => ({
      participant: each.participant,
      name: people.get(each.participant)?.name ?? null,
      payable: each.payable,
      ...cells(each),
    })),
    totals: cells(totalsOf(found)),
  }
}

const PAY_OPTIONS = { ...MOVE_OPTIONS, all: FLAGS.all } as const

/** One transfer to those who are named, or to everybody to whom something is due. */
export const payoutPay = command({
  arguments: '[who...]',
  options: PAY_OPTIONS,
  writes: true,
  run: async (session, { words, options }) => {
    const typed = moveFrom(session, options)
    refuseMixed(words, options.all)
    const body = session.record(({ db, stall, append }) => {
      const asked = options.all ? ('all' as const) : askedFrom(db, typed.cohort, words)
      const event = payOut(
        { ...typed, asked },
        {
          number: nextMoveNumber(db, stall, 'payout'),
          period: lastPeriod(db, typed.cohort),
          dues: duesOf(db, typed.cohort),
          paid: paidOf(db, typed.cohort),
        },
      )
      return append('payout', event).body
    })
    await sayPayout(session, body)
  },
})

function refuseMixed(words: readonly string[], all: boolean): void {
  const [first] = words
  if (all && first !== undefined)
    misused({ code: 'option-conflict', one: '--all', other: term(first) })
  if (!all && first === undefined)
    misused({ code: 'missing-argument', name: '<who>', command: 'payout pay' })
}

/** `P01`, `P01 P02`, `P01:30 P02:12,50`, or one person and an amount: `P01 30`. */
function askedFrom(db: Db, cohort: string, words: readonly string[]): readonly Asked[] {
  if (lastPeriod(db, cohort) === 0) refuse({ code: 'not-closed', cohort })
  const [one = '', amount, ...others] = words
  const isOnePair = amount !== undefined && others.length === 0 && parseAmount(amount).ok
  const pairs = isOnePair ? [{ who: one, amount }] : words.map(pairOf)
  return merged(
    pairs.map((pair) => ({
      ...pair,
      participant: participantNamed(db, cohort, pair.who).code,
      amountCents: optional(pair.amount, (text) => sumFrom(text)),
    })),
  )
}

type Pair = { readonly who: string; readonly amount: string | undefined }

function pairOf(word: string): Pair {
  const at = word.lastIndexOf(':')
  return at === -1
    ? { who: word, amount: undefined }
    : { who: word.slice(0, at), amount: word.slice(at + 1) }
}

/** Somebody named twice is paid once; two amounts are refused, for one of them is a slip. */
function merged(asked: readonly (Asked & Pair)[]): readonly Asked[] {
  const known = new Map<string, Asked & Pair>()
  for (const each of asked) {
    const before = known.get(each.participant)
    if (before !== undefined && before.amountCents !== each.amountCents)
      misused({ code: 'option-conflict', one: term(pairText(before)), other: term(pairText(each)) })
    known.set(each.participant, each)
  }
  return [...known.values()].map(({ participant, amountCents }) => ({ participant, amountCents }))
}

const pairText = ({ who, amount }: Pair): string =>
  amount === undefined ? who : `${who}:${amount}`

async function sayPayout(session: Session, body: ReturnType<typeof payOut>): Promise<void> {
  const { db } = session.ledger()
  const text = paymentWords(session)
  const totalCents = sumCents(body.payments.map((each) => each.amountCents))
  // A mere try was rolled back: what is left is counted with it all the same.
  const paid = session.dryRun
    ? [...paidOf(db, body.cohort), ...body.payments.map((each) => ({ ...each, day: body.day }))]
    : paidOf(db, body.cohort)
  const leftCents: Cents = totalsOf(payees(duesOf(db, body.cohort), paid)).leftCents
  const answer = {
    number: body.number,
    cohort: body.cohort,
    period: body.period,
    date: body.day,
    totalCents,
    payments: body.payments,
    leftCents,
    voucher: body.voucher ?? null,
    label: body.label ?? null,
  }
  await printOne(session, answer, () =>
    text.paidOut(body, session.money, dayText(body.day, session.language())),
  )
  session.say(text.stillDue(session.money(leftCents)))
}
