import type { ExportFormat } from '../../domain/journal/event.ts'
import type { Translated } from '../said.ts'
import { counted } from './day-text.ts'

/** What a file holds; days and amounts as the reader writes them. */
export type ExportFigures = {
  readonly entries: number
  readonly rows: number
  readonly from: string
  readonly until: string
  readonly total: string
}

const AIMS: { readonly [F in ExportFormat]: (file: string) => string } = {
  fec: () =>
    "an extract to import into the host's own accounting software; it is not the host's FEC\n",
  'sage-cae': () => "to import into Sage with the host's own import format\n",
  hledger: (file) => `to check it: hledger -f ${file} check\n`,
}

/** Files for other software. */
export const exported = {
  holds: ({ entries, rows, from, until, total }: ExportFigures) =>
    `${counted(entries, 'entry', 'entries')}, ${counted(rows, 'line')}, from ${from} to ${until}, debit = credit = ${total}`,
  aims: AIMS,
  open: (count: number) =>
    `${counted(count, 'entry', 'entries')} of an open period, marked "!": all of it may change until the close\n`,
  lost: (count: number, letters: string) =>
    `Sage cannot read ${letters} (windows-1252): ${counted(count, 'letter')} replaced\n`,
  empty: 'nothing was exported yet\n',
  next: { fec: 'flashcoop export fec' },
}
export type ExportWords = Translated<typeof exported>
