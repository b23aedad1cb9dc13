import type { CloseBody } from '../domain/closing/close-body.ts'
import {
  bouncedCheque,
  correctedTakings,
  refuseUnsold,
  type TypedTakings,
} from '../domain/closing/correct.ts'
import { correctedCost } from '../domain/closing/corrected-cost.ts'
import { addCost, MOST_AMOUNTS, MOST_COST_CENTS, type TypedAmount } from '../domain/costs/add.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { type Cents, cents, ZERO } from '../domain/kernel/money.ts'
import { foldWord } from '../domain/kernel/name.ts'
import { METHOD_WORDS } from '../domain/sales/sale-words.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import { isPerson } from '../reports/costs.ts'
import { cohortCorrections, correctionsOf } from '../store/queries/correction.ts'
import { type CostRow, costByNumber, nextCostNumber } from '../store/queries/cost.ts'
import { toDeposit } from '../store/queries/deposit.ts'
import { frozenClose } from '../store/queries/frozen-close.ts'
import type { Db } from '../store/sql.ts'
import { command, type Input } from './command.ts'
import {
  AMENDMENT_OPTIONS,
  correctWords,
  periodFrom,
  reasonFrom,
  recordCorrection,
} from './correct-amendment.ts'
import { costFor } from './cost.ts'
import { COST_OPTIONS, newCostFrom } from './cost-typed.ts'
import { FLAGS } from './flags.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, optional, textFrom, vatRateFrom } from './values.ts'
import { wordFrom } from './word-value.ts'

/** A cost that came after the close. */
export const correctCost = command({
  arguments: '<label> <amount...>',
  options: { ...COST_OPTIONS, ...AMENDMENT_OPTIONS },
  writes: true,
  run: async (session, { words, options }) => {
    const typed = newCostFrom(session, { words, options }, 'correct cost')
    if (typed.paidBy === 'till')
      misused({
        code: 'bad-choice',
        typed: options.paidBy ?? 'till',
        name: '--paid-by',
        allowed: ['cae', 'P03', 'ANIM01'],
      })
    const outcome = await recordCorrection(session, {
      typed: options,
      reason: reasonFrom(options.reason),
      periodIn: () => periodFrom(options.period),
      factIn: (db, { cohort }) => {
        const number = nextCostNumber(db, session.ledger().stall)
        const body = addCost(typed, { cohort, number, session: undefined })
        return { kind: 'cost', ...correctedCost(body) }
      },
    })
    const total = cents(typed.amounts.reduce((sum, each) => sum + each.amountCents, 0))
    if (outcome === undefined && isPerson(typed.paidBy))
      session.say(correctWords(session).toRefund(typed.paidBy, session.money(total)))
    return outcome
  },
})

/** A cost that the close counted and that was none. */
export const correctVoidCost = command({
  arguments: '<number>',
  options: AMENDMENT_OPTIONS,
  writes: true,
  run: (session, { words, options }) => {
    const reason = neededReason(options.reason, 'correct void-cost')
    const wanted = costFor(session, words[0] ?? '').number
    const costIn = (db: Db): CostRow => {
      const found = costByNumber(db, wanted)
      return found ?? refuse({ code: 'unknown-cost', number: wanted })
    }
    return recordCorrection(session, {
      typed: options,
      reason,
      periodIn: (db) => laterPeriod(periodOfCost(db, costIn(db)), options.period),
      factIn: (db) => {
        const { number, voided, ...cost } = costIn(db)
        if (voided) refuse({ code: 'cost-voided', number })
        const { supplier, voucher, ...others } = cost
        const said = {
          ...(supplier === undefined ? {} : { supplier }),
          ...(voucher === undefined ? {} : { voucher }),
        }
        const { label, category, paidBy, chargedTo, amounts } = others
        const body = { number, label, category, ...said, paidBy, chargedTo, amounts }
        return { kind: 'void-cost', ...correctedCost(body) }
      },
    })
  },
})

/** The closed period that counted a cost; refuses one that no close has counted. */
function periodOfCost(db: Db, { cohort, corrects, day, number }: CostRow): number {
  const period = corrects ?? frozenClose(db, cohort, day)?.body.period
  return period ?? refuse({ code: 'cost-not-closed', number, day })
}

/** The period that counted a cost, or the later one that made good its loss. */
function laterPeriod(counted: number, typed: string | undefined): number {
  const asked = periodFrom(typed) ?? counted
  if (asked < counted)
    misused({ code: 'bad-number', typed: String(asked), name: '--period', from: counted, to: 999 })
  return asked
}

const TAKINGS = {
  method: FLAGS.method,
  kind: FLAGS.kind,
  label: FLAGS.label,
  ...AMENDMENT_OPTIONS,
} as const

/** Takings that the close has not counted. */
export const correctSale = command({
  arguments: '<amount...>',
  options: TAKINGS,
  writes: true,
  run: (session, input) => recordTakings(session, 'sale', input),
})

/** Takings that the close counted and that were none, or were given back since. */
export const correctVoidSale = command({
  arguments: '<amount...>',
  options: TAKINGS,
  writes: true,
  run: (session, input) => recordTakings(session, 'void-sale', input),
})

function recordTakings(
  session: Session,
  kind: 'sale' | 'void-sale',
  { words, options }: Input<typeof TAKINGS>,
) {
  const reason = neededReason(options.reason, `correct ${kind}`)
  const typed: TypedTakings = {
    amounts: takingsFrom(session, words, kind),
    label: optional(options.label, (text) => textFrom(text, '--label')),
    of: wordFrom(session, { typed: options.kind ?? 'goods', name: '--kind', group: 'kind' }),
    method:
      optional(options.method, (text) => methodFrom(session, text)) ??
      session.settings().defaultMethod,
  }
  return recordCorrection(session, {
    typed: options,
    reason,
    periodIn: () => periodFrom(options.period),
    factIn: (db, close) => {
      const takings = correctedTakings(typed, close.terms.vatRegime)
      if (kind === 'void-sale') refuseUnsold(takings, close, amendmentsOf(db, close))
      return { kind, ...takings }
    },
  })
}

const amendmentsOf = (db: Db, close: CloseBody) => correctionsOf(db, close).map(({ body }) => body)

/** Amounts VAT included, each with its rate: takings have no usual one. */
function takingsFrom(
  session: Session,
  typed: readonly string[],
  kind: 'sale' | 'void-sale',
): readonly TypedAmount[] {
  const surplus = typed[MOST_AMOUNTS]
  if (surplus !== undefined)
    misused({ code: 'excess-argument', typed: surplus, command: `correct ${kind}` })
  return typed.map((each) => {
    const at = each.lastIndexOf('@')
    if (at === -1)
      return misused({
        code: 'vat-rate-needed',
        amount: each,
        category: wordText('correction', 'sale', session.language()),
      })
    const amountCents = amountAbove(each.slice(0, at))
    return { amountCents, vatRatePerMille: vatRateFrom(each.slice(at + 1)) }
  })
}

function amountAbove(typed: string): Cents {
  const name = '<amount>'
  const amount = amountFrom(typed, name)
  if (amount === 0) misused({ code: 'zero-amount', name })
  return amount > MOST_COST_CENTS
    ? misused({ code: 'bad-amount', typed, name, fault: 'too-large' })
    : amount
}

/** As at the till: `esp`, `cb`, `chq`, `vir`, or their whole words. */
function methodFrom(session: Session, typed: string) {
  const folded = foldWord(typed)
  const short = METHOD_WORDS.find(({ words }) => words.includes(folded))
  return short?.method ?? wordFrom(session, { typed, name: '--method', group: 'method' })
}

/** A cheque that the bank sent back. */
export const correctCheque = command({
  arguments: '<amount>',
  options: AMENDMENT_OPTIONS,
  writes: true,
  run: (session, { words, options }) => {
    const reason = neededReason(options.reason, 'correct cheque')
    const amountCents = amountAbove(words[0] ?? '')
    return recordCorrection(session, {
      typed: options,
      reason,
      periodIn: () => periodFrom(options.period),
      factIn: (db, { cohort }) => {
        const standing = toDeposit(db, cohort).find((each) => each.method === 'cheque')
        const receivedCents = standing?.takenCents ?? ZERO
        const corrections = cohortCorrections(db, cohort).map(({ body }) => body)
        return bouncedCheque(amountCents, { receivedCents, corrections })
      },
    })
  },
})

/** Cash that was found missing, or found, after the close. */
export const correctTill = command({
  arguments: '<action> <amount>',
  options: AMENDMENT_OPTIONS,
  writes: true,
  run: (session, { words, options }) => {
    const reason = neededReason(options.reason, 'correct till')
    const way = wordFrom(session, { typed: words[0] ?? '', name: '<action>', group: 'cash' })
    const amount = amountAbove(words[1] ?? '')
    const differenceCents = way === 'missing' ? cents(0 - amount) : amount
    return recordCorrection(session, {
      typed: options,
      reason,
      periodIn: () => periodFrom(options.period),
      factIn: () => ({ kind: 'till', differenceCents }),
    })
  },
})

/** An amendment is signed: it says why. */
const neededReason = (typed: string | undefined, commandName: string): string =>
  reasonFrom(typed) ?? misused({ code: 'option-needed', name: '--reason', command: commandName })
