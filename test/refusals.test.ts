import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { store as storeEn, usage as usageEn } from '../src/words/en/errors.ts'
import { refusals as refusalsEn } from '../src/words/en/refusals.ts'
import { SALE_LINE_EN } from '../src/words/en/sale-line.ts'
import { store as storeFr, usage as usageFr } from '../src/words/fr/errors.ts'
import { refusals as refusalsFr } from '../src/words/fr/refusals.ts'
import { SALE_LINE_FR } from '../src/words/fr/sale-line.ts'

const FOLDER = join(import.meta.dirname, 'transcripts')
const shown = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n')

const ANY = '\u0001'

/** Facts of which every field is anything: what the words make of it is the pattern of their message. */
function anything(): never {
  const target = (): unknown => wild
  const wild: unknown = new Proxy(target, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive || key === 'toString') return () => ANY
      if (key === Symbol.iterator) return [ANY, ANY][Symbol.iterator].bind([ANY, ANY])
      return key === 'length' ? 2 : wild
    },
    apply: () => wild,
  })
  return wild as never
}

type Speak = (facts: never, money: () => string) => { readonly message: string }

/** The message of a code as a pattern; numbers that came out of nothing are wild too. */
function patternOf(say: Speak): RegExp {
  const message = say(anything(), () => ANY)
    .message.replaceAll('\0-', ANY)
    .replace(/N?\.?,?aN|NaN|undefined/g, ANY)
  const parts = message.split(ANY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(parts.join('.*'))
}

const TABLES: Readonly<Record<string, readonly [fr: object, en: object]>> = {
  refusal: [refusalsFr, refusalsEn],
  'sale line': [SALE_LINE_FR, SALE_LINE_EN],
  usage: [usageFr, usageEn],
  store: [storeFr, storeEn],
}

/** Shown by other tests: each needs a broken disk, an old engine, another machine or a moment that a transcript has not. */
const ELSEWHERE = new Set([
  'disk-full',
  'storage-failed',
  'outcome-unknown',
  'engine-too-old',
  'network-folder',
  'unsafe-folder',
  'ledger-locked',
  'ledger-damaged',
  'ledger-newer',
  'ledger-read-only',
  'file-unreadable',
])

/** Their messages are put together from what was found: a piece of one that can be seen. */
const PIECES: Readonly<Record<string, string>> = {
  'minutes-without-lateness': 'des minutes vont avec un retard',
  'nothing-to-undo': 'il n’y a rien à annuler',
  'not-undoable': 'un Z ne s’annule jamais',
  'half-day-marked': 'est déjà noté',
  'sale-above-sold': 'la période 1 a vendu',
  'half-not-held': 'rien n’est prévu le',
  'missing-verb': 'demande un deuxième mot',
  'present-outside-stay': 'hors de ces dates',
  'two-statuses': 'a deux statuts pour le',
  'half-days-missing': 'présence à remplir',
  'undo-blocked': 'son ouverture ne s’annule plus',
  'bundle-changed': 'coupé, doublé ou modifié',
  'bundle-gap': 'il manque les événements',
  'bundle-fork': 'deux ordinateurs ont enregistré comme caisse',
}

describe('every way of saying no is told in a transcript', () => {
  for (const [family, [fr, en]] of Object.entries(TABLES)) {
    const codes = Object.keys(fr).filter((code) => !ELSEWHERE.has(code))
    test.each(codes)(`${family}: %s`, (code) => {
      const piece = PIECES[code]
      if (piece !== undefined) return expect(shown).toContain(piece)
      const patterns = [fr, en].map((words) =>
        patternOf(Object.entries<Speak>({ ...words }).find(([key]) => key === code)?.[1] as Speak),
      )
      expect(
        patterns.some((pattern) => pattern.test(shown)),
        String(patterns[0]),
      ).toBe(true)
    })
  }
})
