import type { EntryLabel } from '../domain/accounting/entry.ts'
import type { FactsOf } from './said.ts'

type Labels = FactsOf<EntryLabel>

/** Words for the label of an entry; one that is left out does not compile. */
export type EntryWords = { readonly [C in keyof Labels]: (label: Labels[C]) => string }

/** The label of an entry in words. */
export const labelText = (label: EntryLabel, words: EntryWords): string =>
  said<Labels>(words, label)

function said<Facts>(
  words: { readonly [C in keyof Facts]: (label: Facts[C]) => string },
  label: { readonly [C in keyof Facts]: Facts[C] & { readonly code: C } }[keyof Facts],
): string {
  const code: keyof Facts = label.code
  return words[code](label)
}
