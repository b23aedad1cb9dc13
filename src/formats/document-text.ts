import stringWidth from 'fast-string-width'
import { unreachable } from '../domain/kernel/defect.ts'
import type { AccountLine, Block, Document, TextTable } from '../reports/document.ts'
import { term } from './terminal-text.ts'

const WIDTH = 78

/** A document on a screen: the same words, without the places to sign. Newline at the end. */
export const documentText = ({ pages }: Document): string =>
  pages
    .map(({ title, subtitle, blocks }) =>
      [...[title, subtitle].flatMap(wrapped), ...blocks.flatMap(blockLines)].join('\n'),
    )
    .join(`\n\n${'─'.repeat(WIDTH)}\n\n`)
    .concat('\n')

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return ['', ...wrapped(block.text)]
    case 'lead':
      return ['', ...wrapped(block.text)]
    case 'paragraph':
      return block.lines.flatMap(wrapped)
    case 'account':
      return accountLines(block.lines)
    case 'table':
      return tableLines(block.table)
    case 'code':
      return ['', ...wrapped(block.label), term(block.code)]
    case 'signatures':
      return []
    default:
      return unreachable(block)
  }
}

/** Lines of at most {@link WIDTH} cells, cut between words; a no-break space is no place to cut. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of term(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (stringWidth(longer) <= WIDTH || line === '') line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

const accountLines = (lines: readonly AccountLine[]): readonly string[] =>
  aligned(
    lines.map(({ sign, label, amount }) => [`${sign === '' ? ' ' : sign} ${term(label)}`, amount]),
    [false, true],
  )

const tableLines = ({ head, rows, foot }: TextTable): readonly string[] =>
  aligned(
    [head.map(({ text }) => text), ...rows, ...(foot === undefined ? [] : [foot])],
    head.map(({ numeric }) => numeric),
  )

function aligned(
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[],
): readonly string[] {
  const widths = numeric.map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(term(row[column] ?? '')))),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const text = term(cell)
        const gap = ' '.repeat((widths[column] ?? 0) - stringWidth(text))
        return numeric[column] === true ? gap + text : text + gap
      })
      .join('  ')
      .trimEnd(),
  )
}
