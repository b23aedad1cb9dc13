import { recogniseWord, typedWord } from '../formats/vocabulary-words.ts'
import { VOCABULARY, type Word, type WordGroup } from '../reports/vocabulary.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'

/** A word of a closed vocabulary as typed, in French or English; `name` is the option that is complained about. */
export function wordFrom<G extends WordGroup>(
  session: Session,
  { typed, name, group }: { readonly typed: string; readonly name: string; readonly group: G },
): Word<G> {
  const word = recogniseWord(group, typed)
  if (word !== undefined) return word
  const language = session.language()
  const allowed = VOCABULARY[group].map((each) => typedWord(group, each, language))
  return misused({ code: 'bad-choice', typed, name, allowed })
}
