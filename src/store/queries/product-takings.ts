import type { ProductTakings } from '../../domain/closing/product-revenue.ts'
import { day } from '../../domain/kernel/day.ts'
import { cents } from '../../domain/kernel/money.ts'
import { vatRate } from '../../domain/kernel/rate.ts'
import { all, type Db, integerOf, optionalInteger, optionalText, textOf } from '../sql.ts'

/**
 * What a cohort's products took by day, till session, rate and kind, refunds taken off, as the Zs and the income
 * statement group it; takings without a product by their label. By product, those without one last.
 */
export const productTakings = (db: Db, cohort: string): readonly ProductTakings[] =>
  all(
    db,
    `SELECT sale_line.product AS product, min(sale_line.label) AS label, sale.day AS day, sale.stall AS till,
       coalesce(sale.session, 0) AS z, vat_rate_per_mille AS rate, kind, sum(sale_line.total_cents) AS ttc
     FROM sale CROSS JOIN sale_line ON sale_line.stall = sale.stall AND sale_line.number = sale.number
     WHERE sale.cohort = ? AND sale.voided_by IS NULL
     GROUP BY sale_line.product, iif(sale_line.product IS NULL, sale_line.label, NULL),
       sale.day, sale.stall, sale.session, rate, kind
     ORDER BY sale_line.product IS NULL, sale_line.product, label, day, till, z, rate, kind`,
    [cohort],
  ).map((row) => {
    const rate = optionalInteger(row, 'rate')
    return {
      product: optionalText(row, 'product'),
      label: textOf(row, 'label'),
      day: day(textOf(row, 'day')),
      till: textOf(row, 'till'),
      z: integerOf(row, 'z'),
      ratePerMille: rate === undefined ? undefined : vatRate(rate),
      kind: textOf(row, 'kind') === 'service' ? 'service' : 'goods',
      ttcCents: cents(integerOf(row, 'ttc')),
    }
  })
