import type { EventBodies, Scalar } from '../../domain/journal/event.ts'
import { type Db, run } from '../sql.ts'
import { type Editable, orNull, type Projectors, type Side, writeChanges } from './projector.ts'

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

type Named = { readonly cohort: string; readonly code: string }

/** Instead of those that stand. */
function writeAliases(db: Db, { cohort, code }: Named, aliases: readonly string[]): void {
  run(db, 'DELETE FROM product_alias WHERE cohort = ? AND product = ?', [cohort, code])
  for (const alias of aliases) {
    run(
      db,
      `INSERT INTO product_alias (cohort, alias, product) VALUES (?, ?, ?)
       ON CONFLICT (cohort, alias) DO UPDATE SET product = excluded.product`,
      [cohort, alias, code],
    )
  }
}

/** Two tills may have given one key to two products: the later one has it. */
function freeKey(db: Db, { cohort, code }: Named, key: Scalar | undefined): void {
  if (typeof key !== 'string') return
  run(db, 'UPDATE product SET key = NULL WHERE cohort = ? AND key = ? AND code <> ?', [
    cohort,
    key,
    code,
  ])
}

/** An edit of `aliases` carries them as one text, separated by blanks. */
function edit(db: Db, body: EventBodies['product-edit'], side: Side): void {
  for (const change of body.changes) {
    if (change.field === 'aliases') {
      const text = change[side]
      writeAliases(db, body, typeof text === 'string' ? text.split(' ').filter(Boolean) : [])
    } else {
      if (change.field === 'key') freeKey(db, body, change[side])
      writeChanges(db, PRODUCT, { of: [body.cohort, body.code], changes: [change], side })
    }
  }
}

export const productProjectors: Projectors<'product' | 'product-edit'> = {
  product: {
    apply: (db, { body }) => {
      freeKey(db, body, body.key)
      run(
        db,
        `INSERT INTO product (cohort, code, name, price_cents, vat_rate_per_mille, key, kind)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (cohort, code) DO UPDATE SET name = excluded.name, price_cents = excluded.price_cents,
           vat_rate_per_mille = excluded.vat_rate_per_mille, key = excluded.key, kind = excluded.kind`,
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
      writeAliases(db, body, body.aliases ?? [])
    },
    revert: (db, { body }) => {
      writeAliases(db, body, [])
      run(db, 'DELETE FROM product WHERE cohort = ? AND code = ?', [body.cohort, body.code])
    },
  },
  'product-edit': {
    apply: (db, { body }) => edit(db, body, 'to'),
    revert: (db, { body }) => edit(db, body, 'from'),
  },
}
