import type { RateRow } from '../domain/closing/rate-tables.ts'
import { parsePercent, socialRate } from '../domain/kernel/rate.ts'
import type { CellParser, ImportSpec } from './csv-read.ts'
import { dayCell, textCell, wordCell } from './import-cells.ts'
import { shown } from './shown.ts'
import { recogniseWord } from './vocabulary-words.ts'

/** A percentage as whole units of `10^-decimals` percent. */
const percentCell =
  <T>(decimals: 2 | 3, unit: (value: number) => T): CellParser<T> =>
  (text) => {
    const value = parsePercent(text, decimals)
    return value === undefined
      ? { ok: false, fault: { code: 'not-a-rate', text: shown(text) } }
      : { ok: true, value: unit(value) }
  }

const rateCell = percentCell(3, socialRate)
const baseCell = percentCell(2, (value) => value)
const sideCell = wordCell('side')
const freeName = textCell(80)

/** A usual contribution in French or English is one and the same; a host's own goes by its name. */
const nameCell: CellParser<string> = (text) => {
  const usual = recogniseWord('contribution', text)
  return usual === undefined ? freeName(text) : { ok: true, value: usual }
}

/** `host rates import`: what `host rates list --csv` writes. The base is the part of gross that an employee rate is on. */
export const RATES_IMPORT: ImportSpec<RateRow> = {
  columns: ['validFrom', 'side', 'name', 'rate', 'base'],
  required: ['validFrom', 'side', 'name', 'rate'],
  exported: [],
  row: ({ line, required, optional }) => {
    const validFrom = required('validFrom', dayCell)
    const side = required('side', sideCell)
    const name = required('name', nameCell)
    const rate = required('rate', rateCell)
    const base = optional('base', baseCell)
    if (validFrom === undefined || side === undefined || name === undefined) return undefined
    if (rate === undefined || base === undefined) return undefined
    return { line, validFrom, side, name, rate, base }
  },
}
