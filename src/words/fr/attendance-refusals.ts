import type { AttendanceRefusal, MarkedOtherwise } from '../../domain/attendance/refusal.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'
import { halfText } from './half-text.ts'
import { VOCABULARY_FR } from './vocabulary.ts'

const markText = ({ participant, half, status }: MarkedOtherwise): string =>
  `${participant} ${halfText(half)} ${VOCABULARY_FR.attendance[status][0]}`

const MOST_SHOWN = 6

function marksText(marks: readonly MarkedOtherwise[]): string {
  const more = marks.length > MOST_SHOWN ? `, … (${marks.length})` : ''
  return marks.slice(0, MOST_SHOWN).map(markText).join(', ') + more
}

export const attendanceRefusals: WordsFor<AttendanceRefusal> = {
  'already-marked': (facts) => ({
    message: `déjà noté le ${dayText(facts.day)} : ${marksText(facts.marks)}`,
    hint: `pour corriger, nommez la personne : flashcoop presence mark ${facts.label} --present ${facts.marks[0].participant}`,
  }),
  'two-statuses': (facts) => ({
    message: `${facts.participant} a deux statuts pour le ${dayText(facts.day)} ${halfText(facts.half)}`,
    hint: 'une demi-journée a un seul statut ; notez matin et après-midi à part avec --am et --pm',
  }),
  'too-many-minutes': (facts) => ({
    message: `${facts.participant} : ${facts.minutes} minutes, mais la demi-journée en dure ${facts.most}`,
    hint: `donnez de 1 à ${facts.most} minutes, ou notez --absent`,
  }),
  'minutes-without-lateness': (facts) => ({
    message: `${facts.participant} : des minutes vont avec un retard ou un départ anticipé, pas avec « ${VOCABULARY_FR.attendance[facts.status][0]} »`,
    hint: 'ôtez les minutes, ou changez le statut',
  }),
  'half-not-held': (facts) => ({
    message: `rien n’est prévu le ${dayText(facts.day)} ${halfText(facts.half)}`,
    hint: 'voyez le programme avec flashcoop jour list ; changez-le avec flashcoop jour edit',
  }),
  'day-cancelled': (facts) => ({
    message: `le ${dayText(facts.day)} est annulé : rien à noter`,
    hint: `s’il a eu lieu : flashcoop jour edit ${facts.day} --restore`,
  }),
  'day-to-come': (facts) => ({
    message: `le ${dayText(facts.day)} n’est pas encore là (aujourd’hui : ${dayText(facts.today)})`,
    hint: 'notez-le le jour même ; voyez les jours avec flashcoop jour list',
  }),
  'has-left': (facts) => ({
    message: `${facts.participant} : départ le ${dayText(facts.leftOn)}, donc rien à noter le ${dayText(facts.day)}`,
    hint: `ne nommez pas ${facts.participant} ; sinon, changez son départ : flashcoop participant leave ${facts.participant} --on ${facts.day}`,
  }),
  'not-yet-joined': (facts) => ({
    message: `${facts.participant} : arrivée le ${dayText(facts.joinedOn)}, donc rien à noter le ${dayText(facts.day)}`,
    hint: `ne nommez pas ${facts.participant} ; sinon, changez son arrivée : flashcoop participant edit ${facts.participant} --joined ${facts.day}`,
  }),
  'status-derived': (facts) =>
    facts.status === 'X'
      ? {
          message: `« ${VOCABULARY_FR.attendance.X[0]} » ne va pas pour ${facts.participant} : ce jour n’est pas annulé`,
          hint: 'annulez-le pour tous avec flashcoop jour edit --cancel',
        }
      : {
          message: `« ${VOCABULARY_FR.attendance.NC[0]} » ne va pas : ${facts.participant} est dans la cohorte ce jour-là`,
          hint: `dites ses dates : flashcoop participant edit ${facts.participant} --joined DATE, flashcoop participant leave ${facts.participant} --on DATE`,
        },
  'nobody-to-mark': (facts) => ({
    message: `personne n’est concerné le ${dayText(facts.day)}`,
    hint: 'ajoutez des personnes avec flashcoop participant add NOM ; voyez-les avec flashcoop participant list',
  }),
}
