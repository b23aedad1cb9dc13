import type { Translated } from '../said.ts'

export const init = {
  created: (path: string) => `ledger created: ${path}\n`,
  next: 'next: flashcoop cohort create CODE --name "…" --template flash7 --start 2026-06-09\n',
}
export type InitWords = Translated<typeof init>
