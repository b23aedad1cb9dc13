import type { SaleWords } from '../en/sale.ts'
import { dayText } from './day-text.ts'

export const sale: SaleWords = {
  methods: { cash: 'espèces', card: 'carte', cheque: 'chèque', transfer: 'virement' },
  free: 'offert',
  discount: (amount) => `remise ${amount}`,
  tip: (amount) => `don ${amount}`,
  by: (who) => `par ${who}`,
  change: (amount) => `RENDRE ${amount}`,
  usual: '(par défaut)',
  late: (when) => `[${when}]`,
  voided: 'ANNULÉE',
  refundOf: (ticket) => `REMBOURSEMENT DE ${ticket}`,
  refundedBy: (tickets) => `remboursée par ${tickets}`,
  because: (reason) => `motif : ${reason}`,
  repaid: 'paiement corrigé',
  already: 'déjà enregistrée : voici le premier ticket\n',
  fewLeft: (count, product) =>
    count <= 0 ? `plus de ${product}\n` : `plus que ${count} ${product}\n`,
  undo: 'pour annuler : flashcoop undo\n',
  noRate: (codes, first) =>
    `pas encore de taux de TVA pour ${codes} ; avant le Z : flashcoop produit edit ${first} --vat 5,5\n`,
  voidDone: (ticket, amount) => `${ticket} annulée : ${amount}\n`,
  cashBack: (amount) => `rendez ${amount} en espèces\n`,
  cashAgain: (amount) => `reprenez ${amount} en espèces au client\n`,
  batch: (count, total) => `${count} ${count < 2 ? 'vente' : 'ventes'} = ${total}\n`,
  batchAgain: (count) =>
    count === 1
      ? 'une vente était déjà enregistrée : voici son premier ticket\n'
      : `${count} ventes étaient déjà enregistrées : voici leurs premiers tickets\n`,
  batchFaults: (count) =>
    count === 1 ? '1 ligne n’est pas enregistrée\n' : `${count} lignes ne sont pas enregistrées\n`,
  importOpened: (day) => `une caisse est ouverte pour le ${dayText(day)}, fond de caisse 0\n`,
  importedReason: 'importé',
  importNext: 'flashcoop caisse z, une fois par jour',
  recapDone: (ticket, day, amount) => `${ticket}  récapitulatif du ${dayText(day)} = ${amount}\n`,
  recapAt: (ticket, when, amount) =>
    `${ticket}  récapitulatif du ${dayText(when.day)} à ${when.time} = ${amount}\n`,
  recapBatch: (count, total) =>
    `${count} ${count < 2 ? 'récapitulatif' : 'récapitulatifs'} = ${total}\n`,
  recapLabel: 'recette du jour',
}
