import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../src/commands/command.ts'
import { type CommandPath, NOUNS } from '../../src/commands/nouns.ts'
import { type CommandHelp, TOPICS } from '../../src/words/en/help.ts'
import { commands as english } from '../../src/words/en/help-commands.ts'
import { called } from '../../src/words/fr/arguments.ts'
import { commands as french } from '../../src/words/fr/help-commands.ts'
import { flashcoopIn } from '../in-process.ts'

const PATHS = Object.keys(english) as CommandPath[]
const WORDS = { en: english, fr: french }
const NOW = '2026-06-18T18:00:00+02:00'
const COHORT = 'FC-2026-01'

/** What a shell makes of an example: words, and texts between double quotes. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

function commandOf(path: CommandPath): Promise<AnyCommand> {
  const [noun = '', verb = ''] = path.split(' ')
  const verbs = NOUNS[noun as keyof typeof NOUNS] as Record<string, () => Promise<AnyCommand>>
  return (verbs[verb] as () => Promise<AnyCommand>)()
}

const FILES: Readonly<Record<string, string>> = {
  'people.csv': 'name\nBilal\n',
  'sheet.csv': 'date,half,participant,status\n2026-06-17,pm,P01,P\n',
  'costs.csv': 'date,label,category,amount_ttc,vat_rate\n2026-06-17,Sacs,packaging,12.00,20\n',
  'products.csv': 'name,price_ttc,vat_rate\nSablé,1.50,5.5\n',
  'sales.csv':
    'date,time,product,quantity,unit_price_ttc,method\n2026-06-15,10:00,cookie,1,3,cash\n',
}
const FRENCH_FILES: Readonly<Record<string, string>> = {
  'people.csv': 'personnes.csv',
  'sheet.csv': 'feuille.csv',
  'costs.csv': 'couts.csv',
  'products.csv': 'produits.csv',
  'sales.csv': 'ventes.csv',
}

/** A cohort on the evening of its sixth day: seven people, two products, three costs, a sealed market day. Invented. */
const STORY: readonly string[] = [
  'init --no-input',
  'cohort create FC-2025-04 --template blank --start 2025-06-10',
  `cohort create ${COHORT} --days 2026-06-09,2026-06-10,2026-06-11,2026-06-12,2026-06-15,2026-06-17,2026-06-19`,
  `cohort use ${COHORT}`,
  ...['Amina', 'Bo', 'Cy', 'Dee', 'Ed', 'Fay', 'Gus'].map(
    (name) => `participant add ${name} --contract-signed 2026-06-09`,
  ),
  ...['J1', 'J2', 'J3', 'J4', 'J5'].map((label) => `attendance mark ${label}`),
  'product add Cookie 3.00 --vat 5.5 --key k',
  'product add Brownie 2.00 --vat 5.5 --key b',
  ...['Flour', 'Eggs', 'Bags'].map((label) => `cost add ${label} 10@5.5 --category ingredients`),
  'till open --float 80 --at 2026-06-16T09:00',
  'sell 40 cookie cash --at 2026-06-16T10:00',
  'till count 200 --at 2026-06-16T18:00',
  'till z --at 2026-06-16T18:10',
  'backup create copy.db',
  'backup create copie.db',
]

const CLOSED = [
  'attendance mark J6',
  `close --rule half-days --vote "2026-06-18 6/0/1" --confirm ${COHORT}`,
]

/** What an example needs that would stand in the way of others. */
const BEFORE: { readonly [P in CommandPath]?: readonly string[] } = {
  'till in': ['till open --float 80'],
  'till out': ['till open --float 80'],
  'till count': ['till open --float 80'],
  'till sell': ['till open --float 80'],
  'till x': ['till open --float 80'],
  'till z': ['till open --float 80'],
  'till deposit': ['till open --float 80', 'sell 10 cookie card', 'till z'],
  'cost refund': ['cost add Sugar 10@5.5 --category ingredients --paid-by ANIM01'],
  'report minutes': CLOSED,
  'payout statement': CLOSED,
  'payout list': CLOSED,
  'payout pay': CLOSED,
  'sale add': ['till open --float 80'],
  'sale show': ['till open --float 80', 'sell 1 cookie card'],
  'sale void': ['till open --float 80', 'sell 1 cookie card'],
  'sale refund': ['till open --float 80', 'sell 1 cookie card'],
  'sale repay': ['till open --float 80', 'sell 1 cookie cash'],
  merge: ['export bundle -o till-b.jsonl', 'export bundle -o caisse-b.jsonl'],
  undo: ['product retire brownie'],
  redo: ['product retire brownie', 'undo'],
  check: ['attendance mark J6'],
  close: ['attendance mark J6'],
  'correct cost': CLOSED,
  'correct void-cost': CLOSED,
  'correct sale': CLOSED,
  'correct void-sale': CLOSED,
  'correct cheque': ['sale recap 15 --vat 5.5 --pay cheque --on 2026-06-17', ...CLOSED],
  'correct till': CLOSED,
  'export fec': [...CLOSED, 'host set siren 123456782'],
  'export sage-cae': CLOSED,
  'correct show': [...CLOSED, `correct till found 1 --reason again --confirm ${COHORT}`],
}

const prepared = mkdtempSync(join(tmpdir(), 'flashcoop-help-'))
const folders = [prepared]
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function tell(folder: string, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const { exit, stderr } = await flashcoopIn(folder, NOW)(...wordsOf(line))
    if (exit !== 0) throw new Error(`${line}: exit ${exit}\n${stderr}`)
  }
}

beforeAll(() => tell(prepared, STORY))

describe.each(['en', 'fr'] as const)('help (%s)', (language) => {
  test.each(PATHS.filter((path) => path !== 'demo'))(
    'the example of %s works as it is typed',
    async (path) => {
      const folder = mkdtempSync(join(tmpdir(), 'flashcoop-help-'))
      folders.push(folder)
      if (path !== 'init') cpSync(prepared, folder, { recursive: true })
      for (const [name, text] of Object.entries(FILES)) {
        writeFileSync(join(folder, language === 'fr' ? (FRENCH_FILES[name] ?? '') : name), text)
      }
      await tell(folder, BEFORE[path] ?? [])
      const [program, ...argv] = wordsOf(WORDS[language][path].example)
      const { exit, stderr } = await flashcoopIn(folder, NOW)(...argv, '--lang', language)
      expect([program, exit], stderr).toEqual(['flashcoop', 0])
    },
  )

  test.each(PATHS)('%s shows its options, each with words', async (path) => {
    const { stdout, exit } = await flashcoopIn(prepared, NOW)(
      ...path.split(' '),
      '--help',
      '--lang',
      language,
    )
    expect(exit).toBe(0)
    expect(stdout).toContain(WORDS[language][path].example)
    for (const text of Object.values((await commandOf(path)).options)) {
      const option = /--[a-z-]+/.exec(text)?.[0] ?? ''
      expect(stdout).toMatch(new RegExp(`^ .*${option}\\b.*  \\S`, 'm'))
    }
  })

  test.each(TOPICS)('the topic %s is found by its name', async (topic) => {
    const { stdout, exit } = await flashcoopIn(prepared, NOW)('help', topic, '--lang', language)
    expect([exit, stdout.length > 100]).toEqual([0, true])
  })
})

const shapeOf = ({ takes, options = {} }: CommandHelp) => ({
  words: (takes ?? '').split(' ').length,
  brackets: (takes ?? '').replace(/[^[\]|@…]/g, ''),
  options: Object.keys(options),
})

test.each(PATHS)('each word that %s takes has a French name', async (path) => {
  const { arguments: taken = '' } = await commandOf(path)
  for (const [name] of taken.matchAll(/[a-z]+/g)) {
    expect(called(`<${name}>`)).toMatch(/^[A-ZÉ-]+$/)
  }
})

test.each(PATHS)(
  'help on %s says the same things in both languages, of options that are there',
  async (path) => {
    expect(shapeOf(french[path])).toEqual(shapeOf(english[path]))
    const { options } = await commandOf(path)
    expect(Object.keys(options)).toEqual(expect.arrayContaining(shapeOf(english[path]).options))
  },
)
