import type { Language } from '../domain/journal/event.ts'
import { numberText } from '../domain/journal/own-number.ts'
import { day } from '../domain/kernel/day.ts'
import { invariant, unreachable } from '../domain/kernel/defect.ts'
import { clockText, dayOf, instant } from '../domain/kernel/instant.ts'
import { cents } from '../domain/kernel/money.ts'
import type { Column } from '../reports/column.ts'
import type { Cell } from '../reports/report.ts'
import { dayText } from '../words/day-text.ts'
import { moneyText } from '../words/money-text.ts'
import { rateText } from '../words/rate-text.ts'
import { term } from './terminal-text.ts'
import { wordText } from './vocabulary-words.ts'

/** Whose words, and whose way to write amounts: a French ledger's amounts are French whatever `--lang` says. */
export type Reader = { readonly language: Language; readonly amounts: Language }

/** A cell as people read it; `''` when it is not known. */
export function peopleText(column: Column, cell: Cell, reader: Reader): string {
  if (cell === null) return ''
  switch (column.unit) {
    case 'text':
    case 'code':
    case 'time':
      return term(textIn(cell))
    case 'day':
      return dayText(day(textIn(cell)), reader.language)
    case 'instant':
      return instantText(textIn(cell), reader.language)
    case 'cents':
      return moneyText(cents(numberIn(cell)), reader.amounts)
    case 'integer':
      return String(numberIn(cell))
    case 'number':
      return numberText(numberIn(cell))
    case 'vat':
      return rateText(numberIn(cell), 1, reader.amounts)
    case 'basis-points':
      return rateText(numberIn(cell), 2, reader.amounts)
    case 'social-rate':
      return rateText(numberIn(cell), 3, reader.amounts)
    case 'boolean':
      return wordText('answer', booleanIn(cell) ? 'yes' : 'no', reader.language)
    case 'word':
      return term(wordText(column.words, textIn(cell), reader.language))
    default:
      return unreachable(column)
  }
}

function instantText(at: string, language: Language): string {
  const moment = instant(at)
  return `${dayText(dayOf(moment), language)} ${clockText(moment)}`
}

/** The text of a cell whose column holds text; anything else is a defect. */
export function textIn(cell: Cell): string {
  invariant(typeof cell === 'string', 'a cell of text holds text')
  return cell
}

/** The whole number of a cell whose column measures something; anything else is a defect. */
export function numberIn(cell: Cell): number {
  invariant(typeof cell === 'number' && Number.isSafeInteger(cell), 'a measure is a whole number')
  return cell === 0 ? 0 : cell
}

export function booleanIn(cell: Cell): boolean {
  invariant(typeof cell === 'boolean', 'a yes or no is true or false')
  return cell
}
