import { payerOf } from '../domain/costs/payer.ts'
import { numberText } from '../domain/journal/own-number.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { cents, sumCents } from '../domain/kernel/money.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { payCost, refundAdvance } from '../domain/payments/settle-cost.ts'
import { term } from '../formats/terminal-text.ts'
import { columns } from '../reports/column.ts'
import { type CostRow, payersOf } from '../store/queries/cost.ts'
import { depositOfCost } from '../store/queries/deposit.ts'
import { nextMoveNumber } from '../store/queries/move-number.ts'
import { advanceMoves, advancesOf, paymentOf, unpaidCosts } from '../store/queries/settlement.ts'
import type { Db } from '../store/sql.ts'
import { dayText } from '../words/day-text.ts'
import { command } from './command.ts'
import { costFor } from './cost.ts'
import { printOne, printReport } from './output.ts'
import { MOVE_OPTIONS, moveFrom, paymentWords, sumFrom } from './payment-typed.ts'
import { sayNext } from './say-next.ts'
import { optional } from './values.ts'

/** The host pays the supplier of a cost that it took on. */
export const costPay = command({
  arguments: '<number>',
  options: MOVE_OPTIONS,
  writes: true,
  run: async (session, { words, options }) => {
    const typed = moveFrom(session, options)
    const { body, cost } = session.record(({ db, stall, append }) => {
      const found = costFor(session, words[0] ?? '')
      const { number } = found
      const facts = { deposit: depositOfCost(db, number), paidOn: paymentOf(db, number) }
      const event = payCost(
        typed,
        { ...found, ...facts },
        nextMoveNumber(db, stall, 'cost-payment'),
      )
      return { body: append('cost-payment', event).body, cost: found }
    })
    const { number, day, amountCents, voucher = null, label = null } = body
    const answer = {
      number,
      cohort: body.cohort,
      cost: cost.number,
      supplier: cost.supplier ?? null,
      date: day,
      amountCents,
      voucher,
      label,
    }
    const text = paymentWords(session)
    await printOne(session, answer, () =>
      text.costPaid(shown(cost), session.money(amountCents), {
        day: dayText(day, session.language()),
        voucher: body.voucher,
      }),
    )
    const [next] = unpaidCosts(session.ledger().db, body.cohort)
    if (next !== undefined) sayNext(session, text.next.pay(numberText(next.number)))
  },
})

const shown = ({ number, label, supplier }: CostRow) => ({
  number,
  label: term(label),
  supplier: optional(supplier, term),
})

/** Gives back what somebody advanced. */
export const costRefund = command({
  arguments: '<who> [amount]',
  options: MOVE_OPTIONS,
  writes: true,
  run: async (session, { words: [typedWho = '', typedAmount], options }) => {
    const typed = moveFrom(session, options)
    const amountCents = optional(typedAmount, (text) => sumFrom(text))
    const { body, owedCents } = session.record(({ db, stall, append }) => {
      const who = advancerFrom(db, typed.cohort, typedWho)
      const number = nextMoveNumber(db, stall, 'cost-refund')
      const moves = advanceMoves(db, typed.cohort)
      const event = refundAdvance({ ...typed, who, amountCents }, moves, number)
      const recorded = append('cost-refund', event).body
      const left = advancesOf(db, typed.cohort).find((each) => each.who === who)
      return { body: recorded, owedCents: left?.owedCents ?? recorded.amountCents }
    })
    const { number, who, day, voucher = null, label = null } = body
    const answer = {
      number,
      cohort: body.cohort,
      who,
      date: day,
      amountCents: body.amountCents,
      owedCents,
      voucher,
      label,
    }
    const text = paymentWords(session)
    await printOne(session, answer, () =>
      text.refunded(who, session.money(body.amountCents), {
        day: dayText(day, session.language()),
        voucher: body.voucher,
      }),
    )
    session.say(text.owed(who, session.money(owedCents)))
  },
})

/** Somebody who advanced money here, by their code in any case. */
function advancerFrom(db: Db, cohort: string, typed: string): string {
  const people = advancesOf(db, cohort).map((each) => each.who)
  const code = typed.trim().toUpperCase()
  const found = people.find((each) => each.toUpperCase() === code)
  if (found !== undefined) return found
  const participants = payersOf(db, cohort)
  const reading = payerOf(typed, participants)
  if (!reading.ok && reading.fault === 'unknown-participant')
    refuse({
      code: 'unknown-participant',
      participant: typed,
      near: suggest(typed, participants),
    })
  return refuse({ code: 'unknown-advance', who: typed, near: suggest(typed, people) })
}

/** Who advanced money, what was given back, what is still owed. */
export const costAdvances = command({
  options: {},
  lists: true,
  run: async (session) => {
    const { db } = session.ledger()
    const found = advancesOf(db, session.cohort().code)
    const rows = found.map((each) => ({
      person: each.who,
      advanced: each.advancedCents,
      givenBack: each.refundedCents,
      toRefund: each.owedCents,
    }))
    const report = {
      name: 'advances',
      columns: columns('person', 'advanced', 'givenBack', 'toRefund'),
      rows,
    }
    const totals = {
      advanced: sumCents(rows.map((row) => row.advanced)),
      givenBack: sumCents(rows.map((row) => row.givenBack)),
      toRefund: sumCents(rows.map((row) => row.toRefund)),
    }
    await printReport(session, rows.length > 1 ? { ...report, totals } : report)
    const text = paymentWords(session)
    if (rows.length === 0) session.say(text.noAdvances)
    for (const { who, owedCents } of found)
      if (owedCents < 0) session.say(text.owesBack(who, session.money(cents(0 - owedCents))))
    const owed = found.find((each) => each.owedCents > 0)
    if (owed !== undefined) sayNext(session, text.next.refund(owed.who))
  },
})

/** The bills that the host has still to pay. */
export const costUnpaid = command({
  options: {},
  lists: true,
  run: async (session) => {
    const { db } = session.ledger()
    const bills = unpaidCosts(db, session.cohort().code)
    const rows = bills.map(({ number, day, label, supplier, voucher, amountCents }) => ({
      number,
      date: day,
      label,
      supplier: supplier ?? null,
      voucher: voucher ?? null,
      amountTtc: amountCents,
    }))
    const report = {
      name: 'unpaid-costs',
      columns: columns('number', 'date', 'label', 'supplier', 'voucher', 'amountTtc'),
      rows,
    }
    const totals = { amountTtc: sumCents(rows.map((row) => row.amountTtc)) }
    await printReport(session, rows.length > 1 ? { ...report, totals } : report)
    const text = paymentWords(session)
    const [next] = bills
    if (next === undefined) session.say(text.noBills)
    else sayNext(session, text.next.pay(numberText(next.number)))
  },
})
