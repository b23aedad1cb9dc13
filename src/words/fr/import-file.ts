import type { ImportFileWords } from '../en/import-file.ts'
import { counted } from './day-text.ts'

export const importFile: ImportFileWords = {
  standardInput: 'entrée standard',
  result: ({ rows, added, skipped }) =>
    `${counted(rows, 'ligne lue', 'lignes lues')} : ${counted(added, 'ajoutée')}${skipped > 0 ? `, ${skipped} déjà là` : ''}\n`,
  nothing: ({ rows }) =>
    rows === 0
      ? 'le fichier est sans ligne : rien à ajouter\n'
      : 'rien à ajouter : tout y est déjà\n',
  oldEncoding: (line) =>
    `note : la ligne ${line} n’est pas en UTF-8 ; fichier lu en Windows-1252 (ancien Excel) : vérifiez les accents\n`,
  mixedLineEnds: 'note : le fichier a des fins de ligne de plusieurs sortes ; toutes sont prises\n',
  progress: (rows) => `${rows} lignes…`,
  refused: (file, faults, more) => ({
    message: `${file} : ${counted(faults, 'erreur')}${more ? ' ou plus' : ''} ; rien n’est enregistré`,
    hint: 'corrigez le fichier, puis retapez la même commande ; -n essaie sans enregistrer',
  }),
  unreadable: (file, cause) => ({
    message: `${file} : ${cause}`,
    hint: 'donnez un fichier CSV avec une ligne de titres ; voyez flashcoop aide formats',
  }),
}
