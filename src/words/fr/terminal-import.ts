import type { TerminalImportWords } from '../en/terminal-import.ts'
import { counted, dayText } from './day-text.ts'

export const terminalImport: TerminalImportWords = {
  read: (count) => `terminal de carte : ${counted(count, 'paiement')} par carte dans le fichier\n`,
  already: (count) => `déjà enregistrés : ${count}\n`,
  toRecord: (count) => `à enregistrer : ${count}\n`,
  recorded: (count) => `enregistrés maintenant : ${count}\n`,
  doubtful: (count) => `peut-être déjà enregistrés : ${count}\n`,
  onlyHere: (count) => `enregistrés ici, absents du fichier : ${count}\n`,
  refunds: (count) => `remboursements : ${count}\n`,
  leftOut: (count) => `laissés de côté : ${count}\n`,
  moment: (day, time) => `${dayText(day)} ${time}`,
  like: (ticket) => `comme ${ticket}`,
  isTicket: (ticket) => `c’est ${ticket}`,
  refundOf: (ticket) => `rembourse ${ticket}`,
  alreadyBack: (ticket) => `${ticket} est déjà remboursé`,
  nothing: 'rien à ajouter : tout y est déjà\n',
  line: (line) => `ligne ${line}`,
  reasons: {
    pending: 'pas encore payé',
    refunded: 'remboursé ensuite',
    disputed: 'contesté à la banque',
    'refund-of-nothing': 'remboursement qui ne dit pas de quoi : flashcoop vente refund',
    'refund-in-part': 'remboursement d’une partie : flashcoop vente refund',
    'refund-of-other-till': 'remboursement d’un ticket d’une autre caisse : notez-le là-bas',
  },
  skipped: {
    failed: (count) => counted(count, 'échoué'),
    cancelled: (count) => counted(count, 'annulé'),
    cash: (count) => `${count} en espèces`,
    other: (count) => `${count} par un autre moyen`,
    payouts: (count) => counted(count, 'versement'),
    nothing: (count) => `${count} à 0`,
  },
  notCounted: (kinds) => `pas des ventes par carte : ${kinds}\n`,
  fee: (amount) => `commissions dans le fichier : ${amount}\n`,
  decide:
    'décidez : --keep-doubtful enregistre ce qui l’est peut-être déjà, --skip-doubtful le laisse de côté\n',
  cardPayment: 'paiement par carte',
  nextFee: (amount) => `flashcoop caisse deposit carte --fee ${amount}`,
  doubtfulError: (count) => ({
    message:
      count < 2
        ? `${count} paiement est peut-être déjà enregistré ; rien n’est enregistré`
        : `${count} paiements sont peut-être déjà enregistrés ; rien n’est enregistré`,
    hint: 'regardez avec -n ; puis --keep-doubtful les enregistre, --skip-doubtful les laisse de côté',
  }),
}
