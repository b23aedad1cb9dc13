import { addCost, MOST_AMOUNTS } from '../domain/costs/add.ts'
import { factsOf } from '../domain/costs/category.ts'
import {
  type CostLine,
  costKeyOf,
  costOfLines,
  identityOf,
  type LinesFault,
} from '../domain/costs/import.ts'
import { payerOf } from '../domain/costs/payer.ts'
import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { COSTS_IMPORT, type CostRow as FileRow } from '../formats/import-specs.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import type { ColumnKey } from '../reports/column.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { costsOf, nextCostNumber, payersOf } from '../store/queries/cost.ts'
import { cost as en } from '../words/en/cost.ts'
import { cost as fr } from '../words/fr/cost.ts'
import { inLanguage } from '../words/said.ts'
import { type Importer, type ImportWork, importCommand } from './import-file.ts'
import { sessionFinder } from './imported-session.ts'
import { saleWords } from './receipt.ts'
import type { Session } from './session.ts'

/**
 * Costs from a file, one row per amount. A row that says what the ledger holds already is skipped, as many times as it
 * is held: a file that grew adds what is new, one's own list adds nothing. What was voided counts as held, so that an
 * old file does not bring it back.
 */
export const costImport = importCommand((session) => {
  const opened: Day[] = []
  return {
    kind: 'cost',
    spec: COSTS_IMPORT,
    begin: (work) => costImporter(session, work, opened),
    notes: () => opened.map(saleWords(session).importOpened),
    next: () => (opened.length === 0 ? undefined : saleWords(session).importNext),
  }
})

/** Lines of one cost, and where the first of them stands. */
type Group = { readonly line: number; readonly lines: CostLine[] }

function costImporter(session: Session, work: ImportWork, opened: Day[]): Importer<FileRow> {
  const { journal, cohort } = work
  const held = heldLines(work)
  const groups = new Map<string, Group>()
  const sessionOf = sessionFinder(session, work, opened)
  const check = rowChecker(session, work, sessionOf)
  return {
    take: (row) => {
      if (work.known) return work.skipped()
      const line = lineFrom(row, work)
      if (line === undefined || isHeld(held, line)) return line && work.skipped()
      check(row, line)
      const key = costKeyOf(line) ?? `line ${row.line}`
      const group = groups.get(key)
      if (group) group.lines.push(line)
      else groups.set(key, { line: row.line, lines: [line] })
    },
    finish: () => {
      let number = nextCostNumber(journal.db, journal.stall)
      for (const { line, lines } of groups.values()) {
        const typed = costOfLines(lines)
        if (typed === undefined) continue
        if (typeof typed === 'string') {
          work.fault({ line }, (language) => groupFault(typed, inLanguage(language, { en, fr })))
          continue
        }
        const till = typed.paidBy === 'till' ? sessionOf(typed.day) : undefined
        journal.append('cost', addCost(typed, { cohort, number, session: till }))
        work.added(lines.length)
        number += 1
      }
    },
  }
}

function groupFault(fault: LinesFault, { imported }: typeof en): string {
  return fault === 'too-many-amounts' ? imported.amounts(MOST_AMOUNTS) : imported.total
}

/** How many times each line is in the ledger, voided ones too. */
function heldLines({ journal, cohort, known }: ImportWork): Map<string, number> {
  const held = new Map<string, number>()
  if (known) return held
  for (const cost of costsOf(journal.db, cohort)) {
    for (const { amountCents, vatRatePerMille } of cost.amounts) {
      const identity = identityOf({ ...cost, amountCents, vatRatePerMille })
      held.set(identity, (held.get(identity) ?? 0) + 1)
    }
  }
  return held
}

/** Whether the ledger holds the line once more than the file had it so far. */
function isHeld(held: Map<string, number>, line: CostLine): boolean {
  const identity = identityOf(line)
  const left = held.get(identity) ?? 0
  if (left > 0) held.set(identity, left - 1)
  return left > 0
}

/** A row with its blanks filled in; `undefined` after a fault. */
function lineFrom(row: FileRow, work: ImportWork): CostLine | undefined {
  const fault = (
    column: ColumnKey,
    say: (words: typeof en.imported, category: string) => string,
  ): undefined => {
    work.fault({ line: row.line, column }, (language) =>
      say(inLanguage(language, { en, fr }).imported, wordText('category', row.category, language)),
    )
  }
  if (row.amountTtc === 0) return fault('amountTtc', (words) => words.zero)
  const vatRatePerMille = row.vatRate ?? factsOf(row.category).usualVatRate
  if (vatRatePerMille === undefined)
    return fault('vatRate', (words, category) => words.rate(category))
  return {
    day: row.date,
    label: row.label,
    category: row.category,
    amountCents: row.amountTtc,
    vatRatePerMille,
    supplier: row.supplier ?? undefined,
    paidBy: row.paidBy ?? 'cae',
    chargedTo: row.chargedTo ?? 'activity',
    voucher: row.voucher ?? undefined,
  }
}

/** Refuses what cannot be recorded, on the line where it stands: the future, a closed period, an unknown payer. */
function rowChecker(
  session: Session,
  { journal, cohort, fault }: ImportWork,
  sessionOf: (day: Day) => number,
): (row: FileRow, line: CostLine) => void {
  const participants = payersOf(journal.db, cohort)
  const checked = new Set<string>()
  return ({ line: at }, { day, paidBy }) => {
    if (session.isToCome(day, 1))
      return fault({ line: at, column: 'date' }, (language) =>
        inLanguage(language, { en, fr }).imported.future(day),
      )
    const known = `${day} ${paidBy}`
    if (checked.has(known)) return
    checkDayAndPayer(journal, { cohort, day, paidBy, participants, sessionOf })
    checked.add(known)
  }
}

type Facts = {
  readonly cohort: string
  readonly day: Day
  readonly paidBy: string
  readonly participants: readonly string[]
  readonly sessionOf: (day: Day) => number
}

function checkDayAndPayer(
  journal: ImportWork['journal'],
  { cohort, day, paidBy, participants, sessionOf }: Facts,
): void {
  refuseClosed(journal.db, cohort, day)
  if (paidBy === 'till') sessionOf(day)
  else if (paidBy !== 'cae' && !payerOf(paidBy, participants).ok)
    refuse({
      code: 'unknown-participant',
      participant: paidBy,
      near: suggest(paidBy, participants),
    })
}
