import type { ExportFormat } from '../../domain/journal/event.ts'
import type { ExportWords } from '../en/export.ts'
import { counted } from './day-text.ts'

const AIMS: { readonly [F in ExportFormat]: (file: string) => string } = {
  fec: () =>
    'c’est un extrait, à importer dans le logiciel comptable de la CAE ; ce n’est pas le FEC de la CAE\n',
  'sage-cae': () => 'à importer dans Sage avec le format d’import de la CAE\n',
  hledger: (file) => `pour le vérifier : hledger -f ${file} check\n`,
}

export const exported: ExportWords = {
  holds: ({ entries, rows, from, until, total }) =>
    `${counted(entries, 'écriture')}, ${counted(rows, 'ligne')}, du ${from} au ${until}, débit = crédit = ${total}`,
  aims: AIMS,
  open: (count) =>
    `${counted(count, 'écriture')} d’une période ouverte, avec un « ! » : tout peut y changer jusqu’à la clôture\n`,
  lost: (count, letters) =>
    `Sage ne lit pas ${letters} (windows-1252) : ${counted(count, 'lettre remplacée', 'lettres remplacées')}\n`,
  empty: 'rien n’a encore été exporté\n',
  next: { fec: 'flashcoop export fec' },
}
