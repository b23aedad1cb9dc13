import { type Change } from '../../domain/journal/event.ts'
import { type Db, run } from '../sql.ts'
import { type Editable, orNull, type Projectors, writeChanges } from './projector.ts'

const PRODUCT: Editable = {
  table: 'product',
  key: ['cohort', 'code'],
  columns: {
    name: 'name',
    priceCents: 'price_cents',
    vatRatePerMille: 'vat_rate_per_mille',
    key: 'key',
    kind: 'kind',
    retired: 'retired',
  },
}

function writeAliases(db: Db, cohort: string, product: string, aliases: readonly string[]): void {
  run(db, 'DELETE FROM product_alias WHERE cohort = ? AND product = ?', [cohort, product])
  for (const alias of aliases) {
    run(db, 'INSERT INTO product_alias (cohort, alias, product) VALUES (?, ?, ?)', [
      cohort,
      alias,
      product,
    ])
  }
}

/** An edit of `aliases` carries them as one text, separated by blanks. */
function edit(
  db: Db,
  cohort: string,
  code: string,
  changes: readonly Change[],
  side: 'from' | 'to',
): void {
  for (const change of changes) {
    if (change.field === 'aliases') {
      const text = change[side]
      writeAliases(
        db,
        cohort,
        code,
        typeof text === 'string' ? text.split(' ').filter(Boolean) : [],
      )
    } else writeChanges(db, PRODUCT, [cohort, code], [change], side)
  }
}

export const productProjectors: Projectors<'product' | 'product-edit'> = {
  product: {
    apply: (db, { body }) => {
      run(
        db,
        `INSERT INTO product (cohort, code, name, price_cents, vat_rate_per_mille, key, kind)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [
          body.cohort,
          body.code,
          body.name,
          body.priceCents,
          orNull(body.vatRatePerMille),
          orNull(body.key),
          body.kind,
        ],
      )
      writeAliases(db, body.cohort, body.code, body.aliases ?? [])
    },
    revert: (db, { body }) => {
      writeAliases(db, body.cohort, body.code, [])
      run(db, 'DELETE FROM product WHERE cohort = ? AND code = ?', [body.cohort, body.code])
    },
  },
  'product-edit': {
    apply: (db, { body }) => edit(db, body.cohort, body.code, body.changes, 'to'),
    revert: (db, { body }) => edit(db, body.cohort, body.code, body.changes, 'from'),
  },
}
