import type { EventBodies, EventOf, SaleLine } from '../../domain/journal/event.ts'
import { type Db, run } from '../sql.ts'
import { bit, orNull, type Projectors } from './projector.ts'

const COUNT = `INSERT INTO product_stock (cohort, product, sold, given) VALUES (?, ?, ?, ?)
  ON CONFLICT (cohort, product) DO UPDATE SET sold = sold + excluded.sold, given = given + excluded.given`

/** Pieces of these tickets' lines that went over the counter, or came back; one statement for each product. */
export function countSold(
  db: Db,
  cohort: string,
  tickets: Iterable<{ readonly lines: readonly SaleLine[] }>,
): void {
  const pieces = new Map<string, { sold: number; given: number }>()
  for (const { lines } of tickets) {
    for (const { product, quantity, free, lump } of lines) {
      if (product === undefined || lump === true) continue
      let of = pieces.get(product)
      if (of === undefined) {
        of = { sold: 0, given: 0 }
        pieces.set(product, of)
      }
      of[free === true ? 'given' : 'sold'] += quantity
    }
  }
  for (const [product, { sold, given }] of pieces) run(db, COUNT, [cohort, product, sold, given])
}

/** A ticket that is voided never took anything. */
export function uncountSold(db: Db, stall: string, number: number): void {
  run(
    db,
    `INSERT INTO product_stock (cohort, product, sold, given)
     SELECT sale.cohort, line.value ->> 'product',
       -sum(iif(coalesce(line.value ->> 'free', 0), 0, line.value ->> 'quantity')),
       -sum(iif(coalesce(line.value ->> 'free', 0), line.value ->> 'quantity', 0))
     FROM sale, json_each(sale.lines) AS line
     WHERE sale.stall = ? AND sale.number = ? AND line.value ->> 'product' IS NOT NULL
       AND line.value ->> 'lump' IS NULL
     GROUP BY sale.cohort, line.value ->> 'product'
     ON CONFLICT (cohort, product) DO UPDATE SET sold = sold + excluded.sold, given = given + excluded.given`,
    [stall, number],
  )
}

const COLUMN = { produced: 'produced', given: 'given', lost: 'lost', found: 'found' } as const

function count(
  db: Db,
  { cohort, product, reason, quantity }: EventBodies['stock'],
  by: 1 | -1,
): void {
  const column = COLUMN[reason]
  run(
    db,
    `INSERT INTO product_stock (cohort, product, ${column}) VALUES (?, ?, ?)
     ON CONFLICT (cohort, product) DO UPDATE SET ${column} = ${column} + excluded.${column}`,
    [cohort, product, by * quantity],
  )
}

function apply(db: Db, { stall, seq, body }: EventOf<'stock'>): void {
  const { cohort, product, day, reason, quantity, note } = body
  run(
    db,
    `INSERT INTO stock_move (stall, seq, cohort, product, day, reason, quantity, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [stall, seq, cohort, product, day, reason, quantity, orNull(note)],
  )
  count(db, body, 1)
}

const mark = (db: Db, { cohort, product }: EventBodies['sold-out'], soldOut: boolean): void =>
  run(
    db,
    `INSERT INTO product_stock (cohort, product, sold_out) VALUES (?, ?, ?)
     ON CONFLICT (cohort, product) DO UPDATE SET sold_out = excluded.sold_out`,
    [cohort, product, bit(soldOut)],
  )

/** A product of which nothing is noted any more is as one of which nothing ever was. */
const forget = (db: Db, { cohort, product }: EventBodies['sold-out' | 'stock']): void =>
  run(
    db,
    `DELETE FROM product_stock WHERE cohort = ? AND product = ? AND sold_out = 0
       AND produced = 0 AND found = 0 AND sold = 0 AND given = 0 AND lost = 0`,
    [cohort, product],
  )

export const stockProjectors: Projectors<'stock' | 'sold-out'> = {
  stock: {
    apply,
    revert: (db, { stall, seq, body }) => {
      run(db, 'DELETE FROM stock_move WHERE stall = ? AND seq = ?', [stall, seq])
      count(db, body, -1)
      forget(db, body)
    },
  },
  'sold-out': {
    apply: (db, { body }) => mark(db, body, body.soldOut),
    revert: (db, { body }) => {
      mark(db, body, !body.soldOut)
      forget(db, body)
    },
  },
}
