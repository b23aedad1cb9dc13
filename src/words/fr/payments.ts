import { numberText } from '../../domain/journal/own-number.ts'
import { cents, sumCents } from '../../domain/kernel/money.ts'
import type { PaymentWords } from '../en/payments.ts'
import { counted } from './day-text.ts'

const MEANS = { cash: 'espèces', card: 'recette carte', cheque: 'chèques' } as const
const paper = (voucher: string | undefined): string =>
  voucher === undefined ? '' : ` (${voucher})`

export const payments: PaymentWords = {
  withdrawn: (amount, day, voucher) => `${amount} retirés à la banque le ${day}${paper(voucher)}\n`,
  deposited: ({ number, method, count, voucher }, { amount, day }) =>
    `dépôt n° ${numberText(number)} : ${MEANS[method]} ${amount}${count === undefined ? '' : `, ${method === 'cheque' ? counted(count, 'chèque') : counted(count, 'ticket')}`}, le ${day}${paper(voucher)}\n`,
  fee: (fee, net, cost) =>
    `la banque a gardé ${fee} (coût n° ${numberText(cost)}) et versé ${net}\n`,
  left: (method, amount) => `${MEANS[method]} encore à déposer : ${amount}\n`,
  openTill: (day) =>
    `la caisse du ${day} n’est pas scellée : sa recette comptera après flashcoop caisse z\n`,
  costPaid: (cost, amount, { day, voucher }) =>
    `coût n° ${numberText(cost.number)}, ${cost.label} : ${amount} réglés à ${cost.supplier ?? 'son fournisseur'} le ${day}${paper(voucher)}\n`,
  refunded: (who, amount, { day, voucher }) =>
    `${amount} remboursés à ${who} le ${day}${paper(voucher)}\n`,
  owed: (who, amount) => `encore dû à ${who} : ${amount}\n`,
  owesBack: (who, amount) => `${who} doit rendre ${amount}\n`,
  noBills: 'plus de facture à régler\n',
  noAdvances: 'personne n’a avancé d’argent\n',
  proof: ({ dueCents, paidCents, leftCents, overpaidCents }, money) => {
    if (dueCents === 0 && paidCents === 0) return '\nrien n’est dû à personne\n'
    if (overpaidCents > 0)
      return `\ndû ${money(dueCents)} = versé à juste titre ${money(cents(paidCents - overpaidCents))} + reste ${money(leftCents)} ; versé en trop ${money(overpaidCents)}\n`
    return leftCents === 0
      ? `\ntout est versé : versé ${money(paidCents)} = dû ${money(dueCents)}\n`
      : `\ndû ${money(dueCents)} = versé ${money(paidCents)} + reste ${money(leftCents)}\n`
  },
  paidOut: ({ number, voucher, payments: parts }, money, day) => {
    const total = sumCents(parts.map((each) => each.amountCents))
    const lines = parts.map((each) => `  ${each.participant}  ${money(each.amountCents)}\n`)
    return `versement n° ${numberText(number)} : ${money(total)} à ${counted(parts.length, 'personne')} le ${day}${paper(voucher)}\n${lines.join('')}`
  },
  stillDue: (amount) => `reste à verser : ${amount}\n`,
  next: {
    open: (amount) => `flashcoop caisse open --float ${amount.replace('.', ',')}`,
    deposit: (method) => `flashcoop caisse deposit ${method}`,
    pay: (cost) => `flashcoop cout pay ${cost}`,
    refund: (who) => `flashcoop cout refund ${who}`,
    payAll: 'flashcoop versement pay --all',
  },
}
