import stringWidth from 'fast-string-width'
import { cents } from '../domain/kernel/money.ts'
import type { Explanation, FigureLabel, Formula } from '../reports/explanation.ts'
import { dayText } from '../words/day-text.ts'
import { explain as en } from '../words/en/explain.ts'
import { hoursText } from '../words/en/statements.ts'
import { explain as fr } from '../words/fr/explain.ts'
import { moneyText } from '../words/money-text.ts'
import { rateText } from '../words/rate-text.ts'
import { inLanguage } from '../words/said.ts'
import type { Reader } from './cell-text.ts'
import { reportTable } from './table.ts'
import { term as safe } from './terminal-text.ts'
import { wordText } from './vocabulary-words.ts'

const wordsOf = (reader: Reader) => inLanguage(reader.language, { en, fr })

/** A figure's or a part's name, as people read it. */
export function labelOf(label: FigureLabel, reader: Reader): string {
  const { language } = reader
  switch (label.kind) {
    case 'figure':
      return wordText('figure', label.figure, language)
    case 'category':
      return wordText('category', label.category, language)
    case 'method':
      return wordText('method', label.method, language)
    case 'contribution':
      return `${safe(wordText('contribution', label.name, language))} ${rateText(label.rate, 3, reader.amounts)}`
    case 'vat':
      return wordsOf(reader).vatAt(rateText(label.ratePerMille, 1, reader.amounts))
    case 'ht':
      return wordsOf(reader).htAt(rateText(label.ratePerMille, 1, reader.amounts))
    case 'z':
      return `${label.z} ${dayText(label.day, language)}`
    case 'part': {
      const text = wordsOf(reader).parts[label.part]
      return label.of === undefined ? text : `${text} ${safe(label.of)}`
    }
  }
}

/** How a figure is computed, with its numbers. */
export function formulaText(formula: Formula, reader: Reader): string {
  const { formulas: words } = wordsOf(reader)
  const money = (amount: number): string => moneyText(cents(amount), reader.amounts)
  const percent = (bp: number): string => rateText(bp, 2, reader.amounts)
  switch (formula.code) {
    case 'contribution': {
      const { base, baseCents, rateBp, floorCents, capCents } = formula
      const bounds = [
        ...(floorCents === undefined ? [] : [words.floor(money(floorCents))]),
        ...(capCents === undefined ? [] : [words.cap(money(capCents))]),
      ]
      const name = wordText(
        'figure',
        base === 'revenue' ? 'revenue_ht' : 'gross_margin',
        reader.language,
      )
      const between = reader.language === 'fr' ? ' ; ' : '; '
      return [words.rateOf(name, money(baseCents), percent(rateBp)), ...bounds].join(between)
    }
    case 'no-contribution':
      return words.noContribution
    case 'insurance-rate':
      return words.rateOf(
        wordText('figure', 'revenue_ht', reader.language),
        money(formula.revenueCents),
        percent(formula.rateBp),
      )
    case 'insurance-people':
      return words.people(money(formula.eachCents), formula.people)
    case 'vat':
      return words.vat(
        rateText(formula.ratePerMille, 1, reader.amounts).replace(/\s?%$/, ''),
        formula.rows,
      )
    case 'vat-franchise':
      return words.franchise
    case 'share': {
      const { rule, totalCents, weight, weights, downCents } = formula
      const text = (value: number): string => (rule === 'hours' ? hoursText(value) : String(value))
      return words.share({
        total: money(totalCents),
        weight: text(weight),
        weights: text(weights),
        down: money(downCents),
      })
    }
    case 'not-payable':
      return words.notPayable
    case 'gross': {
      const { budgetCents, grossCents, employerCents } = formula
      return words.gross(money(grossCents), money(employerCents), money(budgetCents))
    }
    case 'pieces':
      return words.pieces(money(formula.materialsCents), formula.made, formula.pieces)
    case 'rates':
      return words.rates(money(formula.grossCents), dayText(formula.validFrom, reader.language))
  }
}

const amountOf = (unit: Explanation['unit'], amount: number, reader: Reader): string =>
  unit === 'cents' ? moneyText(cents(amount), reader.amounts) : String(amount)

/** The figure, its sum, its formula and its records. Newline at the end. */
export function explanationText(explanation: Explanation, reader: Reader): string {
  const { title, unit, amount, terms, formulas, lines } = explanation
  const parts = [`${labelOf(title, reader)} = ${amountOf(unit, amount, reader)}\n`]
  if (terms.length > 0) parts.push(termLines(explanation, reader))
  if (formulas.length > 0)
    parts.push(`${formulas.map((formula) => formulaText(formula, reader)).join('\n')}\n`)
  if (lines !== undefined && [...lines.rows].length > 0) parts.push(reportTable(lines, reader))
  return parts.join('\n')
}

/** Each term with the name that explains it further. */
function termLines({ terms, unit }: Explanation, reader: Reader): string {
  const rows = terms.map(({ sign, label, amount, figure }) => ({
    label: `${sign} ${labelOf(label, reader)}`,
    amount: amountOf(unit, amount, reader),
    figure,
  }))
  return columnsText(rows)
}

type Line = {
  readonly label: string
  readonly amount: string
  readonly figure?: string | undefined
}

function columnsText(rows: readonly Line[]): string {
  const wide = Math.max(...rows.map(({ label }) => stringWidth(label)))
  const high = Math.max(...rows.map(({ amount }) => stringWidth(amount)))
  return rows
    .map(({ label, amount, figure }) => {
      const gap = ' '.repeat(wide - stringWidth(label) + 2 + high - stringWidth(amount))
      return `${label}${gap}${amount}${figure === undefined ? '' : `   ${safe(figure)}`}\n`
    })
    .join('')
}

/** Everything that can be asked for, a line each. */
export const figureListText = (
  figures: readonly Pick<Explanation, 'figure' | 'title' | 'unit' | 'amount'>[],
  reader: Reader,
): string =>
  columnsText(
    figures.map(({ figure, title, unit, amount }) => ({
      label: labelOf(title, reader),
      amount: amountOf(unit, amount, reader),
      figure,
    })),
  )
