import { snakeCase } from '../../domain/kernel/name.ts'
import type { ColumnKey } from '../../reports/column.ts'
import type { ImportFaultWords } from '../../reports/import-fault.ts'
import { VOCABULARY_EN } from './vocabulary.ts'

const expectedTitles = (keys: readonly ColumnKey[]): string =>
  keys.length === 0 ? '' : `; expected: ${keys.map(snakeCase).join(', ')}`
const megabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} MB`

/** Where something is wrong in an imported file. */
export const IMPORT_PLACES_EN = {
  line: (line: number): string => `line ${line}`,
  column: (header: string): string => `column ${header}`,
}

export const IMPORT_FAULTS_EN: ImportFaultWords = {
  blank: () => 'this cell is empty',
  'too-many-decimals': ({ text }) => `${text} has more than two decimals`,
  grouping: ({ text }) => `${text} has a separator in the wrong place; write 1234.50`,
  negative: ({ text }) => `${text} is below zero`,
  'minus-zero': ({ text }) => `${text} is minus zero, which is no amount`,
  'foreign-digits': ({ text }) => `${text} is not written with the digits 0 to 9`,
  'not-an-amount': ({ text }) => `${text} is not an amount; write 12 or 12.50`,
  'amount-too-large': ({ text }) => `${text} is too large: seven digits before the point at most`,
  control: () => 'there is an invisible control character in this text',
  direction: () => 'there is an invisible mark of writing direction in this text',
  joiner: () => 'there is an invisible joiner in the wrong place in this text',
  formula: () => 'this text begins with = + - or @: a spreadsheet would take it for a formula',
  marks: () => 'there are too many marks on one letter of this text',
  'not-unicode': () => 'this is not valid text',
  'other-currency': ({ text }) => `${text} is not euros: only EUR is taken`,
  'text-too-long': ({ most }) => `this text is longer than ${most} characters`,
  'not-a-day': ({ text }) => `${text} is not a date; write 2026-06-17 or 17/06/2026`,
  'not-a-time': ({ text }) => `${text} is not a time; write 10:32`,
  'not-a-rate': ({ text }) => `${text} is not a rate in percent; write 5.5`,
  'vat-rate-not-allowed': ({ text }) => `${text} is not a VAT rate: 0, 2.1, 5.5, 10 or 20`,
  'not-a-whole-number': ({ text }) => `${text} is not a whole number`,
  'out-of-range': ({ text, least, most }) => `${text} is not between ${least} and ${most}`,
  'unknown-word': ({ text, group }) =>
    `${text} is not one of: ${Object.values(VOCABULARY_EN[group])
      .map(([word]) => word)
      .join(', ')}`,
  'not-a-person-code': () => 'this is not a code like P01',
  'not-a-payer': () => 'this is not cae, till, or a code like P01',
  'too-few-cells': ({ found, expected }) => `cells found: ${found}, expected: ${expected}`,
  'too-many-cells': ({ found, expected }) =>
    `cells found: ${found}, expected: ${expected}; put text that has the separator in it in quotes`,
  'unbalanced-quote': () => 'a quotation mark opens here and is never closed',
  'text-after-quote': () => 'there is text after a closing quotation mark',
  'stray-quote': () =>
    'there is a quotation mark inside a cell; put the cell in quotes and double the mark',
  'line-too-long': () => 'this line never seems to end: this is no CSV file',
  'cell-too-long': ({ most }) => `this cell is longer than ${most} characters`,
  'too-many-rows': ({ most }) => `the file has more than ${most} rows; split it`,
  'no-header': ({ expected }) =>
    `the first line does not have the titles of the columns${expectedTitles(expected)}`,
  'unknown-header': ({ text, expected }) =>
    `column ${text} is not known${expectedTitles(expected)}`,
  'missing-header': ({ key, expected }) =>
    `column ${snakeCase(key)} is missing${expectedTitles(expected)}`,
  'duplicate-header': ({ text, expected }) =>
    `column ${text} is there twice${expectedTitles(expected)}`,
  'empty-header': ({ position, expected }) =>
    `column ${position} has no title${expectedTitles(expected)}`,
  'too-many-columns': ({ found, most }) => `${found} columns, at most ${most}`,
  'file-missing': () => 'there is no such file',
  'not-a-file': () => 'this is not a file but a folder, a pipe or a device',
  'file-unreadable': () => 'this file cannot be read',
  'file-empty': () => 'this file is empty',
  'file-too-large': ({ most }) => `this file is larger than ${megabytes(most)}; see --max-size`,
  'utf-16': () => 'this file is in UTF-16; save it as “CSV UTF-8”',
  nul: () => 'there is a NUL byte in this file: it is no CSV file',
}
