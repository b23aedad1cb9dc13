import type { Day } from '../domain/kernel/day.ts'
import { type Cents, decimalText } from '../domain/kernel/money.ts'
import { cellOf, type ExportedEntry, type ExportedLine } from './exported-entry.ts'
import { windows1252 } from './windows-1252.ts'

/**
 * The columns that the software of hosting cooperatives writes for Sage (practice: its invoice export; what flashcoop
 * has no data for, the tax code and the due date, stays empty).
 */
const SAGE_COLUMNS = [
  'Numéro de pièce',
  'Code Journal',
  'Date de pièce',
  'N° compte général',
  'Numéro de facture',
  'Numéro de compte tiers',
  'Code taxe',
  "Libellé d'écriture",
  "Date d'échéance",
  'Montant débit',
  'Montant crédit',
  'Type de ligne',
  'Numéro analytique',
] as const

/** What Sage's label holds unless the host's takes more (practice: 35, later versions 69). */
export const SAGE_LABEL_LENGTH = 35

/** Rows between header and end; `lost` letters that windows-1252 lacks, see windows-1252.ts. */
export type SageFile = {
  readonly bytes: Uint8Array
  readonly rows: number
  readonly lost: readonly string[]
}

/**
 * Every line twice (practice of that software): a general one, `G`, then the same one as analytic, `A`, with its
 * section. windows-1252, `;`, `ddmmyy`, decimal comma, CRLF.
 */
export function sageFile(entries: readonly ExportedEntry[], labelLength: number): SageFile {
  const rows = entries.flatMap((entry) => {
    const label = sageCell(entry.label, labelLength)
    return entry.lines.flatMap((line) => [
      rowOf(entry, line, { label, type: 'G', section: '' }),
      rowOf(entry, line, { label, type: 'A', section: sageCell(line.section) }),
    ])
  })
  const { bytes, lost } = windows1252(
    [SAGE_COLUMNS, ...rows].map((cells) => `${cells.join(';')}\r\n`).join(''),
  )
  return { bytes, rows: rows.length, lost }
}

type Doubled = { readonly label: string; readonly type: 'G' | 'A'; readonly section: string }

function rowOf(
  entry: ExportedEntry,
  line: ExportedLine,
  { label, type, section }: Doubled,
): readonly string[] {
  const piece = sageCell(entry.piece)
  return [
    piece,
    entry.journal,
    sageDay(entry.day),
    line.account,
    piece,
    line.auxiliary === undefined ? '' : sageCell(line.auxiliary.code),
    '',
    label,
    '',
    sageAmount(line.debitCents),
    sageAmount(line.creditCents),
    type,
    section,
  ]
}

/** No quotes are needed: what would call for them is kept out. */
const sageCell = (text: string, longest?: number): string =>
  cellOf(text, { unfit: /[;"]/g, ...(longest === undefined ? {} : { longest }) })

/** `170626`. */
const sageDay = (day: Day): string => `${day.slice(8)}${day.slice(5, 7)}${day.slice(2, 4)}`

/** The other side of a line is `0`, as that software writes it. */
const sageAmount = (amount: Cents): string => (amount === 0 ? '0' : decimalText(amount, ','))
