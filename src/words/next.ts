import type { Language } from '../domain/journal/event.ts'

/** Said after a command that was rolled back because of `-n`. */
export const DRY_RUN: { readonly [L in Language]: string } = {
  en: 'dry run: nothing was recorded\n',
  fr: 'essai : rien n’est enregistré\n',
}

/** Before the command to type next. */
export const NEXT: { readonly [L in Language]: string } = { en: 'next: ', fr: 'ensuite : ' }
