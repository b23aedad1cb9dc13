import type { SaleRefusal } from '../../domain/sales/refusal.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'

const METHOD = { cash: 'espèces', card: 'carte', cheque: 'chèque', transfer: 'virement' } as const

export const saleRefusals: WordsFor<SaleRefusal> = {
  'key-reused': (facts) => ({
    message: `la clé ${facts.key} est celle d’une autre vente : ${facts.ticket}`,
    hint: `regardez-la avec flashcoop vente show ${facts.ticket} ; donnez à cette vente sa propre clé`,
  }),
  'unknown-ticket': (facts) => ({
    message: `il n’y a pas de ticket ${facts.typed}`,
    hint:
      facts.last === undefined
        ? 'aucune vente n’est encore enregistrée'
        : `le dernier est ${facts.last} ; voyez-les avec flashcoop vente list --last 3`,
  }),
  'ticket-of-other-till': ({ ticket, till }) => ({
    message: `la vente ${ticket} est de la caisse ${till}`,
    hint: `faites-le sur l’ordinateur de la caisse ${till}, puis réunissez : flashcoop export bundle là-bas, flashcoop merge ici`,
  }),
  'ticket-voided': (facts) => ({
    message: `la vente ${facts.ticket} est déjà annulée`,
    hint: `regardez-la avec flashcoop vente show ${facts.ticket}`,
  }),
  'ticket-sealed': (facts) => ({
    message: `la vente ${facts.ticket} est dans le Z du ${dayText(facts.day)} (Z-${facts.z}) : elle ne change plus`,
    hint: facts.refund
      ? 'enregistrez la vente à nouveau dans la caisse du jour : flashcoop vente add …'
      : `rendez l’argent dans la caisse du jour : flashcoop vente refund ${facts.ticket} --reason "…"`,
  }),
  'ticket-refunded': (facts) => ({
    message: `${facts.ticket} est déjà remboursée, en tout ou en partie : ${facts.refunds.join(', ')}`,
    hint: `remboursez le reste (flashcoop vente refund ${facts.ticket} --reason "…"), ou annulez d’abord le remboursement (flashcoop vente void ${facts.refunds.at(-1)} --reason "…")`,
  }),
  'refund-of-refund': (facts) => ({
    message: `${facts.ticket} est déjà un remboursement, celui de ${facts.of}`,
    hint: `s’il est faux, annulez-le avant le Z (flashcoop vente void ${facts.ticket} --reason "…"), ou enregistrez la vente à nouveau`,
  }),
  'refund-of-recap': (facts) => ({
    message: `${facts.ticket} est un récapitulatif d’après le papier : son argent n’est jamais passé par cette caisse`,
    hint: `annulez-le et enregistrez la bonne recette : flashcoop vente void ${facts.ticket} --reason "…"`,
  }),
  'refund-before-sale': (facts) => ({
    message: `${facts.ticket} a été vendue après, le ${dayText(facts.day)}`,
    hint: 'donnez le jour du remboursement avec --at, ou enlevez --at',
  }),
  'nothing-to-refund': (facts) => ({
    message: `il ne reste rien à rembourser sur ${facts.ticket}`,
    hint: `regardez-la avec flashcoop vente show ${facts.ticket}`,
  }),
  'refund-method-missing': (facts) => ({
    message: `${facts.ticket} a été payée de plusieurs façons : ${facts.methods.map((each) => METHOD[each]).join(', ')}`,
    hint: 'dites comment vous rendez, à la fin de la ligne, par exemple : esp',
  }),
  'repay-sealed': (facts) => ({
    message: `${facts.ticket} est dans le Z du ${dayText(facts.day)} (Z-${facts.z}) : son paiement ne change plus`,
    hint: facts.refund
      ? 'dites-le dans le motif de l’écart, ou au comptable'
      : `corrigez dans la caisse du jour : flashcoop vente refund ${facts.ticket} par le moyen enregistré, puis la même vente par le bon`,
  }),
  'refund-differs': (facts) => ({
    message: `le remboursement ${facts.reference} ne va pas avec le ticket ${facts.of} : autres produits, ou plus que vendu`,
    hint: 'regardez le ticket avec flashcoop vente list ; corrigez ces lignes ou enlevez-les',
  }),
  'nothing-to-repay': (facts) => ({
    message: `rien n’a été payé sur ${facts.ticket}`,
    hint: `regardez-la avec flashcoop vente show ${facts.ticket}`,
  }),
  'paid-so-already': (facts) => ({
    message: `${facts.ticket} est déjà enregistrée ainsi`,
    hint: `regardez-la avec flashcoop vente show ${facts.ticket}`,
  }),
  'recap-day-sealed': (facts) => ({
    message: `le ${dayText(facts.day)} est scellé (Z-${facts.z}) : sa recette est déjà dans la caisse`,
    hint: `regardez-la avec flashcoop caisse show Z-${facts.z}`,
  }),
  'recap-differs': (facts, money) => ({
    message: `la feuille a ${money(facts.paidCents)} pour ${money(facts.dueCents)} de ventes`,
    hint: 'recomptez ; ce que les clients ont donné en plus est un don : don MONTANT avant le paiement',
  }),
  'ticket-too-long': (facts) => ({
    message: `ce ticket a plus de ${facts.limit} lignes`,
    hint: 'faites-en plusieurs tickets',
  }),
  'ticket-too-dear': (facts, money) => ({
    message: `ce ticket dépasse ${money(facts.limitCents)}`,
    hint: 'vérifiez quantités et prix, ou faites-en plusieurs tickets',
  }),
  'line-above-price': (facts, money) => ({
    message: `la ligne fait ${money(facts.totalCents)}, plus que quantité × prix (${money(facts.fullCents)})`,
    hint: 'corrigez le total, ou enlevez la colonne',
  }),
  'payments-differ': (facts, money) => ({
    message: `${money(facts.paidCents)} payés pour ${money(facts.dueCents)}`,
    hint: 'les montants de la colonne du moyen de paiement doivent faire le ticket',
  }),
  'method-missing': () => ({
    message: 'il manque le moyen de paiement',
    hint: 'écrivez espèces, carte, chèque ou virement',
  }),
  'ticket-apart': (facts) => ({
    message: `les lignes du ticket ${facts.reference} ne se suivent pas`,
    hint: 'triez le fichier par ticket, puis importez-le de nouveau',
  }),
  'ticket-mixed': (facts) => ({
    message: `les lignes du ticket ${facts.reference} n’ont pas la même date, la même heure ou le même vendeur`,
    hint: 'un ticket a une seule date, une seule heure, un seul vendeur',
  }),
  'transaction-half': (facts) => ({
    message: `les lignes de la transaction ${facts.reference} ne disent pas toutes qu’elle a été payée`,
    hint: 'regardez-la chez votre terminal, et corrigez le fichier',
  }),
  'transaction-twice': (facts) => ({
    message: `la transaction ${facts.reference} est deux fois dans le fichier`,
    hint: 'enlevez l’une des deux lignes',
  }),
  'terminal-product': ({ label, near }) => ({
    message: `il n’y a pas de produit ${label}${near.length === 0 ? '' : ` (${near.join(', ')} ?)`} ; --as PRODUIT dit ce que c’est`,
    hint: 'ou ajoutez-le : flashcoop produit add NOM PRIX',
  }),
  'terminal-rate-unsaid': (facts) => ({
    message: `on ne sait pas ce que la transaction ${facts.reference} a vendu : ajoutez --as PRODUIT, ou --vat 5,5`,
    hint: 'cela vaut pour tous les paiements sans produit',
  }),
  'ticket-differs': (facts) => ({
    message: `le ticket ${facts.reference} est déjà importé (${facts.ticket}) et n’était pas le même`,
    hint: `regardez-le avec flashcoop vente show ${facts.ticket} ; donnez un autre nom à celui-ci`,
  }),
  'time-missing': (facts) => ({
    message: `${facts.time} n’existe pas le ${dayText(facts.day)} : passage à l’heure d’été`,
    hint: 'corrigez l’heure',
  }),
  'sale-in-future': (facts) => ({
    message: `le ${dayText(facts.day)} est dans le futur`,
    hint: 'vérifiez le mois et l’année',
  }),
}
