import type { Language } from '../domain/journal/event.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { fold } from '../domain/kernel/name.ts'
import { VOCABULARY, type Word, type WordGroup } from '../reports/vocabulary.ts'
import { VOCABULARY_EN } from '../words/en/vocabulary.ts'
import { VOCABULARY_FR } from '../words/fr/vocabulary.ts'

type Spellings = { readonly [word: string]: readonly [string, ...string[]] }

const spellingsOf = (group: WordGroup, language: Language): Spellings =>
  language === 'fr' ? VOCABULARY_FR[group] : VOCABULARY_EN[group]

/** A word as people read it. One that is in no vocabulary (a host's own payment method) is printed as it is. */
export function wordText(group: WordGroup, word: string, language: Language): string {
  const spellings = spellingsOf(group, language)
  return Object.hasOwn(spellings, word) ? (spellings[word]?.[0] ?? word) : word
}

/** A word as people type it without quotes: its first spelling of one word, else its blanks as dashes. */
export function typedWord(group: WordGroup, word: string, language: Language): string {
  const spellings = spellingsOf(group, language)[word] ?? [word]
  return spellings.find((spelling) => !spelling.includes(' ')) ?? spellings[0].replaceAll(' ', '-')
}

/** What people may write, compared without case, accents, and the kind of blanks between words. */
export const foldedWords = (text: string): string =>
  fold(text)
    .replace(/[\s_’'-]+/g, ' ')
    .trim()

const recognised = new Map<WordGroup, ReadonlyMap<string, string>>()

function spelledWords(group: WordGroup): ReadonlyMap<string, string> {
  const known = recognised.get(group)
  if (known) return known
  const words = new Map<string, string>()
  const add = (spelling: string, word: string): void => {
    const folded = foldedWords(spelling)
    invariant((words.get(folded) ?? word) === word, `'${spelling}' means one word of ${group}`)
    words.set(folded, word)
  }
  for (const word of VOCABULARY[group]) add(word, word)
  for (const language of ['fr', 'en'] as const) {
    for (const [word, spellings] of Object.entries(spellingsOf(group, language))) {
      for (const spelling of spellings) add(spelling, word)
    }
  }
  recognised.set(group, words)
  return words
}

const isWord = <G extends WordGroup>(group: G, text: string | undefined): text is Word<G> => {
  const words: readonly string[] = VOCABULARY[group]
  return text !== undefined && words.includes(text)
}

/** A word written in French or English, or as programs write it; `undefined` when it is none of the group. */
export function recogniseWord<G extends WordGroup>(group: G, text: string): Word<G> | undefined {
  const word = spelledWords(group).get(foldedWords(text))
  return isWord(group, word) ? word : undefined
}
