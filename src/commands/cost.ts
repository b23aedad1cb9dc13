import { addCost, MOST_AMOUNTS, MOST_COST_CENTS, type TypedAmount } from '../domain/costs/add.ts'
import { type CostCategory, factsOf } from '../domain/costs/category.ts'
import { payerOf } from '../domain/costs/payer.ts'
import { voidCost } from '../domain/costs/void.ts'
import { parseNumberText } from '../domain/journal/own-number.ts'
import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { nearest, suggest } from '../domain/kernel/suggestion.ts'
import { recogniseWord, wordText } from '../formats/vocabulary-words.ts'
import {
  costCategories as categoriesReport,
  isPerson,
  costList as listReport,
} from '../reports/costs.ts'
import { VOCABULARY } from '../reports/vocabulary.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import {
  type CostRow,
  costByNumber,
  costsOf,
  nextCostNumber,
  payersOf,
  zOfSession,
} from '../store/queries/cost.ts'
import { depositOfCost } from '../store/queries/deposit.ts'
import { sessionForSale } from '../store/queries/till.ts'
import type { Journal } from '../store/record.ts'
import type { Db } from '../store/sql.ts'
import { command, type Input } from './command.ts'
import { costDetails, costJson, costLine, costWords, regimes } from './cost-text.ts'
import { FLAGS } from './flags.ts'
import { printOne, printReport } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, dateFrom, integerFrom, optional, textFrom, vatRateFrom } from './values.ts'
import { wordFrom } from './word-value.ts'

const ADD = {
  category: FLAGS.category,
  supplier: FLAGS.supplier,
  paidBy: FLAGS.paidBy,
  chargedTo: FLAGS.chargedTo,
  voucher: FLAGS.voucher,
  on: FLAGS.on,
} as const

export const costAdd = command({
  arguments: '<label> <amount...>',
  options: ADD,
  writes: true,
  run: async (session, input) => {
    const typed = newCostFrom(session, input)
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

function recorded(db: Db, number: number): CostRow {
  const found = costByNumber(db, number)
  invariant(found !== undefined, 'what was recorded is in the list')
  return found
}

function newCostFrom(session: Session, { words, options }: Input<typeof ADD>) {
  const [label = '', ...amounts] = words
  if (options.category === undefined)
    return misused({ code: 'option-needed', name: '--category', command: 'cost add' })
  const category = categoryFrom(session, options.category)
  return {
    label: textFrom(label, '<label>'),
    category,
    amounts: amountsFrom(session, amounts, category),
    supplier: optional(options.supplier, (text) => textFrom(text, '--supplier')),
    voucher: optional(options.voucher, (text) => textFrom(text, '--voucher', 32)),
    paidBy: payerFrom(session, options.paidBy ?? 'cae'),
    chargedTo: wordFrom(session, {
      typed: options.chargedTo ?? 'activity',
      name: '--charged-to',
      group: 'charge',
    }),
    day: optional(options.on, (text) => pastDayFrom(session, text)) ?? session.today(),
  }
}

/** A category by its code or by its French or English word. */
function categoryFrom(session: Session, typed: string): CostCategory {
  const known = recogniseWord('category', typed)
  if (known !== undefined) return known
  const candidates = VOCABULARY.category.flatMap((each) => {
    const word = wordText('category', each, session.language())
    const answer = word.includes(' ') ? `"${word}"` : word
    return [each, word].map((spelling) => ({ spelling, answer }))
  })
  return refuse({ code: 'unknown-category', category: typed, near: nearest(typed, candidates) })
}

function amountsFrom(
  session: Session,
  typed: readonly string[],
  category: CostCategory,
): readonly TypedAmount[] {
  const name = '<amount>'
  const surplus = typed[MOST_AMOUNTS]
  if (surplus !== undefined)
    misused({ code: 'excess-argument', typed: surplus, command: 'cost add' })
  const amounts = typed.map((each) => amountAtRate(session, each, category))
  const total = amounts.reduce((sum, each) => sum + each.amountCents, 0)
  return total <= MOST_COST_CENTS
    ? amounts
    : misused({ code: 'bad-amount', typed: typed.join(' '), name, fault: 'too-large' })
}

/** `211,00@5.5`; without a rate the category's usual one, where there is one. */
function amountAtRate(session: Session, typed: string, category: CostCategory): TypedAmount {
  const at = typed.lastIndexOf('@')
  const amount = at === -1 ? typed : typed.slice(0, at)
  const name = '<amount>'
  const amountCents = amountFrom(amount, name)
  if (amountCents === 0) misused({ code: 'zero-amount', name })
  if (at !== -1) return { amountCents, vatRatePerMille: vatRateFrom(typed.slice(at + 1)) }
  const usual = factsOf(category).usualVatRate
  if (usual !== undefined) return { amountCents, vatRatePerMille: usual }
  const word = wordText('category', category, session.language())
  return misused({ code: 'vat-rate-needed', amount, category: word })
}

/** `cae`, `till` or `caisse`, a participant's code, or a code as staff have. */
function payerFrom(session: Session, typed: string): string {
  const word = recogniseWord('payer', typed)
  if (word !== undefined) return word
  const participants = payersOf(session.ledger().db, session.cohort().code)
  const reading = payerOf(typed, participants)
  if (reading.ok) return reading.payer
  if (reading.fault === 'unknown-payer') {
    const near = suggest(typed, ['cae', 'till', 'caisse', ...participants])
    return refuse({ code: 'unknown-payer', payer: typed, near })
  }
  const near = suggest(typed, participants)
  return refuse({ code: 'unknown-participant', participant: typed, near })
}

function pastDayFrom(session: Session, typed: string): Day {
  const day = dateFrom(typed, '--on')
  return session.isToCome(day) && day > session.today()
    ? misused({ code: 'future-date', typed, name: '--on' })
    : day
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
    return printOne(session, costJson(session, found), () => costDetails(session, found))
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
    const voided = session.record(({ db, append }) => {
      const found = costFor(session, words[0] ?? '')
      const z = found.session === undefined ? undefined : zOfSession(db, found.session)
      if (!found.voided) refuseClosed(db, found.cohort, found.day)
      append('cost-void', voidCost({ ...found, z }, reason))
      return recorded(db, found.number)
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

/** What a close has counted, an amendment alone takes out. */
function refuseVoid(db: Db, { cohort, day, corrects, number }: CostRow): void {
  const deposit = depositOfCost(db, number)
  if (deposit !== undefined) refuse({ code: 'cost-of-deposit', number, deposit })
  const until = corrects === undefined ? undefined : closedUntil(db, cohort)
  if (until !== undefined) refuse({ code: 'period-closed', cohort, until })
  refuseClosed(db, cohort, day)
}

/** The cost of a typed number, in the session's cohort. */
function costFor(session: Session, typed: string): CostRow {
  const number =
    parseNumberText(typed) ?? integerFrom(typed, '<number>', { from: 1, to: 999_999_999 })
  const found = costByNumber(session.ledger().db, number)
  const { code } = session.cohort()
  if (found === undefined) refuse({ code: 'unknown-cost', number })
  if (found.cohort !== code) refuse({ code: 'unknown-cost', number, elsewhere: found.cohort })
  return found
}
