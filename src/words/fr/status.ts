import type { StatusWords } from '../en/status.ts'
import { counted, weekdayText } from './day-text.ts'

export const status: StatusWords = {
  on: (today) => weekdayText(today),
  noCohort: 'aucune cohorte pour l’instant',
  cohorts: (codes) => `plusieurs cohortes : ${codes.join(', ')}`,
  noDay: 'aucun jour prévu pour l’instant',
  isToday: ({ label, held, days }) =>
    `${label} sur ${counted(days, 'jour')}${held ? '' : ', annulé'}`,
  isNext: ({ label, day, days }) =>
    `prochain jour : ${label} sur ${counted(days, 'jour')}, ${weekdayText(day)}`,
  isOver: ({ label, day }) => `le programme est fini depuis ${label}, le ${weekdayText(day)}`,
  closedUntil: (until, periods) =>
    `${periods > 1 ? `${counted(periods, 'période')} clôturées` : 'clôturée'} jusqu’au ${weekdayText(until)}`,
  people: (participants) => counted(participants, 'participant'),
  till: ({ till, day, today, cohort, tickets, takings }) =>
    `caisse ${till} ouverte${day === today ? '' : ` depuis le ${weekdayText(day)}`}${
      cohort === undefined ? '' : ` pour la cohorte ${cohort}`
    } : ${counted(tickets, 'vente')}, ${takings}`,
  stock: (goods) => `reste à vendre : ${goods}`,
  missing: 'il manque :',
  nothingMissing: 'il ne manque rien',
  nothingToDo: 'rien à faire d’ici là',
  steps: {
    'add-day': 'flashcoop jour add DATE',
    'add-participant': 'flashcoop participant add "Prénom"',
    'mark-attendance': 'flashcoop presence mark aujourdhui --all',
    'check-close': 'flashcoop cloture --check',
    'add-product': 'flashcoop produit add "Cookie" 2,50 --vat 5,5',
    'open-till': 'flashcoop caisse open --float 80',
    'see-shares': 'flashcoop bilan distribution',
  },
  sell: (product) => `flashcoop sell 2 ${product} esp`,
  createCohort: 'flashcoop cohorte create CODE --name "…" --template flash7 --start 2026-06-09',
  useCohort: (code) => `flashcoop cohorte use ${code}`,
}
