import type { Language } from '../domain/journal/event.ts'

/** Said after a command that was rolled back because of `-n`. */
export const DRY_RUN: { readonly [L in Language]: string } = {
  en: 'dry run: nothing was recorded\n',
  fr: 'essai : rien n’est enregistré\n',
}

/** In a training ledger: said before each command, and the word in front of every receipt and paper. */
export const TRAINING: {
  readonly [L in Language]: { readonly notice: (operator: string) => string; readonly mark: string }
} = {
  en: {
    notice: (operator) => `*** TRAINING (${operator}): none of this is real ***`,
    mark: 'TRAINING',
  },
  fr: {
    notice: (operator) => `*** FORMATION (${operator}) : rien de tout cela n’est vrai ***`,
    mark: 'FORMATION',
  },
}

/** Before the command to type next. */
export const NEXT: { readonly [L in Language]: string } = { en: 'next: ', fr: 'ensuite : ' }
