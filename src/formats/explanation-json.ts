import type { Explanation } from '../reports/explanation.ts'
import { cellOf } from '../reports/report.ts'
import type { Reader } from './cell-text.ts'
import { formulaText, labelOf } from './explanation-text.ts'

/** The answer of `explain --json`: amounts in cents, but half-days as they are. */
export function explanationJson(
  { figure, unit, amount, terms, formulas, lines, title }: Explanation,
  reader: Reader,
) {
  const measured = (value: number) =>
    unit === 'cents' ? { amountCents: value } : { halfDays: value }
  return {
    figure,
    title: labelOf(title, reader),
    ...measured(amount),
    terms: terms.map((term) => ({
      label: labelOf(term.label, reader),
      ...measured(term.sign === '−' ? -term.amount : term.amount),
      figure: term.figure ?? null,
    })),
    formulas: formulas.map((formula) => formulaText(formula, reader)),
    lines:
      lines === undefined
        ? []
        : [...lines.rows].map((row) =>
            Object.fromEntries(
              lines.columns.map((column) => [
                column.unit === 'cents' ? `${column.key}Cents` : column.key,
                cellOf(row, column.key),
              ]),
            ),
          ),
  }
}
