import { accountLedger, accountNames, accountTyped } from '../domain/accounting/trial-balance.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { cents, sumCents } from '../domain/kernel/money.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { ledgerReport } from '../reports/books.ts'
import { columns } from '../reports/column.ts'
import { costList, figuresOf } from '../reports/costs.ts'
import { type Explanation, explained, minus, plus, type Term } from '../reports/explanation.ts'
import { chartOf } from '../store/queries/chart.ts'
import { entriesOf } from '../store/queries/entries.ts'
import { participantNamed } from '../store/queries/participant.ts'
import { duesOf } from '../store/queries/payout.ts'
import { costFor } from './cost.ts'
import { regimes } from './cost-text.ts'
import { bookWords } from './report-books.ts'
import type { Session } from './session.ts'

/** One account's balance, from the lines of its ledger. */
export function explainAccount(session: Session, key: string): Explanation {
  const { db } = session.ledger()
  const entries = entriesOf(db, session.cohort().code)
  const chart = chartOf(db)
  const isOf =
    accountTyped(key, chart, entries) ??
    refuse({
      code: 'unknown-account',
      typed: key,
      near: suggest(key, accountNames(chart, entries)),
    })
  const lines = accountLedger(entries, isOf, {})
  const debit = sumCents(lines.map(({ line }) => line.debitCents))
  const credit = sumCents(lines.map(({ line }) => line.creditCents))
  return explained({
    figure: `account:${key}`,
    title: { kind: 'part', part: 'account', of: key },
    amount: cents(debit - credit),
    terms: [
      plus({ kind: 'part', part: 'debit' }, debit),
      minus({ kind: 'part', part: 'credit' }, credit),
    ],
    formulas: [],
    lines: ledgerReport(lines, bookWords(session)),
  })
}

/** What one cost weighs, amount by amount. */
export function explainCost(session: Session, key: string): Explanation {
  const cost = costFor(session, key)
  const regime = regimes(session)(cost)
  const terms: readonly Term[] = cost.amounts.map((amount) =>
    plus({ kind: 'ht', ratePerMille: amount.vatRatePerMille }, figuresOf(cost, amount, regime).ht),
  )
  return explained({
    figure: `cost:${key}`,
    title: { kind: 'part', part: 'cost', of: cost.label },
    amount: sumCents(terms.map((term) => cents(term.amount))),
    terms,
    formulas: [],
    lines: costList([cost], regimes(session)),
  })
}

/** What is due to one participant, from each close and amendment. */
export function explainDue(session: Session, key: string): Explanation {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const { code } = participantNamed(db, cohort, key)
  const dues = duesOf(db, cohort).filter((each) => each.participant === code)
  return explained({
    figure: `due:${code}`,
    title: { kind: 'part', part: 'due', of: code },
    amount: sumCents(dues.map((each) => each.dueCents)),
    terms: dues.map((each) =>
      plus({ kind: 'part', part: 'period', of: String(each.period) }, each.dueCents),
    ),
    formulas: [],
    lines: {
      name: 'dues',
      columns: columns('period', 'date', 'amount'),
      rows: dues.map((each) => ({ period: each.period, date: each.day, amount: each.dueCents })),
    },
  })
}
