import type { Day } from '../../domain/kernel/day.ts'
import type { CohortWords } from '../en/cohort.ts'
import { counted, dayText, weekdayText } from './day-text.ts'

type Ends = {
  readonly days: number
  readonly start: Day | undefined
  readonly end: Day | undefined
}

const programme = ({ days, start, end }: Ends): string =>
  start === undefined || end === undefined
    ? 'aucun jour pour l’instant'
    : start === end
      ? `un jour, ${weekdayText(start)}`
      : `${counted(days, 'jour')}, du ${weekdayText(start)} au ${weekdayText(end)}`

export const cohort: CohortWords = {
  created: (code, name, ends) => `cohorte ${code} créée : ${name}, ${programme(ends)}\n`,
  changed: (code, { what, from, to }) => `${code}  ${what} : ${from} → ${to}`,
  empty: '(aucun)',
  period: ({ number, from, until, closedOn, resultCents, deficitCents, amendments }, money) =>
    `période ${number} : du ${dayText(from)} au ${dayText(until)}, clôturée le ${dayText(closedOn)}, résultat ${money(resultCents)}${
      deficitCents > 0 ? `, déficit ${money(deficitCents)}` : ''
    }${amendments === 0 ? '' : ` (après ${counted(amendments, 'avenant')})`}\n`,
  used: (code) => `les commandes portent maintenant sur la cohorte ${code}\n`,
  archived: (code) => `la cohorte ${code} est archivée : on n’y écrit plus\n`,
  restored: (code) => `la cohorte ${code} est sortie des archives\n`,
  usedAlready: (code) => `les commandes portent déjà sur la cohorte ${code}\n`,
  none: 'aucune cohorte pour l’instant\n',
  next: {
    create: 'flashcoop cohorte create CODE --name "…" --template flash7 --start 2026-06-09',
    addDay: 'flashcoop jour add DATE',
    addParticipant: 'flashcoop participant add "Prénom"',
    use: (code) => `flashcoop cohorte use ${code}`,
    show: (code) => `flashcoop cohorte show ${code}`,
    status: 'flashcoop état',
  },
}
