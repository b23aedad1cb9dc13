import type { Column, ColumnKey } from './column.ts'

/** Cents, rates and counts are whole numbers; days, times, instants, codes and words are text. Null is "not known". */
export type Cell = string | number | boolean | null

/** A column that a row leaves out is null. */
export type Row = Readonly<Partial<Record<ColumnKey, Cell>>>

/**
 * Titled columns of cells that keep their unit. `name` is kebab-case and stable. `totals` is printed for people
 * only: CSV and JSON have one row per documented thing. Long reports give their rows as an iterable read once.
 */
export type Report<Rows extends Iterable<Row> = Iterable<Row>> = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Rows
  readonly totals?: Row
}

export const cellOf = (row: Row, key: ColumnKey): Cell => row[key] ?? null
