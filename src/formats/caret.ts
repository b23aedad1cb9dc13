import stringWidth from 'fast-string-width'
import type { Span } from '../domain/sales/basket.ts'
import { term } from './terminal-text.ts'

/** A longer line is shown in part. */
const LONGEST_SHOWN = 256
/** Characters that are shown on either side of the fault in a longer one. */
const SHOWN = 80

/**
 * The typed line and a caret under the word that the span names, both safe to print. The caret stands where a terminal
 * shows the word: a Chinese character or an emoji takes two cells, an accent that follows its letter none.
 */
export function caretLines(line: string | undefined, span: Span | undefined): readonly string[] {
  if (line === undefined || line === '' || span === undefined) return []
  const start = line.length > LONGEST_SHOWN ? wholeAt(line, Math.max(0, span.start - SHOWN)) : 0
  const end = line.length > LONGEST_SHOWN ? wholeAt(line, start + 2 * SHOWN) : line.length
  const [before, after] = [start > 0 ? '…' : '', end < line.length ? '…' : '']
  const shown = (from: number, until: number): string => term(line.slice(from, until))
  const at = stringWidth(before + shown(start, span.start))
  const wide = Math.max(1, stringWidth(shown(span.start, Math.min(span.end, end))))
  return [`  ${before}${shown(start, end)}${after}`, `  ${' '.repeat(at)}${'^'.repeat(wide)}`]
}

/** Never between the two halves of one character. */
function wholeAt(line: string, index: number): number {
  return /[\uDC00-\uDFFF]/.test(line.charAt(index)) ? index - 1 : index
}
