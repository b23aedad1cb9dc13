import type { CloseWords } from '../en/close.ts'
import { afterLoss } from './after-loss.ts'
import { counted, dayText } from './day-text.ts'

export const close: CloseWords = {
  period: (cohort, from, until) => `${cohort}, du ${from} au ${until}`,
  preview: 'à cet instant ; pas clôturé',
  closed: (on) => `clôturé le ${on}`,
  statement: 'Compte d’exploitation',
  vat: 'TVA',
  programme: (amount) => `Coûts du programme, payés par les subventions, hors compte : ${amount}`,
  sharing: (rule) => `Partage : ${rule}`,
  excusedCount: 'les absences excusées comptent',
  vote: ({ on, for: yes, against, abstained }) =>
    `Vote du ${dayText(on)} : ${yes} pour, ${against} contre, ${counted(abstained, 'abstention')}`,
  carried: (amount) => `Déficit de la période d’avant, comblé d’abord : ${amount}`,
  reserve: (amount) => `Gardé en réserve : ${amount}`,
  titles: {
    participant: 'qui',
    halfDays: 'demi-j.',
    attendedMinutes: 'heures',
    weight: 'poids',
    share: 'part',
    gross: 'brut',
    employer: 'employeur',
    employee: 'salarié',
    net: 'net',
    remainder: 'reliquat',
  },
  nothingToShare: 'Rien à partager.',
  loss: (amount, last, madeGood) =>
    `Une perte de ${amount} : personne ne doit rien. ${afterLoss(last, madeGood)}`,
  proof: 'Preuve : somme des parts',
  proofResult: 'résultat',
  proofReserve: 'réserve',
  proofCarried: 'déficit d’avant',
  payProof: (sum, total) => `Brut + employeur + reliquat : ${sum} = ${total}`,
  spareCent: (codes) =>
    codes.length === 1
      ? `${codes[0]} reçoit le centime restant.`
      : `${codes.join(', ')} reçoivent chacun un centime restant.`,
  notPayable: (code, reason) =>
    `${code} ne reçoit pas de paie${reason === undefined ? '' : ` (${reason})`} : sa part va aux autres.`,
  estimate: 'La paie est une estimation ; le bulletin est fait par la CAE.',
  noEstimate: 'La paie est laissée à la CAE.',
  head: (code) => `À noter sur papier : ${code}`,
  provisional: 'provisoire : cette période n’est pas clôturée\n',
  provisionalShares: (rule) =>
    `provisoire : cette période n’est pas clôturée ; règle : ${rule} ; changez-la avec --rule\n`,
  frozen: 'clôturé : voici ce qui a été figé ; les options de partage n’y changent rien\n',
  next: {
    backup: 'flashcoop backup create',
    check: 'flashcoop cloture --check',
    preview: 'flashcoop cloture -n',
  },
  levels: { blocking: 'bloquant : ', warning: 'attention : ' },
  nothingBlocks: 'rien n’empêche la clôture\n',
  checkSummary: (blocking) => `${counted(blocking, 'point')} à régler avant la clôture\n`,
  left: 'rien n’est clôturé\n',
  ask: (cohort) =>
    `Une clôture ne se défait pas. Tapez le code de la cohorte (${cohort}) pour clôturer :`,
}
