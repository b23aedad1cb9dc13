import stringWidth from 'fast-string-width'
import type { Language } from '../domain/journal/event.ts'
import { type Column, isNumeric } from '../reports/column.ts'
import { cellOf, type Report, type Row } from '../reports/report.ts'
import { COLUMNS_EN } from '../words/en/columns.ts'
import { COLUMNS_FR } from '../words/fr/columns.ts'
import { peopleText, type Reader } from './cell-text.ts'
import type { Style } from './style.ts'

/** The header of a column in people's tables. */
export const headerText = (of: Column, language: Language): string =>
  (language === 'fr' ? COLUMNS_FR : COLUMNS_EN)[of.key]

/**
 * What a terminal adds: a rule under the header, and lines that fit its width when it tells one (> 0). Without a width
 * it is a pipe that asked for colour: bold and nothing else.
 */
export type Terminal = { readonly width: number | undefined; readonly style: Style }

const GAP = '  '
/** No column is cut below this width; the line wraps instead. */
const NARROWEST = 8
/** Half a number, a code or a date says something wrong. */
const mayBeCut = ({ unit }: Column): boolean => unit === 'text' || unit === 'word'

/** A report as aligned columns for people: text to the left, numbers to the right, totals last. Newline at the end. */
export function reportTable(report: Report, reader: Reader, terminal?: Terminal): string {
  const lines = textLines(report, reader)
  const all = [lines.header, ...lines.body, ...(lines.totals ? [lines.totals] : [])]
  const natural = report.columns.map((_, index) =>
    all.reduce((widest, cells) => Math.max(widest, stringWidth(cells[index] ?? '')), 0),
  )
  const room = terminal?.width ?? 0
  const widths = room > 0 ? fittedWidths(report.columns, natural, room) : natural
  const line = (cells: readonly string[]): string => alignedLine(report.columns, cells, widths)
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP)
  const out = [terminal ? terminal.style.bold(line(lines.header)) : line(lines.header)]
  const ruled = terminal?.width === undefined ? undefined : terminal.style.dim(rule)
  if (ruled !== undefined) out.push(ruled)
  out.push(...lines.body.map(line))
  if (ruled !== undefined && lines.totals) out.push(ruled)
  if (lines.totals)
    out.push(terminal ? terminal.style.bold(line(lines.totals)) : line(lines.totals))
  return `${out.join('\n')}\n`
}

type TextLines = {
  readonly header: readonly string[]
  readonly body: readonly (readonly string[])[]
  readonly totals: readonly string[] | undefined
}

function textLines(report: Report, reader: Reader): TextLines {
  const texts = (row: Row): readonly string[] =>
    report.columns.map((each) => peopleText(each, cellOf(row, each.key), reader))
  return {
    header: report.columns.map((each) => headerText(each, reader.language)),
    body: Array.from(report.rows, texts),
    totals: report.totals && texts(report.totals),
  }
}

/** Takes from the widest columns of text what the line is too long by. */
function fittedWidths(
  columns: readonly Column[],
  natural: readonly number[],
  room: number,
): readonly number[] {
  const widths = [...natural]
  const lineWidth = (): number =>
    widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1))
  for (let excess = lineWidth() - room; excess > 0; excess -= 1) {
    let widest = -1
    for (const [index, each] of columns.entries()) {
      const width = widths[index] ?? 0
      if (mayBeCut(each) && width > NARROWEST && width > (widths[widest] ?? 0)) widest = index
    }
    const width = widths[widest]
    if (width === undefined) break
    widths[widest] = width - 1
  }
  return widths
}

function alignedLine(
  columns: readonly Column[],
  cells: readonly string[],
  widths: readonly number[],
): string {
  const padded = columns.map((each, index) => {
    const width = widths[index] ?? 0
    const text = cutText(cells[index] ?? '', width)
    const padding = ' '.repeat(width - stringWidth(text))
    return isNumeric(each.unit) ? padding + text : text + padding
  })
  return padded.join(GAP).trimEnd()
}

/** At most `width` terminal cells, the last one an ellipsis when something was cut. */
function cutText(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break
    kept += character
  }
  return `${kept}…`
}

const MARKDOWN_SIGNS = /[\\|<>`*_[\]]/g

/** A report as a Markdown table; totals are its last row. */
export function reportMarkdown(report: Report, reader: Reader): string {
  const lines = textLines(report, reader)
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replace(MARKDOWN_SIGNS, '\\$&')).join(' | ')} |`
  const rule = `|${report.columns.map((each) => (isNumeric(each.unit) ? '--:' : '---')).join('|')}|`
  const body = [...lines.body, ...(lines.totals ? [lines.totals] : [])]
  return `${[row(lines.header), rule, ...body.map(row)].join('\n')}\n`
}
