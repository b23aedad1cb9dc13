import type { NumberedEntry } from '../domain/accounting/entry.ts'
import {
  accountLedger,
  accountNames,
  accountTyped,
  isWithin,
  type Span,
  trialBalance,
} from '../domain/accounting/trial-balance.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { type BookWords, balanceReport, journalReport, ledgerReport } from '../reports/books.ts'
import type { Report, Row } from '../reports/report.ts'
import { chartOf } from '../store/queries/chart.ts'
import { entriesOf } from '../store/queries/entries.ts'
import { accounts as accountsEn } from '../words/en/accounts.ts'
import { entryLabels as labelsEn } from '../words/en/entries.ts'
import { labelText } from '../words/entry-text.ts'
import { accounts as accountsFr } from '../words/fr/accounts.ts'
import { entryLabels as labelsFr } from '../words/fr/entries.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { isForPrograms, printReport } from './output.ts'
import type { Session } from './session.ts'
import { dateFrom, optional } from './values.ts'

const OPTIONS = { from: FLAGS.from, until: FLAGS.until } as const

/** Every entry of a cohort, line by line. */
export const reportJournal = command({
  options: OPTIONS,
  lists: true,
  run: async (session, { options }) => {
    const span = spanFrom(options)
    const entries = booksOf(session).filter((entry) => isWithin(entry, span))
    await printBooks(session, journalReport(entries, bookWords(session), isForPrograms(session)))
  },
})

/** Each account with its debit, its credit and what is left. */
export const reportBalance = command({
  options: OPTIONS,
  lists: true,
  run: async (session, { options }) => {
    const span = spanFrom(options)
    const entries = booksOf(session).filter((entry) => isWithin(entry, span))
    await printBooks(session, balanceReport(trialBalance(entries), bookWords(session)))
  },
})

/** One account line by line, with its running balance. */
export const reportLedger = command({
  arguments: '<account>',
  options: OPTIONS,
  lists: true,
  run: async (session, { words: [typed = ''], options }) => {
    const span = spanFrom(options)
    const entries = booksOf(session)
    const chart = chartOf(session.ledger().db)
    const { synonyms } = inLanguage(session.language(), { en: accountsEn, fr: accountsFr })
    const isOf =
      accountTyped(typed, chart, entries) ??
      refuse({
        code: 'unknown-account',
        typed,
        near: suggest(typed, accountNames(chart, entries), synonyms),
      })
    await printBooks(session, ledgerReport(accountLedger(entries, isOf, span), bookWords(session)))
  },
})

const booksOf = (session: Session): readonly NumberedEntry[] =>
  entriesOf(session.ledger().db, session.cohort().code)

export function bookWords(session: Session): BookWords {
  const language = session.language()
  const labels = inLanguage(language, { en: labelsEn, fr: labelsFr })
  const { names } = inLanguage(language, { en: accountsEn, fr: accountsFr })
  return { label: (label) => labelText(label, labels), account: (key) => names[key] }
}

async function printBooks(session: Session, report: Report<readonly Row[]>): Promise<void> {
  await printReport(session, report)
  if (report.rows.length > 0) return
  session.say(inLanguage(session.language(), { en: accountsEn, fr: accountsFr }).empty)
}

function spanFrom(options: {
  readonly from: string | undefined
  readonly until: string | undefined
}): Span {
  return {
    from: optional(options.from, (typed) => dateFrom(typed, '--from')),
    until: optional(options.until, (typed) => dateFrom(typed, '--until')),
  }
}
