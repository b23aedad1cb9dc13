import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nounOf, verbsOf } from '../src/commands/run.ts'
import { FRENCH_NOUNS } from '../src/words/fr/nouns.ts'

const SRC = join(import.meta.dirname, '..', 'src')
const filesIn = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [`${folder}/${name}`, readFileSync(join(SRC, folder, name), 'utf8')])

/** Words after the program's name that speak of the program itself, or stand for a command. */
const ABOUT_ITSELF = new Set(
  [
    'gives is keeps ledger made makes on window writes wrote COMMAND TOPIC',
    'a écrit n ne se sur tient COMMANDE SUJET',
  ].flatMap((words) => words.split(' ')),
)

type Named = { readonly noun: string; readonly verb: string; readonly text: string }

/** `flashcoop till z` in a text, noun and verb; a template's `${…}` is nothing. */
function commandsIn(text: string): readonly Named[] {
  return [...text.matchAll(/flashcoop ([a-zéA-Z]+)(?: ([a-z]+(?:-[a-z]+)*))?/g)]
    .map(([found, noun = '', verb = '']) => ({ noun, verb, text: found }))
    .filter(({ noun }) => !ABOUT_ITSELF.has(noun))
}

/** Whether `flashcoop NOUN VERB` is there to be typed. */
function exists({ noun: typed, verb }: Named): boolean {
  if (typed === 'sell') return true
  const noun = nounOf(typed)
  const verbs = noun && verbsOf(noun)
  return verbs !== undefined && (verbs.has('') || verbs.has(verb))
}

const WORDS = [...filesIn('words'), ...filesIn('commands')]

test('every command that a text names is there', () => {
  const lost = WORDS.flatMap(([path, text]) =>
    commandsIn(text)
      .filter((named) => !exists(named))
      .map((named) => `${path}: ${named.text}`),
  )
  expect(lost).toEqual([])
})

test('French texts name commands the French way', () => {
  const english = WORDS.filter(([path]) => path.startsWith('words/fr/')).flatMap(([path, text]) =>
    commandsIn(text)
      .filter(({ noun }) => Object.hasOwn(FRENCH_NOUNS, noun))
      .map((named) => `${path}: ${named.text}`),
  )
  expect(english).toEqual([])
})

test('a command that is not there would be found', () => {
  const [lost] = commandsIn('see flashcoop till seal')
  expect(lost && exists(lost)).toBe(false)
})
