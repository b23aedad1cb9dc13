import type { AttendanceWords } from '../en/attendance.ts'
import { counted } from './day-text.ts'
import { halfText } from './half-text.ts'

export const attendance: AttendanceWords = {
  half: (label, day, half) => `${label} ${day} ${halfText(half)} : `,
  present: (count) => counted(count, 'présent'),
  late: (minutes) => ` ${minutes} min`,
  blank: (codes) => `à remplir : ${codes.join(', ')}`,
  sheet: (reference) => `feuille ${reference}`,
  nothing: 'rien à changer : c’est déjà noté ainsi\n',
  stillMissing: (labels) =>
    `flashcoop presence mark ${labels[0] ?? ''} (à remplir : ${labels.join(', ')})`,
  noneMissing: 'il ne manque rien\n',
  noMarks: 'rien n’est encore noté : flashcoop presence mark aujourdhui\n',
  nextAfterImport: 'flashcoop presence missing',
  twice: (line) => `cette demi-journée de cette personne est aussi à la ligne ${line}`,
}
