import type { CorrectWords } from '../en/correct.ts'
import { afterLoss } from './after-loss.ts'
import { counted } from './day-text.ts'

export const correct: CorrectWords = {
  title: (cohort, number, on) => `${cohort}, avenant n° ${number} du ${on}`,
  period: (from, until) => `à la clôture de la période du ${from} au ${until}`,
  preview: ' (essai ; pas enregistré)',
  ttc: (amount) => `${amount} TTC`,
  vat: (rate, amount) => `TVA ${rate} : ${amount}`,
  reason: (text) => `Motif : ${text}`,
  statement: 'Compte d’exploitation : ce qui change',
  programme: (before, after) =>
    `Coûts du programme, payés par les subventions, hors compte : ${before}, maintenant ${after}`,
  unchanged: 'Le résultat ne change pas.',
  shares: (rule) => `Parts, selon la règle de la clôture : ${rule}`,
  titles: {
    total: 'total',
    who: 'qui',
    before: 'avant',
    after: 'après',
    difference: 'écart',
    netBefore: 'net avant',
    netAfter: 'net après',
    closed: 'clôture',
    amendments: 'avenants',
    corrected: 'corrigé',
    share: 'part clôture',
    shareNow: 'part corrigée',
  },
  reserve: (before, after) => `Gardé en réserve : ${before}, maintenant ${after}`,
  loss: (amount, last, madeGood) =>
    `Une perte de ${amount} : les parts sont à zéro, personne ne doit rien ; ce qui est déjà versé reste versé. ${afterLoss(last, madeGood)}`,
  proof: (before, difference, after) =>
    `Preuve : parts avant ${before} + écarts ${difference} = parts après ${after}`,
  estimate: 'La paie est une estimation ; le bulletin est fait par la CAE.',
  head: (code) => `À noter sur papier : ${code}`,
  empty: 'pas d’avenant\n',
  ask: (cohort) =>
    `Un avenant ne se défait pas. Tapez le code de la cohorte (${cohort}) pour l’enregistrer :`,
  left: 'rien n’est enregistré\n',
  toRefund: (who, amount) => `à rembourser à ${who} : ${amount}\n`,
  corrected: (count) =>
    `Rectifié après la clôture par ${counted(count, 'avenant')} : flashcoop correction list`,
  paper: (number, period) =>
    `flashcoop correction show ${number}${period === undefined ? '' : ` --period ${period}`} -o avenant-${number}.html`,
}
