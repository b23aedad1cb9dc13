import type { Translated } from '../said.ts'

export const init = {
  created: (path: string) => `ledger created: ${path}\n`,
  possible: (path: string) => `a ledger can be made here: ${path}\n`,
  next: 'flashcoop cohort create CODE --name "…" --template flash7 --start 2026-06-09',
  createdToPractise: (path: string, operator: string) =>
    `training ledger created for ${operator}: ${path}\n`,
  onlyByName: (name: string) =>
    `it is only used where you name it, in each command (--db ${name}) or in FLASHCOOP_DB; the real ledger is not touched\n`,
  nextToPractise: (name: string) =>
    `flashcoop --db ${name} cohort create CODE --name "…" --template flash7 --start 2026-06-09`,
  synced: (folder: string) =>
    `warning: ${folder} is copied to other computers by itself, and a ledger can be damaged by that: keep it in an ordinary folder, and only backups here\n`,
  askLanguage: 'language, fr or en?',
  askHost: 'name of the cooperative that carries the cohorts (CAE)?',
  askProfile: 'CSV files for excel-fr (; and decimal comma) or standard?',
  left: 'nothing was created\n',
}
export type InitWords = Translated<typeof init>
