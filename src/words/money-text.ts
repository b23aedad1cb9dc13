import type { Language } from '../domain/journal/event.ts'
import { type Cents, decimalText } from '../domain/kernel/money.ts'

const GROUP_GAP = '\u202f'
const UNIT_GAP = '\u00a0'

/**
 * An amount for people, as Intl writes it without its 16 ms: `1 234,50 €` the French way (narrow
 * no-break space between thousands, no-break space before the €), `€1,234.50` the English way. The
 * way is the ledger's, whatever language the sentence around it is in.
 */
export function moneyText(amount: Cents, language: Language): string {
  const [mark, group] = language === 'fr' ? ([',', GROUP_GAP] as const) : (['.', ','] as const)
  const [whole = '', decimals = ''] = decimalText(amount, mark).replace('-', '').split(mark)
  const sign = amount < 0 ? '-' : ''
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, group) + mark + decimals
  return language === 'fr' ? `${sign}${digits}${UNIT_GAP}€` : `${sign}€${digits}`
}
