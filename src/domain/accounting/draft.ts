import type { JournalEvent } from '../journal/event.ts'
import type { Cents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { type AccountKey, activitySectionOf, type Chart } from './chart.ts'
import {
  type Auxiliary,
  checkEntry,
  type Entry,
  type EntryLine,
  reversed,
  type Stage,
  sides,
  stageOf,
} from './entry.ts'

/** An entry before it is known whether anything moves. */
export type Draft = Pick<Entry, 'journal' | 'day' | 'piece' | 'label' | 'lines'> & {
  readonly stage: Stage
}

/** A debit above zero, a credit below; a balance of zero is left out by {@link entriesFrom}. */
type WriteLine = (account: AccountKey, balance: Cents, auxiliary?: Auxiliary) => EntryLine

/** Writes lines with the numbers of a chart, in one analytic section. */
export const linesIn =
  (chart: Chart, section: string): WriteLine =>
  (account, balance, auxiliary) => ({
    account,
    number: chart.accounts[account],
    ...present({ auxiliary }),
    section,
    ...sides(balance),
  })

export const linesOf = (chart: Chart, cohort: string): WriteLine =>
  linesIn(chart, activitySectionOf(chart, cohort))

/** Lines of nothing are left out, and entries of no line. */
export function entriesFrom(
  { stall, seq }: Pick<JournalEvent, 'stall' | 'seq'>,
  drafts: readonly Draft[],
): readonly Entry[] {
  return drafts.flatMap(({ stage, lines, ...draft }) => {
    const moving = lines.filter((line) => line.debitCents !== 0 || line.creditCents !== 0)
    if (moving.length === 0) return []
    const entry: Entry = {
      ...draft,
      pieceDay: draft.day,
      lines: moving,
      source: { stall, seq },
      stage: stageOf(stage),
    }
    return [checkEntry(entry)]
  })
}

/** The entries that take others back, on the same day. */
export const takenBack = (
  { stall, seq }: Pick<JournalEvent, 'stall' | 'seq'>,
  entries: readonly Entry[],
): readonly Entry[] =>
  entries.map((entry) =>
    checkEntry({
      ...entry,
      label: { code: 'reversal', of: entry.label },
      lines: reversed(entry.lines),
      source: { stall, seq },
    }),
  )
