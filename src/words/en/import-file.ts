import type { Translated } from '../said.ts'
import { counted } from './day-text.ts'

export const importFile = {
  standardInput: 'standard input',
  result: ({ rows, added, skipped }: ImportCounts) =>
    `${counted(rows, 'row')} read: ${added} added${skipped > 0 ? `, ${skipped} already there` : ''}\n`,
  nothing: ({ rows }: ImportCounts) =>
    rows === 0 ? 'the file has no rows: nothing to add\n' : 'nothing to add: all of it is there\n',
  oldEncoding: (line: number) =>
    `note: line ${line} is not UTF-8; the file was read as Windows-1252 (old Excel): check the accents\n`,
  mixedLineEnds: 'note: the file has line ends of several kinds; all were taken\n',
  progress: (rows: number) => `${rows} rows…`,
  refused: (file: string, faults: number, more: boolean) => ({
    message: `${file}: ${counted(faults, 'error')}${more ? ' or more' : ''}; nothing is recorded`,
    hint: 'correct the file, then type the same command again; -n tries without recording',
  }),
  unreadable: (file: string, cause: string) => ({
    message: `${file}: ${cause}`,
    hint: 'give a CSV file with a header line; see flashcoop help formats',
  }),
}
type ImportCounts = { readonly rows: number; readonly added: number; readonly skipped: number }
export type ImportFileWords = Translated<typeof importFile>
