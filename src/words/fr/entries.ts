import { type EntryWords, labelText } from '../entry-text.ts'
import { rateText } from '../rate-text.ts'
import { dayText } from './day-text.ts'

const BASES = { gross_margin: ' marge brute', revenue: ' CA HT', none: '' } as const

/** Sans apostrophe courbe ni espace insécable : ces libellés partent vers d'autres logiciels. */
export const entryLabels: EntryWords = {
  typed: ({ text }) => text,
  sales: ({ z, place, ratePerMille }) =>
    `Ventes${place === undefined ? '' : ` ${place}`} - Z n°${z}${ratePerMille === undefined ? '' : ` - ${rateText(ratePerMille, 1, 'fr')}`}`,
  tips: ({ z }) => (z === undefined ? 'Dons' : `Dons - Z n°${z}`),
  'till-difference': () => 'Écart de caisse',
  recap: ({ day }) => `Recettes du ${dayText(day)} sur papier`,
  'withdrawal-bank': () => 'Retrait fond de caisse',
  'withdrawal-till': () => 'Fond de caisse',
  'deposit-cash': () => 'Remise espèces',
  'deposit-cheques': ({ count }) =>
    count === undefined ? 'Remise de chèques' : `Remise de chèques (${count})`,
  'deposit-cards': ({ feeBp }) =>
    feeBp === undefined ? 'Remise CB' : `Remise CB nette de commission ${rateText(feeBp, 2, 'fr')}`,
  'cost-payment': ({ cost }) => `Règlement - ${cost}`,
  'cost-refund': ({ kind, who }) =>
    kind === 'staff' ? 'Remboursement animateur' : `Remboursement participant ${who}`,
  payout: () => 'Virement rémunérations',
  contribution: ({ rateBp, base }) =>
    `Contribution coopérative ${rateText(rateBp, 2, 'fr')}${BASES[base]}`,
  insurance: ({ rateBp }) =>
    rateBp === undefined
      ? 'Contribution assurance par participant'
      : `Contribution assurance ${rateText(rateBp, 2, 'fr')} CA HT`,
  pay: () => 'Rémunération participants',
  'employer-contributions': () => 'Cotisations patronales',
  shares: () => 'Parts des participants',
  'contribution-change': () => 'Contribution coopérative, différence',
  'insurance-change': () => 'Contribution assurance, différence',
  amendment: ({ number, of }) => `Avenant ${number} - ${labelText(of, entryLabels)}`,
  reversal: ({ of }) => `Annulation - ${labelText(of, entryLabels)}`,
}
