import { numberText } from '../../domain/journal/own-number.ts'
import type { CostWords } from '../en/cost.ts'
import { dayText } from './day-text.ts'

export const cost: CostWords = {
  numbered: (number) => `n° ${numberText(number)}`,
  vat: (amount) => `TVA ${amount}`,
  ht: (amount) => `HT ${amount}`,
  payers: { cae: 'payé par la CAE', till: 'payé par la caisse' },
  paidBy: (who) => `payé par ${who}`,
  programme: 'imputé au programme',
  voided: (reason) => `ANNULÉ : ${reason}`,
  toRefund: (who, amount) => `à rembourser à ${who} : ${amount}\n`,
  cashOut: (amount) => `${amount} sont sortis de la caisse de ce jour\n`,
  cashBack: (amount) => `remettez ${amount} dans la caisse\n`,
  undo: (number) => `pour annuler : flashcoop cout void ${numberText(number)} --reason "…"\n`,
  replaced: (voucher) => `noté de nouveau avec son justificatif ${voucher}`,
  instead: (old, number) =>
    `le n° ${numberText(number)} remplace le n° ${numberText(old)}, qui est annulé\n`,
  empty: 'pas encore de coût\n',
  next: {
    add: 'flashcoop cout add "Farine, œufs" 211@5,5 39@20 --category ingrédients',
  },
  imported: {
    zero: '0 n’est pas le montant d’un coût',
    rate: (category) => `il manque le taux de TVA : ${category} n’en a pas d’habituel`,
    future: (day) => `le ${dayText(day)} est dans le futur`,
    amounts: (most) => `un coût a ${most} montants au plus`,
    total: 'les montants de ce coût sont trop grands ensemble',
  },
  report: {
    activity: 'Coûts de l’activité',
    programme: 'Coûts du programme, payés par les subventions',
    payers: 'Qui a payé',
  },
}
