import { numberText } from '../../domain/journal/own-number.ts'
import type { PaymentRefusal } from '../../domain/payments/refusal.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'
import { didYouMean } from './did-you-mean.ts'

const NONE = {
  cash: 'pas d’espèces',
  card: 'pas de recette carte',
  cheque: 'pas de chèque',
} as const
const MEANS = { cash: 'les espèces', card: 'la recette carte', cheque: 'les chèques' } as const

export const paymentRefusals: WordsFor<PaymentRefusal> = {
  'nothing-to-deposit': (facts) => ({
    message: `${NONE[facts.method]} à déposer au ${dayText(facts.day)}`,
    hint:
      facts.openTill === undefined
        ? 'voyez ce qui est encaissé et déposé avec flashcoop caisse bank'
        : `la caisse du ${dayText(facts.openTill)} n’est pas scellée : flashcoop caisse z, puis déposez`,
  }),
  'deposit-too-large': (facts, money) => ({
    message: `${money(facts.amountCents)}, c’est plus que ${MEANS[facts.method]} à déposer au ${dayText(facts.day)} : ${money(facts.leftCents)}`,
    hint: 'ne tapez pas de montant pour tout déposer ; voyez flashcoop caisse bank',
  }),
  'fee-too-large': (facts, money) => ({
    message: `une commission de ${money(facts.feeCents)} sur ${money(facts.amountCents)}, c’est impossible`,
    hint: 'tapez le montant avant commission, puis --fee et ce que la banque a gardé',
  }),
  'fee-after-close': (facts, money) => ({
    message: `la cohorte ${facts.cohort} est clôturée jusqu’au ${dayText(facts.until)} : une commission de ${money(facts.feeCents)} changerait son résultat`,
    hint: `déposez sans --fee, puis notez la commission en correction : flashcoop correction cost "Commission CB" ${(facts.feeCents / 100).toFixed(2).replace('.', ',')} --category bank_fees`,
  }),
  'cost-of-deposit': (facts) => ({
    message: `le coût n° ${numberText(facts.number)} est la commission du dépôt n° ${numberText(facts.deposit)} : la banque l’a gardée`,
    hint: 'elle s’annule avec son dépôt : flashcoop undo, tant que c’est la dernière chose',
  }),
  'cost-not-to-pay': (facts) =>
    facts.paidBy === 'till'
      ? {
          message: `le coût n° ${numberText(facts.number)} est payé par la caisse : rien n’est dû`,
          hint: `regardez-le avec flashcoop cout show ${numberText(facts.number)}`,
        }
      : {
          message: `le coût n° ${numberText(facts.number)} est payé par ${facts.paidBy}, pas par la CAE`,
          hint: `remboursez cette personne : flashcoop cout refund ${facts.paidBy}`,
        },
  'cost-paid': (facts) => ({
    message: `le coût n° ${numberText(facts.number)} est déjà réglé, le ${dayText(facts.day)}`,
    hint: 'un coût se règle une fois ; si c’était une erreur et la dernière chose, flashcoop undo',
  }),
  'unknown-advance': (facts) => ({
    message: `${facts.who} n’a rien avancé dans cette cohorte`,
    hint: didYouMean(facts.near, 'voyez qui a avancé de l’argent avec flashcoop cout advances'),
  }),
  'nothing-owed': (facts) => ({
    message: `rien n’est dû à ${facts.who} au ${dayText(facts.day)}`,
    hint: 'voyez les avances et les remboursements avec flashcoop cout advances',
  }),
  'refund-above-owed': (facts, money) => ({
    message: `${money(facts.amountCents)}, c’est plus que ce qui est dû à ${facts.who} au ${dayText(facts.day)} : ${money(facts.owedCents)}`,
    hint: `ne tapez pas de montant pour tout rembourser : flashcoop cout refund ${facts.who}`,
  }),
  'payout-too-early': (facts) => ({
    message: `le ${dayText(facts.day)} est avant la clôture, faite le ${dayText(facts.closedOn)}`,
    hint: 'vérifiez la date du virement',
  }),
  'not-payable': (facts) => ({
    message: `${facts.participant} n’est pas rémunérable : la clôture ne lui doit rien`,
    hint: `voyez pourquoi avec flashcoop participant show ${facts.participant}`,
  }),
  'nothing-due': (facts) => ({
    message: `rien n’est dû à ${facts.participant}`,
    hint: 'voyez ce qui est dû à chacun avec flashcoop versement list',
  }),
  'already-paid': (facts, money) => ({
    message: `${facts.participant} a déjà tout reçu : ${money(facts.paidCents)}, la dernière fois le ${dayText(facts.last)}`,
    hint: 'voyez ce qui reste dû avec flashcoop versement list',
  }),
  'payout-too-large': (facts, money) => ({
    message: `${money(facts.amountCents)}, c’est plus que ce qui reste dû à ${facts.participant} : ${money(facts.leftCents)}`,
    hint: `ne tapez pas de montant pour tout verser : flashcoop versement pay ${facts.participant}`,
  }),
  'all-paid': (facts, money) => ({
    message: `dans ${facts.cohort}, tout le monde est payé : ${money(facts.paidCents)}`,
    hint: 'voyez-le avec flashcoop versement list',
  }),
}
