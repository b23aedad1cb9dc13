import type { AttendanceRefusal, MarkedOtherwise } from '../../domain/attendance/refusal.ts'
import type { WordsFor } from '../said.ts'
import { halfText } from './half-text.ts'
import { VOCABULARY_EN } from './vocabulary.ts'

const markText = ({ participant, half, status }: MarkedOtherwise): string =>
  `${participant} ${halfText(half)} ${VOCABULARY_EN.attendance[status][0]}`

const MOST_SHOWN = 6

function marksText(marks: readonly MarkedOtherwise[]): string {
  const more = marks.length > MOST_SHOWN ? `, … (${marks.length})` : ''
  return marks.slice(0, MOST_SHOWN).map(markText).join(', ') + more
}

export const attendanceRefusals: WordsFor<AttendanceRefusal> = {
  'already-marked': (facts) => ({
    message: `already marked on ${facts.day}: ${marksText(facts.marks)}`,
    hint: `to correct it, name the person: flashcoop attendance mark ${facts.label} --present ${facts.marks[0].participant}`,
  }),
  'two-statuses': (facts) => ({
    message: `${facts.participant} has two statuses for ${facts.day} ${halfText(facts.half)}`,
    hint: 'a half-day has one status; mark the halves apart with --am and --pm',
  }),
  'too-many-minutes': (facts) => ({
    message: `${facts.participant}: ${facts.minutes} minutes, but the half-day is ${facts.most} minutes long`,
    hint: `give 1 to ${facts.most} minutes, or mark --absent`,
  }),
  'minutes-without-lateness': (facts) => ({
    message: `${facts.participant}: minutes go with late or left early, not with ${VOCABULARY_EN.attendance[facts.status][0]}`,
    hint: 'leave the minutes out, or change the status',
  }),
  'half-not-held': (facts) => ({
    message: `nothing is planned on ${facts.day} ${halfText(facts.half)}`,
    hint: 'see the plan with flashcoop day list; change it with flashcoop day edit',
  }),
  'day-cancelled': (facts) => ({
    message: `${facts.day} is cancelled: there is nothing to mark`,
    hint: `if it took place: flashcoop day edit ${facts.day} --restore`,
  }),
  'day-to-come': (facts) => ({
    message: `${facts.day} is still to come (today is ${facts.today})`,
    hint: 'mark it on the day; see the days with flashcoop day list',
  }),
  'has-left': (facts) => ({
    message: `${facts.participant} left on ${facts.leftOn}: nothing to mark on ${facts.day}`,
    hint: `leave ${facts.participant} out; else change the leaving: flashcoop participant leave ${facts.participant} --on ${facts.day}`,
  }),
  'not-yet-joined': (facts) => ({
    message: `${facts.participant} joined on ${facts.joinedOn}: nothing to mark on ${facts.day}`,
    hint: `leave ${facts.participant} out; else change the joining: flashcoop participant edit ${facts.participant} --joined ${facts.day}`,
  }),
  'status-derived': (facts) =>
    facts.status === 'X'
      ? {
          message: `not "${VOCABULARY_EN.attendance.X[0]}" for ${facts.participant}: the day is not cancelled`,
          hint: 'cancel it for everybody with flashcoop day edit --cancel',
        }
      : {
          message: `not "${VOCABULARY_EN.attendance.NC[0]}": ${facts.participant} is in the cohort on that day`,
          hint: `say from when to when: flashcoop participant edit ${facts.participant} --joined DATE, flashcoop participant leave ${facts.participant} --on DATE`,
        },
  'nobody-to-mark': (facts) => ({
    message: `nobody is concerned on ${facts.day}`,
    hint: 'add people with flashcoop participant add NAME; see them with flashcoop participant list',
  }),
}
