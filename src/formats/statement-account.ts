import type { Day } from '../domain/kernel/day.ts'
import type { PeriodFigures } from '../reports/close-answer.ts'
import { figuresOf, vatByRate } from '../reports/closing-report.ts'
import { isNumeric } from '../reports/column.ts'
import type { AccountLine, Block, Document, TextTable } from '../reports/document.ts'
import { cellOf, type Report, type Row } from '../reports/report.ts'
import { dayText } from '../words/day-text.ts'
import { statements as en, type StatementWords } from '../words/en/statements.ts'
import { statements as fr } from '../words/fr/statements.ts'
import { moneyText } from '../words/money-text.ts'
import { inLanguage } from '../words/said.ts'
import { peopleText, type Reader } from './cell-text.ts'
import { FIGURE_SIGNS } from './figure-signs.ts'
import { headerText } from './table.ts'
import { wordText } from './vocabulary-words.ts'

export const statementWords = (reader: Reader): StatementWords =>
  inLanguage(reader.language, { en, fr })

/** Whose paper it is. */
export type Headed = {
  readonly host: string
  readonly cohort: string
  readonly cohortName: string
}

/** `Les Sablés (FC-2026-02)`; a cohort that has its code for a name is named once. */
export const cohortText = ({ cohort, cohortName }: Headed): string =>
  cohortName === cohort ? cohort : `${cohortName} (${cohort})`

/** `CAE Exemple — Les Sablés (FC-2026-02), du 09/06/2026 au 18/06/2026`. */
export function subtitleOf(
  headed: Headed,
  { from, until }: { readonly from: Day; readonly until: Day },
  reader: Reader,
): string {
  const { language } = reader
  const period = statementWords(reader).period(dayText(from, language), dayText(until, language))
  const head = headed.host === '' ? [] : [headed.host]
  return [...head, `${cohortText(headed)}, ${period}`].join(' — ')
}

const SUMS = new Set(['revenue_ht', 'gross_margin', 'result'])

/** Income statement and VAT of a period, as blocks of any paper. */
export function accountBlocks(figures: PeriodFigures, reader: Reader): readonly Block[] {
  const words = statementWords(reader)
  const lines: readonly AccountLine[] = figuresOf(figures.incomeStatement).map(
    ([figure, amount]) => ({
      sign: FIGURE_SIGNS[figure].trim(),
      label: wordText('figure', figure, reader.language),
      amount: moneyText(amount, reader.amounts),
      strong: SUMS.has(figure),
    }),
  )
  const vat: readonly Block[] =
    figures.vat.length === 0
      ? []
      : [
          { kind: 'heading', text: words.account.vat },
          { kind: 'table', table: tableOf(vatByRate(figures.vat), reader) },
        ]
  const programme: readonly Block[] =
    figures.programmeHtCents === 0
      ? []
      : [
          {
            kind: 'paragraph',
            lines: [words.programme(moneyText(figures.programmeHtCents, reader.amounts))],
          },
        ]
  return [{ kind: 'account', lines }, ...vat, ...programme]
}

/** A report's rows as texts for people. */
function tableOf(report: Report<readonly Row[]>, reader: Reader): TextTable {
  const texts = (row: Row): readonly string[] =>
    report.columns.map((column) => peopleText(column, cellOf(row, column.key), reader))
  return {
    head: report.columns.map((column) => ({
      text: headerText(column, reader.language),
      numeric: isNumeric(column.unit),
    })),
    rows: report.rows.map(texts),
    ...(report.totals === undefined ? {} : { foot: texts(report.totals) }),
  }
}

type AccountHead = Headed & {
  readonly closedOn: Day | undefined
  /** What else has to be said of the figures. */
  readonly notes: readonly string[]
}

/** The income statement of a period on a sheet of its own; `closedOn` is undefined while it may still change. */
export function accountDocument(
  figures: PeriodFigures,
  { closedOn, notes, ...headed }: AccountHead,
  reader: Reader,
): Document {
  const words = statementWords(reader)
  const state =
    closedOn === undefined ? words.preview : words.closed(dayText(closedOn, reader.language))
  return {
    language: reader.language,
    title: `${words.account.title} ${headed.cohort}`,
    pages: [
      {
        title: words.account.title,
        subtitle: `${subtitleOf(headed, figures, reader)} (${state})`,
        blocks: [
          ...accountBlocks(figures, reader),
          ...(notes.length === 0 ? [] : [{ kind: 'paragraph', lines: notes } as const]),
        ],
      },
    ],
  }
}
