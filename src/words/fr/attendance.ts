import type { AttendanceWords } from '../en/attendance.ts'

export const attendance: AttendanceWords = {
  halves: { am: 'matin', pm: 'après-midi' },
  half: (label, day, half) => `${label} ${day} ${half} : `,
  present: (count) => (count <= 1 ? `${count} présent` : `${count} présents`),
  late: (minutes) => ` ${minutes} min`,
  blank: (codes) => `à remplir : ${codes.join(', ')}`,
  sheet: (reference) => `feuille ${reference}`,
  nothing: 'rien à changer : c’est déjà noté ainsi\n',
  stillMissing: (labels) =>
    `flashcoop attendance mark ${labels[0] ?? ''} (à remplir : ${labels.join(', ')})`,
  noneMissing: 'il ne manque rien\n',
  noMarks: 'rien n’est encore noté : flashcoop attendance mark today\n',
  nextAfterImport: 'flashcoop attendance missing',
  twice: (line) => `cette demi-journée de cette personne est aussi à la ligne ${line}`,
}
