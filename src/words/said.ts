import type { Language } from '../domain/journal/event.ts'
import type { Cents } from '../domain/kernel/money.ts'

/** What is wrong with the user's data, and what to type. */
export type Said = { readonly message: string; readonly hint: string }

/** Writes an amount the ledger's way. */
export type MoneyWriter = (amount: Cents) => string

type Coded = { readonly code: string }

/** The members of a union of facts, by their codes. */
export type FactsOf<F extends Coded> = {
  readonly [C in F['code']]: Extract<F, { readonly code: C }>
}

/** Words for every fact of a union: one that is left out does not compile. */
export type WordsFor<F extends Coded, S = Said> = {
  readonly [C in F['code']]: (fact: FactsOf<F>[C], money: MoneyWriter) => S
}

/** Looks a fact up in its table of words: `worded<FactsOf<Refusal>>(refusals, refusal, money)`. */
export function worded<Facts, S = Said>(
  words: { readonly [C in keyof Facts]: (fact: Facts[C], money: MoneyWriter) => S },
  fact: { readonly [C in keyof Facts]: Facts[C] & { readonly code: C } }[keyof Facts],
  money: MoneyWriter,
): S {
  const code: keyof Facts = fact.code
  return words[code](fact, money)
}

/** A catalogue in the other language: the same keys, other texts. A missing text does not compile. */
export type Translated<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Translated<R>
    : { readonly [K in keyof T]: Translated<T[K]> }

/** `prix : 2,50 €`, `price: €2.50`: French has a blank before its colon. */
export const titled = (title: string, text: string, language: Language): string =>
  `${title}${language === 'fr' ? ' : ' : ': '}${text}`

export function inLanguage<T>(language: Language, texts: { readonly en: T; readonly fr: T }): T {
  return texts[language]
}
