import type { InitWords } from '../en/init.ts'

export const init: InitWords = {
  created: (path) => `registre créé : ${path}\n`,
  possible: (path) => `un registre peut être créé ici : ${path}\n`,
  next: 'flashcoop cohorte create CODE --name "…" --template flash7 --start 2026-06-09',
  createdToPractise: (path, operator) => `registre de formation créé pour ${operator} : ${path}\n`,
  onlyByName: (name) =>
    `il ne sert que si vous le nommez à chaque commande (--db ${name}) ou dans FLASHCOOP_DB ; le vrai registre n’est pas touché\n`,
  nextToPractise: (name) =>
    `flashcoop --db ${name} cohorte create CODE --name "…" --template flash7 --start 2026-06-09`,
  synced: (folder) =>
    `attention : ${folder} se recopie tout seul sur d’autres ordinateurs, ce qui peut abîmer un registre : mettez-le dans un dossier ordinaire, et ne laissez ici que des sauvegardes\n`,
  askLanguage: 'langue, fr ou en ?',
  askHost: 'nom de la coopérative qui porte les cohortes (CAE) ?',
  askProfile: 'fichiers CSV pour excel-fr (; et virgule) ou standard ?',
  left: 'rien n’a été créé\n',
}
