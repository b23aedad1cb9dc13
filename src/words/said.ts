import type { Language } from '../domain/journal/event.ts'

/** What is wrong with the user's data, and what to type. */
export type Said = { readonly message: string; readonly hint: string }

/** A catalogue in the other language: the same keys, other texts. A missing text does not compile. */
export type Translated<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Translated<R>
    : { readonly [K in keyof T]: Translated<T[K]> }

export function inLanguage<T>(language: Language, texts: { readonly en: T; readonly fr: T }): T {
  return texts[language]
}
