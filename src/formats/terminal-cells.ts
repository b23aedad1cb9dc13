import { type Day, parseDay } from '../domain/kernel/day.ts'
import {
  epochMsOf,
  type Instant,
  instantAt,
  instantOf,
  parseWhen,
} from '../domain/kernel/instant.ts'
import { type Cents, parseAmount } from '../domain/kernel/money.ts'
import type { CellParser } from './csv-read.ts'
import { amountCell, timeCell } from './import-cells.ts'
import { shown } from './shown.ts'

/** How card terminals write their cells. */

const CURRENCY = /^(?:EUR|€)\s?(?=[-\d])|\s?(?:EUR|€)$/gi
const POINT_GROUPS = /^-?\d{1,3}(?:\.\d{3})+,\d{2}$/
const COMMA_GROUPS = /^-?\d{1,3}(?:,\d{3})+\.\d{2}$/

/** `1.234,56` and `1,234.56` say by their end which mark is which; `1,234` alone does not, and is refused. */
function plainAmount(text: string): string {
  const bare = text
    .trim()
    .replace(/\u2212/g, '-')
    .replace(CURRENCY, '')
  if (POINT_GROUPS.test(bare)) return bare.replaceAll('.', '')
  if (COMMA_GROUPS.test(bare)) return bare.replaceAll(',', '')
  return bare
}

/** An amount in either notation; a refund may be below zero, a sale not: the row decides. */
export const terminalAmountCell: CellParser<Cents> = (text) => {
  const plain = plainAmount(text)
  const parsed = parseAmount(plain, { negative: true })
  return parsed.ok ? { ok: true, value: parsed.amount } : amountCell(plain)
}

/** `EUR`, in any case; every other currency is refused, for nothing here converts. */
export const euroCell: CellParser<'EUR'> = (text) =>
  /^(?:EUR|€|euros?)$/i.test(text.trim())
    ? { ok: true, value: 'EUR' }
    : { ok: false, fault: { code: 'other-currency', text: shown(text) } }

/** Day, then perhaps a time and a zone: all in one cell, as several exports have it. */
const MOMENT =
  /^(?<on>\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}\.\d{1,2}\.\d{2})(?:(?:,? ?(?:à )?|T)(?<time>\d{1,2}[:hH]\d{2}(?::\d{2})?)(?:\.\d+)?)? ?(?<zone>Z|UTC|[+-]\d{2}:?\d{2})?$/

type WrittenMoment = {
  readonly on: Day
  readonly time: string | undefined
  readonly zone: string | undefined
}

/** `17.06.26` is of this century (choice: the one place where a year of two digits is read, for terminals write it). */
function dayWritten(text: string): Day | undefined {
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})$/.exec(text) ?? []
  return year === ''
    ? parseDay(text)
    : parseDay(`${date}/${month}/${year.length === 2 ? '20' : ''}${year}`)
}

/** `2026-06-17T10:32:05Z`, `17.06.26`, `17/06/2026 10:32`, `17.06.2026, 10:32`. */
export const momentCell: CellParser<WrittenMoment> = (text) => {
  const { on = '', time, zone } = MOMENT.exec(text.trim())?.groups ?? {}
  const found = dayWritten(on)
  return found === undefined
    ? { ok: false, fault: { code: 'not-a-day', text: shown(text) } }
    : { ok: true, value: { on: found, time, zone } }
}

/**
 * The moment on the wall clock of this computer; `undefined` when there is no such time. A time of another zone is
 * brought here, so that its day is the day of the market.
 */
export function instantWritten(
  { on, time, zone }: WrittenMoment,
  beside?: string,
): Instant | undefined {
  const cell = timeCell(time ?? beside ?? '')
  if (!cell.ok) return undefined
  if (zone === undefined) return instantAt(on, cell.value)
  const offset = zone === 'Z' || zone === 'UTC' ? 'Z' : zone.replace(/^(...):?/, '$1:')
  const there = parseWhen(`${on}T${cell.value}${offset}`, instantOf(0))
  return there === undefined ? undefined : instantOf(epochMsOf(there))
}
