import * as z from 'zod/mini'
import type { RateTable } from '../../domain/closing/close-body.ts'
import { DEFAULT_RATES } from '../../domain/closing/pay.ts'
import { day } from '../../domain/kernel/day.ts'
import { all, type Db, type Row, textOf } from '../sql.ts'

const STORED = z.object({
  employer: z.array(z.object({ name: z.string(), rate: z.int() })),
  employee: z.array(z.object({ name: z.string(), rate: z.int(), baseShare: z.int() })),
})

const tableOf = (row: Row): RateTable => ({
  validFrom: day(textOf(row, 'valid_from')),
  ...STORED.parse(JSON.parse(textOf(row, 'body'))),
})

/**
 * The host's tables of social rates, earliest first. The default table of 2026-01-01 stands among them until the host
 * imports one of that date.
 */
export function rateTables(db: Db): readonly RateTable[] {
  const own = all(db, 'SELECT valid_from, body FROM rate_table ORDER BY valid_from').map(tableOf)
  const { validFrom } = DEFAULT_RATES
  if (own.some((table) => table.validFrom === validFrom)) return own
  const later = own.findIndex((table) => table.validFrom > validFrom)
  return own.toSpliced(later === -1 ? own.length : later, 0, DEFAULT_RATES)
}
