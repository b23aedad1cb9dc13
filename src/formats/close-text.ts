import stringWidth from 'fast-string-width'
import type { Vote } from '../domain/closing/close-body.ts'
import type { CloseView } from '../domain/closing/decide-close.ts'
import type { Day } from '../domain/kernel/day.ts'
import { type Cents, sumCents } from '../domain/kernel/money.ts'
import type { PeriodFigures } from '../reports/close-answer.ts'
import { figuresOf, shortDistribution, vatByRate } from '../reports/closing-report.ts'
import type { ColumnKey } from '../reports/column.ts'
import { cellOf } from '../reports/report.ts'
import { dayText } from '../words/day-text.ts'
import { close as en } from '../words/en/close.ts'
import { hoursText } from '../words/en/statements.ts'
import { close as fr } from '../words/fr/close.ts'
import { moneyText } from '../words/money-text.ts'
import { inLanguage } from '../words/said.ts'
import { peopleText, type Reader } from './cell-text.ts'
import { FIGURE_SIGNS } from './figure-signs.ts'
import { reportTable } from './table.ts'
import { term } from './terminal-text.ts'
import { wordText } from './vocabulary-words.ts'

/** A close as people read it, frozen when it has the day on which it was made. */
export type ShownClose = {
  readonly view: CloseView
  readonly closedOn: Day | undefined
  readonly vote: Vote | undefined
  /** What is written down on paper; undefined while nothing is closed. */
  readonly headCode: string | undefined
  /** Whether no period of the cohort follows: who bears a loss. */
  readonly last: boolean
  /** What the next period has made good of a loss, where that is less than all of it. */
  readonly madeGoodCents?: Cents | undefined
}

const wordsOf = (reader: Reader) => inLanguage(reader.language, { en, fr })
const paragraph = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

type NamedPeriod = Pick<PeriodFigures, 'cohort' | 'from' | 'until'>

/** Whose figures, of which days, and whether they can still change. */
function titleLine(
  { cohort, from, until }: NamedPeriod,
  closedOn: Day | undefined,
  reader: Reader,
): string {
  const words = wordsOf(reader)
  const state =
    closedOn === undefined ? words.preview : words.closed(dayText(closedOn, reader.language))
  const period = words.period(
    term(cohort),
    dayText(from, reader.language),
    dayText(until, reader.language),
  )
  return paragraph(`${period} (${state})`)
}

/** Income statement, in lines of its own where it has some, and VAT of a period. Newline at the end. */
export function earningsText(
  figures: PeriodFigures & { readonly statement?: readonly string[] },
  closedOn: Day | undefined,
  reader: Reader,
): string {
  const words = wordsOf(reader)
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const { vat, programmeHtCents } = figures
  const parts = [
    titleLine(figures, closedOn, reader),
    paragraph(words.statement, ...(figures.statement ?? statementLines(figures, reader))),
  ]
  if (vat.length > 0) parts.push(`${words.vat}\n${reportTable(vatByRate(vat), reader)}`)
  if (programmeHtCents !== 0) parts.push(paragraph(words.programme(money(programmeHtCents))))
  return parts.join('\n')
}

function statementLines(
  { incomeStatement }: PeriodFigures,
  { language, amounts }: Reader,
): readonly string[] {
  const lines = figuresOf(incomeStatement).map(([figure, amount]) => ({
    label: `${FIGURE_SIGNS[figure]} ${wordText('figure', figure, language)}`,
    amount: moneyText(amount, amounts),
  }))
  const labelWidth = Math.max(...lines.map((line) => stringWidth(line.label)))
  const amountWidth = Math.max(...lines.map((line) => stringWidth(line.amount)))
  return lines.map(({ label, amount }) => {
    const gap = labelWidth - stringWidth(label) + 2 + amountWidth - stringWidth(amount)
    return `${label}${' '.repeat(gap)}${amount}`
  })
}

/** Who gets what, alone. Newline at the end. */
export const distributionText = (shown: ShownClose, reader: Reader): string =>
  `${titleLine(shown.view, shown.closedOn, reader)}\n${sharesText(shown, reader)}`

/** Who gets what, with its proof and whatever has to be said about it. */
function sharesText(shown: ShownClose, reader: Reader): string {
  const words = wordsOf(reader)
  const { rule, excusedCount, distribution } = shown.view
  const ruleText = wordText('rule', rule, reader.language)
  const title = words.sharing(excusedCount ? `${ruleText}, ${words.excusedCount}` : ruleText)
  const kept = keptLines(shown, reader)
  const parts = [paragraph(title, ...(shown.vote ? [words.vote(shown.vote)] : []), ...kept)]
  if (distribution.totalCents > 0) parts.push(sharesTable(shown.view, reader))
  const notes = [...proofLines(shown.view, reader), ...personLines(shown.view, reader)]
  if (notes.length > 0) parts.push(paragraph(...notes))
  return parts.join('\n')
}

/** Under titles shorter than those of a CSV file: it fits into 80 columns. */
function sharesTable(view: CloseView, reader: Reader): string {
  const { columns, rows, totals } = shortDistribution(view)
  const titles: { readonly [K in ColumnKey]?: string } = wordsOf(reader).titles
  const lines = [
    columns.map(({ key }) => titles[key] ?? ''),
    ...[...rows, totals ?? {}].map((row) =>
      columns.map((column) => {
        const cell = cellOf(row, column.key)
        return column.key === 'attendedMinutes' && typeof cell === 'number'
          ? hoursText(cell)
          : peopleText(column, cell, reader)
      }),
    ),
  ]
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((cells) => stringWidth(cells[index] ?? ''))),
  )
  return paragraph(
    ...lines.map((cells) =>
      cells
        .map((cell, index) => {
          const padding = ' '.repeat((widths[index] ?? 0) - stringWidth(cell))
          return index === 0 ? cell + padding : padding + cell
        })
        .join('  '),
    ),
  )
}

/** What is taken off before the split, or why nothing is left. */
function keptLines({ view, last, madeGoodCents }: ShownClose, reader: Reader): readonly string[] {
  const words = wordsOf(reader)
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const { reserveCents, deficitCents, totalCents, carriedDeficitCents } = view.distribution
  const lines = []
  if (carriedDeficitCents !== undefined) lines.push(words.carried(money(carriedDeficitCents)))
  if (reserveCents > 0) lines.push(words.reserve(money(reserveCents)))
  if (deficitCents > 0)
    lines.push(
      words.loss(
        money(deficitCents),
        last,
        madeGoodCents === undefined ? undefined : money(madeGoodCents),
      ),
    )
  else if (totalCents === 0) lines.push(words.nothingToShare)
  return lines
}

/** `Preuve : somme des parts 740,37 € = résultat 740,37 € − réserve 0,00 €`, and the same for pay. */
function proofLines(
  { incomeStatement, distribution }: CloseView,
  reader: Reader,
): readonly string[] {
  const words = wordsOf(reader)
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const { shares, reserveCents, deficitCents, carriedDeficitCents, totalCents } = distribution
  if (deficitCents > 0) return []
  const shared = sumCents(shares.map((share) => share.shareCents))
  const from = [
    `${words.proofResult} ${money(incomeStatement.resultCents)}`,
    ...(carriedDeficitCents === undefined
      ? []
      : [`${words.proofCarried} ${money(carriedDeficitCents)}`]),
    ...(reserveCents === 0 ? [] : [`${words.proofReserve} ${money(reserveCents)}`]),
  ].join(' − ')
  const lines = [`${words.proof} ${money(shared)} = ${from}`]
  const pays = shares.flatMap((share) => share.pay ?? [])
  if (pays.length > 0 && totalCents > 0) {
    const sums = [
      sumCents(pays.map((pay) => pay.grossCents)),
      sumCents(pays.map((pay) => pay.employerCents)),
      sumCents(pays.map((pay) => pay.remainderCents)),
    ]
    lines.push(words.payProof(sums.map(money).join(' + '), money(sumCents(sums))))
  }
  return lines
}

function personLines({ distribution, rates }: CloseView, reader: Reader): readonly string[] {
  const words = wordsOf(reader)
  const { shares, totalCents } = distribution
  const spare = shares.filter((share) => share.spareCent).map((share) => share.participant)
  const unpaid = shares
    .filter((share) => !share.payable)
    .map(({ participant, payableReason }) =>
      words.notPayable(
        participant,
        payableReason && term(wordText('payableReason', payableReason, reader.language)),
      ),
    )
  if (totalCents === 0) return []
  return [
    ...(spare.length === 0 ? [] : [words.spareCent(spare)]),
    ...unpaid,
    rates === undefined ? words.noEstimate : words.estimate,
  ]
}

/** The whole close: what was earned, who gets what, and what to write down. Newline at the end. */
export function closeText(shown: ShownClose, reader: Reader): string {
  const { view, closedOn, headCode } = shown
  const parts = [earningsText(view, closedOn, reader), sharesText(shown, reader)]
  if (headCode !== undefined) parts.push(paragraph(wordsOf(reader).head(headCode)))
  return parts.join('\n')
}
