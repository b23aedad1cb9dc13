import type { Language } from '../domain/journal/event.ts'
import { type Cents, decimalText } from '../domain/kernel/money.ts'

const GROUP_GAP = '\u202f'

/**
 * An amount for people, without the 16 ms of Intl: `1 234,50 €` the French way (narrow no-break space between
 * thousands; an ordinary one before the €, as everywhere in what people copy and paste), `€1,234.50` the English way.
 * The way is the ledger's, whatever language the sentence around it is in.
 */
export function moneyText(amount: Cents, language: Language): string {
  const [mark, group] = language === 'fr' ? ([',', GROUP_GAP] as const) : (['.', ','] as const)
  const [whole = '', decimals = ''] = decimalText(amount, mark).replace('-', '').split(mark)
  const sign = amount < 0 ? '-' : ''
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, group) + mark + decimals
  return language === 'fr' ? `${sign}${digits} €` : `${sign}€${digits}`
}

/** An amount without unit and grouping, as it is typed: `1234,50`, `1234.50`. */
export const amountText = (amount: Cents, language: Language): string =>
  decimalText(amount, language === 'fr' ? ',' : '.')
