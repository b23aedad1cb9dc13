import type { AmountFault } from '../../domain/kernel/money.ts'
import type { LineFault } from '../../domain/sales/line-fault.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

/** Shown under every error in a sale line. */
export const SALE_LINE_GRAMMAR_FR =
  '[nb] produit[@prix] [offert] … [remise N%|montant] [total montant] [don montant] [par QUI]' +
  ' [esp|cb|chq|vir [montant]] …'

/** The same, and what stands under a line that refunds or says how a ticket was paid. */
export const GRAMMARS_FR = {
  sale: SALE_LINE_GRAMMAR_FR,
  refund:
    'TICKET [[nb] produit[@prix] [offert] …] [don montant] [esp|cb|chq|vir [montant]] … --reason "…"',
  repay: 'TICKET esp|cb|chq|vir [montant] …',
} as const

const METHOD = { cash: 'espèces', card: 'carte', cheque: 'chèque', transfer: 'virement' } as const
const WORD = { cash: 'esp', card: 'cb', cheque: 'chq', transfer: 'vir' } as const

const LIST = 'voyez ce qui se vend avec flashcoop produit list'

const AMOUNT: Readonly<Record<AmountFault, string>> = {
  empty: 'manque',
  'not-a-number': 'n’est pas un montant',
  'too-many-decimals': 'a plus de deux décimales',
  grouping: 'n’est pas clair comme montant',
  negative: 'est négatif',
  'minus-zero': 'est négatif',
  'too-large': 'est trop grand',
  'foreign-digits': 'n’est pas écrit avec les chiffres 0 à 9',
}

const quoted = (word: string): string => `« ${word} »`

export const SALE_LINE_FR: WordsFor<LineFault> = {
  'empty-line': () => ({
    message: 'il n’y a rien à vendre',
    hint: 'tapez ce qui est vendu et comment c’est payé : 2 cookie cb',
  }),
  'line-too-long': ({ limit }) => ({
    message: `cette ligne est trop longue : plus de ${limit} caractères`,
    hint: 'tapez une vente par ligne : 2 cookie cb',
  }),
  'products-first': ({ word }) => ({
    message: `les produits d’abord, ${quoted(word)} n’est pas à sa place`,
    hint: 'tapez les produits, puis remise, total, don ou par, puis le paiement : 2 cookie cb',
  }),
  'modifiers-before-payments': ({ word }) => ({
    message: `${quoted(word)} se met avant le paiement`,
    hint: `déplacez-le : 2 cookie ${word} … cb`,
  }),
  'unexpected-word': ({ word, suggestions }) => ({
    message: `${quoted(word)} n’est pas un mot de la ligne de vente`,
    hint: didYouMean(suggestions, 'après le paiement, la ligne est finie'),
  }),
  'unexpected-number': ({ word }) => ({
    message: `on ne sait pas ce que compte ${word}`,
    hint: 'tapez un montant en un seul mot, avec un point : 12.50, car 12,50 peut être coupé à la virgule',
  }),
  'bad-time': ({ word }) => ({
    message: `${quoted(word)} n’est pas une heure`,
    hint: 'tapez par exemple 14:32, ou rien',
  }),
  'unknown-product': ({ word, suggestions }) => ({
    message: `il n’y a pas de produit ${quoted(word)}`,
    hint: didYouMean(suggestions, LIST),
  }),
  'ambiguous-product': ({ word, products }) => ({
    message: `${quoted(word)} peut être plusieurs produits : ${products.join(', ')}`,
    hint: 'tapez l’un de ces codes, avec un espace devant',
  }),
  'retired-product': ({ product, suggestions }) => ({
    message: `${product} ne se vend plus`,
    hint: didYouMean(suggestions, LIST),
  }),
  'missing-product': ({ word }) => ({
    message: `${word} de quoi ? aucun produit ne suit`,
    hint: 'tapez la quantité avant son produit : 2 cookie',
  }),
  'free-without-product': ({ word }) => ({
    message: `${quoted(word)} n’a pas de produit devant lui`,
    hint: `tapez-le juste après ce qui est donné : 2 cookie 1 brownie ${word}`,
  }),
  'bad-quantity': ({ word }) => ({
    message: `${quoted(word)} n’est pas une quantité`,
    hint: 'tapez un nombre entier de 1 à 9999, puis le produit',
  }),
  'zero-quantity': () => ({
    message: 'une quantité de zéro ne vend rien',
    hint: 'tapez un nombre entier de 1 à 9999, ou retirez le produit',
  }),
  'quantity-too-large': ({ word, limit }) => ({
    message: `${word}, c’est trop`,
    hint: `une ligne vend au plus ${limit} pièces`,
  }),
  'quantity-above-limit': ({ word, quantity, limit }) => ({
    message: `${quantity} dépasse la limite de la caisse, ${limit}`,
    hint: `si c’est juste, tapez ${quantity}x ${word}`,
  }),
  'glued-quantity': ({ word, quantity }) => ({
    message: `${quantity} et ${quoted(word)} sont collés`,
    hint: `mettez un espace entre les deux : ${quantity} ${word}`,
  }),
  'price-without-product': () => ({
    message: 'il n’y a pas de produit avant le @',
    hint: 'tapez le prix juste après son produit : cookie@1.20',
  }),
  'missing-price': () => ({
    message: 'il n’y a pas de prix après le @',
    hint: 'tapez-le avec deux décimales : cookie@1.20',
  }),
  'price-needs-decimals': ({ word, next }) => ({
    message: `le prix ${word} demande deux décimales ou un €`,
    hint: /^\d\d$/.test(next ?? '')
      ? `tapez ${word}.${next} : le prix a été coupé à sa virgule`
      : `tapez ${/[.,]/.test(word) ? word : `${word}.0`}0 ou ${word}€`,
  }),
  'missing-amount': ({ word }) => ({
    message: `il n’y a pas de montant après ${quoted(word)}`,
    hint: `tapez-le : ${word} 2.50`,
  }),
  'bad-amount': ({ word, reason }) => ({
    message: `${quoted(word)} ${AMOUNT[reason]}`,
    hint: 'tapez un montant comme 12, 12.50 ou 12€50',
  }),
  'bad-percent': ({ word }) => ({
    message: `${quoted(word)} n’est pas un pourcentage`,
    hint: 'tapez un nombre jusqu’à 100, avec au plus deux décimales : remise 10%',
  }),
  'zero-amount': () => ({
    message: 'un montant de zéro ne dit rien',
    hint: 'retirez-le ; pour ce qui est donné, tapez offert après le produit',
  }),
  'repeated-modifier': ({ word }) => ({
    message: `${quoted(word)} est là deux fois`,
    hint: 'gardez l’un des deux',
  }),
  'missing-participant': ({ word }) => ({
    message: `il n’y a personne après ${quoted(word)}`,
    hint: `tapez le code de qui a vendu : ${word} P03`,
  }),
  'unknown-participant': ({ word, suggestions }) => ({
    message: `il n’y a pas de participant ${word}`,
    hint: didYouMean(suggestions, 'voyez les codes avec flashcoop participant list'),
  }),
  'discount-above-total': ({ discountCents, totalCents }, money) => ({
    message: `${money(discountCents)} de remise, c’est plus que les ${money(totalCents)} à payer`,
    hint: 'tapez une remise plus petite, ou offert après le produit',
  }),
  'total-differs': ({ assertedCents, totalCents, tipCents }, money) => ({
    message:
      `le total est ${money(totalCents)}, pas ${money(assertedCents)}` +
      (tipCents > 0 ? ` (le don de ${money(tipCents)} n’en fait pas partie)` : ''),
    hint: 'vérifiez les produits et les quantités, ou retirez total',
  }),
  'unknown-method': ({ word, suggestions }) => ({
    message: `${quoted(word)} n’est pas un moyen de paiement`,
    hint: didYouMean(suggestions, 'tapez esp, cb, chq ou vir'),
  }),
  'two-open-payments': () => ({
    message: 'deux paiements n’ont pas de montant',
    hint: 'un seul peut prendre le reste : tapez un montant après l’autre',
  }),
  'payment-above-due': ({ method, overCents, dueCents }, money) => ({
    message: `le paiement par ${METHOD[method]} dépasse le total de ${money(overCents)}`,
    hint: `il y a ${money(dueCents)} à payer ; on ne rend la monnaie que sur les espèces`,
  }),
  'payment-short': ({ missingCents, dueCents }, money) => ({
    message: `il manque ${money(missingCents)}`,
    hint: `il y a ${money(dueCents)} à payer : corrigez le montant ou ajoutez un paiement`,
  }),
  'nothing-left': ({ method }) => ({
    message: `il ne reste rien à payer : ${METHOD[method]} est de trop`,
    hint: `retirez ${WORD[method]}, ou corrigez les autres montants`,
  }),
  'too-many-lines': ({ count, limit }) => ({
    message: `${count} produits, c’est trop pour un ticket`,
    hint: `un ticket en tient ${limit} : faites plusieurs ventes`,
  }),
  'ticket-too-large': ({ limitCents }, money) => ({
    message: `un ticket ne peut pas dépasser ${money(limitCents)}`,
    hint: 'vérifiez quantités et prix, ou faites plusieurs ventes',
  }),
  'not-on-ticket': ({ word, products }) => ({
    message: `${quoted(word)} n’est pas sur ce ticket`,
    hint: `il a vendu : ${products.join(', ')}`,
  }),
  'refund-above-sold': ({ word, quantity, left }) => ({
    message: `${quantity} ${word}, c’est plus que ce ticket peut encore rembourser`,
    hint:
      left > 0
        ? `${left} au plus : ce qui a été vendu, moins ce qui est déjà remboursé`
        : 'il n’en reste plus : regardez le ticket avec flashcoop vente show TICKET',
  }),
  'refund-above-tip': ({ leftCents }, money) => ({
    message: 'le don à rendre dépasse celui de ce ticket',
    hint:
      leftCents > 0
        ? `on peut en rendre ${money(leftCents)}`
        : 'il n’y en a pas, ou il est déjà rendu',
  }),
  'not-in-refund': ({ word }) => ({
    message: `${quoted(word)} n’a pas sa place dans un remboursement`,
    hint: 'prix, remise et vendeur sont ceux du ticket : tapez les produits, puis le paiement',
  }),
  'only-payments': ({ word }) => ({
    message: `${quoted(word)} n’est pas un moyen de paiement`,
    hint: 'ici on ne corrige que le paiement, par exemple : cb, ou cb 2 esp ; pour le reste : flashcoop vente refund ou undo',
  }),
  'amounts-differ': ({ typedCents, dueCents }, money) => ({
    message: `les montants font ${money(typedCents)} au lieu de ${money(dueCents)}`,
    hint: 'tapez des montants qui font juste cette somme, sans le rendu ; l’un peut rester sans montant',
  }),
  'payment-too-large': ({ limitCents }, money) => ({
    message: `un paiement ne peut pas dépasser ${money(limitCents)}`,
    hint: 'vérifiez le montant',
  }),
}
