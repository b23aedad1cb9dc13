/** Limits of imported files (choice). */
export type CsvLimits = { readonly bytes: number; readonly rows: number }

const MEBIBYTE = 1024 * 1024
export const CSV_LIMITS: CsvLimits = { bytes: 64 * MEBIBYTE, rows: 1_000_000 }

export const MOST_COLUMNS = 64
/** In code units. */
export const LONGEST_CELL = 4096
/** This many faults are listed, then reading stops. */
export const MOST_FAULTS = 20

/** `--max-size`: `64`, `64M`, `1G`, mebibytes unless it says otherwise; `undefined` when it is no size. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d{1,4})(K|M|G)?(?:i?B)?$/i.exec(text.trim())
  if (!match) return undefined
  const count = Number.parseInt(match[1] ?? '', 10)
  const unit = (match[2] ?? 'M').toUpperCase()
  return count * (unit === 'K' ? 1024 : unit === 'M' ? MEBIBYTE : 1024 * MEBIBYTE)
}
