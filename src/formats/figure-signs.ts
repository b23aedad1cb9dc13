import type { Word } from '../reports/vocabulary.ts'

/** What each line of the income statement does to the one above it. */
export const FIGURE_SIGNS: { readonly [F in Word<'figure'>]: string } = {
  sales_ttc: ' ',
  vat_collected: '−',
  revenue_ht: '=',
  purchases_ht: '−',
  packaging_ht: '−',
  gross_margin: '=',
  other_charges_ht: '−',
  till_difference: '±',
  donations: '+',
  contribution: '−',
  insurance: '−',
  result: '=',
}
