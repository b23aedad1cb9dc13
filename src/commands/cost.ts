import { addCost } from '../domain/costs/add.ts'
import { voidCost } from '../domain/costs/void.ts'
import { parseNumberText, tillOfNumber } from '../domain/journal/own-number.ts'
import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { invariant } from '../domain/kernel/defect.ts'
import {
  costCategories as categoriesReport,
  isPerson,
  costList as listReport,
} from '../reports/costs.ts'
import { closedUntil, refuseClosed } from '../store/queries/cohort.ts'
import {
  type CostRow,
  costByNumber,
  costsOf,
  nextCostNumber,
  zOfSession,
} from '../store/queries/cost.ts'
import { depositOfCost } from '../store/queries/deposit.ts'
import { paymentOf } from '../store/queries/settlement.ts'
import { sessionForSale } from '../store/queries/till.ts'
import type { Journal } from '../store/record.ts'
import type { Db } from '../store/sql.ts'
import { command } from './command.ts'
import { costDetails, costJson, costLine, costWords, regimes } from './cost-text.ts'
import { COST_OPTIONS, newCostFrom } from './cost-typed.ts'
import { FLAGS } from './flags.ts'
import { printOne, printReport } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { integerFrom, textFrom } from './values.ts'

export const costAdd = command({
  arguments: '<label> <amount...>',
  options: COST_OPTIONS,
  writes: true,
  run: async (session, input) => {
    const typed = newCostFrom(session, input, 'cost add')
    const added = session.record((journal) => {
      const cohort = session.cohort().code
      const { db, stall } = journal
      refuseClosed(db, cohort, typed.day)
      const till = typed.paidBy === 'till' ? sessionOfTill(journal, cohort, typed.day) : undefined
      const body = addCost(typed, { cohort, number: nextCostNumber(db, stall), session: till })
      journal.append('cost', body)
      return recorded(db, body.number)
    })
    const words = costWords(session)
    await printOne(session, costJson(session, added), () => costLine(session, added))
    const amount = session.money(added.totalCents)
    if (isPerson(added.paidBy)) session.say(words.toRefund(added.paidBy, amount))
    if (added.paidBy === 'till') session.say(words.cashOut(amount))
    if (!session.dryRun) session.say(words.undo(added.number))
  },
})

const sessionOfTill = (journal: Journal, cohort: string, day: Day): number =>
  sessionForSale(journal, { cohort, day })

export function recorded(db: Db, number: number): CostRow {
  const found = costByNumber(db, number)
  invariant(found !== undefined, 'what was recorded is in the list')
  return found
}

export const costList = command({
  options: {},
  lists: true,
  run: async (session) => {
    const costs = costsOf(session.ledger().db, session.cohort().code)
    await printReport(session, listReport(costs, regimes(session)))
    if (costs.length > 0) return
    const { empty, next } = costWords(session)
    session.say(empty)
    sayNext(session, next.add)
  },
})

export const costShow = command({
  arguments: '<number>',
  options: {},
  run: (session, { words }) => {
    const found = costFor(session, words[0] ?? '')
    const settledOn = paymentOf(session.ledger().db, found.number)
    const answer = { ...costJson(session, found), settledOn: settledOn ?? null }
    return printOne(session, answer, () => costDetails(session, found, settledOn))
  },
})

export const costVoid = command({
  arguments: '<number>',
  options: { reason: FLAGS.reason },
  writes: true,
  run: async (session, { words, options }) => {
    if (options.reason === undefined)
      misused({ code: 'option-needed', name: '--reason', command: 'cost void' })
    const reason = textFrom(options.reason, '--reason', 200)
    const voided = session.record((journal) => {
      const found = costFor(session, words[0] ?? '')
      voidIn(journal, found, reason)
      return recorded(journal.db, found.number)
    })
    const say = costWords(session)
    await printOne(session, costJson(session, voided), () => costLine(session, voided))
    if (voided.paidBy === 'till') session.say(say.cashBack(session.money(voided.totalCents)))
  },
})

export const costCategories = command({
  options: {},
  lists: true,
  run: (session) => printReport(session, categoriesReport()),
})

/** Takes a cost out, unless a close has counted it or a sealed till paid it. */
export function voidIn({ db, stall, append }: Journal, found: CostRow, reason: string): void {
  const till = found.session === undefined ? stall : tillOfNumber(found.session)
  if (till !== stall) refuse({ code: 'cost-of-other-till', number: found.number, till })
  const z = found.session === undefined ? undefined : zOfSession(db, found.session)
  if (!found.voided) refuseVoid(db, found)
  append('cost-void', voidCost({ ...found, z }, reason))
}

/** What a close has counted, an amendment alone takes out. */
function refuseVoid(db: Db, { cohort, day, corrects, number }: CostRow): void {
  const deposit = depositOfCost(db, number)
  if (deposit !== undefined) refuse({ code: 'cost-of-deposit', number, deposit })
  const until = corrects === undefined ? undefined : closedUntil(db, cohort)
  if (until !== undefined) refuse({ code: 'period-closed', cohort, until })
  refuseClosed(db, cohort, day)
}

/** The cost of a typed number, in the session's cohort. */
export function costFor(session: Session, typed: string): CostRow {
  const number =
    parseNumberText(typed) ?? integerFrom(typed, '<number>', { from: 1, to: 999_999_999 })
  const found = costByNumber(session.ledger().db, number)
  const { code } = session.cohort()
  if (found === undefined) refuse({ code: 'unknown-cost', number })
  if (found.cohort !== code) refuse({ code: 'unknown-cost', number, elsewhere: found.cohort })
  return found
}
