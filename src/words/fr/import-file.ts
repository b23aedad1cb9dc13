import type { ImportFileWords } from '../en/import-file.ts'

const count = (rows: number): string => (rows <= 1 ? `${rows} ligne lue` : `${rows} lignes lues`)

export const importFile: ImportFileWords = {
  standardInput: 'entrée standard',
  result: ({ rows, added, skipped }) =>
    `${count(rows)} : ${added} ${added <= 1 ? 'ajoutée' : 'ajoutées'}${skipped > 0 ? `, ${skipped} déjà là` : ''}\n`,
  nothing: ({ rows }) =>
    rows === 0
      ? 'le fichier est sans ligne : rien à ajouter\n'
      : 'rien à ajouter : tout y est déjà\n',
  oldEncoding: (line) =>
    `note : la ligne ${line} n’est pas en UTF-8 ; fichier lu en Windows-1252 (ancien Excel) : vérifiez les accents\n`,
  mixedLineEnds: 'note : le fichier a des fins de ligne de plusieurs sortes ; toutes sont prises\n',
  progress: (rows) => `${rows} lignes…`,
  refused: (file, faults, more) => ({
    message: `${file} : ${more ? `${faults} erreurs ou plus` : faults === 1 ? '1 erreur' : `${faults} erreurs`} ; rien n’est enregistré`,
    hint: 'corrigez le fichier, puis retapez la même commande ; -n essaie sans enregistrer',
  }),
  unreadable: (file, cause) => ({
    message: `${file} : ${cause}`,
    hint: 'donnez un fichier CSV avec une ligne de titres ; voyez flashcoop help formats',
  }),
}
