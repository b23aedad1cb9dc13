import { describe, expect, test } from 'vitest'
import { METHOD_WORDS } from '../../src/domain/sales/sale-words.ts'
import {
  ATTENDANCE_IMPORT,
  COSTS_IMPORT,
  PARTICIPANTS_IMPORT,
  PRODUCTS_IMPORT,
} from '../../src/formats/import-specs.ts'
import { SALES_IMPORT } from '../../src/formats/sales-spec.ts'
import { foldedWords, recogniseWord, wordText } from '../../src/formats/vocabulary-words.ts'
import { COLUMN_KEYS, column, jsonName, standardHeader } from '../../src/reports/column.ts'
import { VOCABULARY, type WordGroup } from '../../src/reports/vocabulary.ts'
import { COLUMNS_EN } from '../../src/words/en/columns.ts'
import { VOCABULARY_EN } from '../../src/words/en/vocabulary.ts'
import { COLUMNS_FR } from '../../src/words/fr/columns.ts'
import { VOCABULARY_FR } from '../../src/words/fr/vocabulary.ts'

const isGroup = (name: string): name is WordGroup => Object.hasOwn(VOCABULARY, name)
const GROUPS: readonly WordGroup[] = Object.keys(VOCABULARY).filter(isGroup)

describe('the vocabulary', () => {
  test.each(GROUPS)(
    '%s: every word is recognised as people read it and as programs write it',
    (group) => {
      for (const word of VOCABULARY[group]) {
        expect(recogniseWord(group, word)).toBe(word)
        for (const language of ['fr', 'en'] as const) {
          const text = wordText(group, word, language)
          expect(text).not.toBe('')
          expect(recogniseWord(group, text)).toBe(word)
          expect(recogniseWord(group, ` ${text.toUpperCase()} `)).toBe(word)
          expect(recogniseWord(group, text.normalize('NFD'))).toBe(word)
        }
      }
    },
  )

  test.each(GROUPS)('%s: no spelling means two words', (group) => {
    const meanings = new Map<string, Set<string>>()
    for (const words of [VOCABULARY_FR[group], VOCABULARY_EN[group]]) {
      for (const [word, spellings] of Object.entries(words)) {
        for (const spelling of [word, ...spellings]) {
          const folded = foldedWords(spelling)
          meanings.set(folded, (meanings.get(folded) ?? new Set()).add(word))
        }
      }
    }
    expect([...meanings].filter(([, words]) => words.size > 1)).toEqual([])
  })

  test('knows the words of payment that the sale line knows', () => {
    for (const { method, words } of METHOD_WORDS) {
      for (const word of words) expect(recogniseWord('method', word)).toBe(method)
    }
  })

  test('does not guess', () => {
    for (const other of ['', ' ', 'bitcoin', 'car', 'cardd', 'constructor', '__proto__']) {
      expect(recogniseWord('method', other)).toBeUndefined()
    }
  })

  test('prints a word of the host’s own as it is', () => {
    expect(wordText('method', 'ticket-resto', 'fr')).toBe('ticket-resto')
    expect(wordText('method', 'constructor', 'fr')).toBe('constructor')
  })
})

describe('column titles', () => {
  test.each([
    ['French', Object.values(COLUMNS_FR)],
    ['English', Object.values(COLUMNS_EN)],
    ['of programs', COLUMN_KEYS.map(standardHeader)],
    ['in JSON', COLUMN_KEYS.map((key) => jsonName(column(key)))],
  ])('%s: no two are alike, even folded', (_, titles) => {
    expect(new Set(titles.map(foldedWords)).size).toBe(titles.length)
  })

  test.each([
    ['sales', SALES_IMPORT],
    ['costs', COSTS_IMPORT],
    ['products', PRODUCTS_IMPORT],
    ['attendance', ATTENDANCE_IMPORT],
    ['participants', PARTICIPANTS_IMPORT],
  ])('%s: a title means one column, whichever of the three ways it is written', (_, spec) => {
    const meanings = new Map<string, string>()
    for (const key of [...spec.columns, ...spec.exported]) {
      for (const title of [standardHeader(key), COLUMNS_FR[key], COLUMNS_EN[key]]) {
        const folded = foldedWords(title)
        expect([undefined, key]).toContain(meanings.get(folded))
        meanings.set(folded, key)
      }
    }
    expect(spec.columns).toEqual(expect.arrayContaining([...spec.required]))
  })

  test.each([
    ['sales', SALES_IMPORT, 'date,time,product,quantity,unit_price_ttc,method,ticket,seller'],
    [
      'costs',
      COSTS_IMPORT,
      'date,label,category,amount_ttc,vat_rate,supplier,paid_by,charged_to,voucher',
    ],
    ['products', PRODUCTS_IMPORT, 'code,name,price_ttc,vat_rate,key,kind'],
    ['attendance', ATTENDANCE_IMPORT, 'date,half,participant,status,minutes,reason'],
    [
      'participants',
      PARTICIPANTS_IMPORT,
      'code,name,contract_signed,payable,payable_reason,sex,birth_year,territory,schooling,status,prescriber',
    ],
  ])('of %s are those that the manual names', (_, spec, titles) => {
    expect(spec.columns.map(standardHeader).join(',')).toBe(titles)
  })
})
