import type { InitWords } from '../en/init.ts'

export const init: InitWords = {
  created: (path) => `registre créé : ${path}\n`,
  next: 'ensuite : flashcoop cohort create CODE --name "…" --template flash7 --start 2026-06-09\n',
}
