import stringWidth from 'fast-string-width'
import type { Column } from '../reports/column.ts'
import { cellOf, type Row } from '../reports/report.ts'
import { peopleText, type Reader } from './cell-text.ts'
import { headerText } from './table.ts'

/** One thing for people: a line for each column that says something, titles to the left. Newline at the end. */
export function detailText(columns: readonly Column[], row: Row, reader: Reader): string {
  const lines = columns
    .map((column) => ({
      title: headerText(column, reader.language),
      text: peopleText(column, cellOf(row, column.key), reader),
    }))
    .filter((line) => line.text !== '')
  const width = Math.max(0, ...lines.map((line) => stringWidth(line.title)))
  return lines
    .map(({ title, text }) => `${title}${' '.repeat(width - stringWidth(title))}  ${text}\n`)
    .join('')
}
