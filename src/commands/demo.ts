import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { styleFor } from '../formats/style.ts'
import { storeFault } from '../store/store-error.ts'
import { demo as en } from '../words/en/demo.ts'
import { demo as fr } from '../words/fr/demo.ts'
import { inLanguage } from '../words/said.ts'
import { command, type Outcome } from './command.ts'
import { playPublished, playStall, playWorkedExample, STALL, type Telling } from './demo-scenes.ts'
import { DemoStopped, type Stage, setStage } from './demo-stage.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { LEDGER_NAME } from './ledger-place.ts'
import { printOne } from './output.ts'
import type { Session } from './session.ts'

/** A throw-away ledger made by the product's own commands, each shown with what it answers. */
export const demo = command({ options: {}, run: play })

/** fixtures/cohorts of this package, whether it runs from dist/ or unbuilt. */
const FIXTURES = join(
  import.meta.dirname.replace(/[/\\](?:dist|src[/\\]commands)$/, ''),
  'fixtures',
  'cohorts',
)

async function play(session: Session): Promise<Outcome> {
  const { io, globals } = session
  const language = session.language()
  const telling = { words: inLanguage(language, { en, fr }), language }
  const folder = newFolder()
  const ledger = join(folder, LEDGER_NAME)
  copyFixtures(FIXTURES, folder)
  const isTerminal = io.stdout.isTTY
  const style = await styleFor({ env: io.env, isTerminal, noColor: globals.noColor })
  const env = environmentOf(session, telling)
  const stage = setStage({ io, folder, env, style, silent: globals.json })
  stage.print(telling.words.begin(folder))
  try {
    await playPublished(stage, telling)
    await playStall(stage, telling)
    await playWorkedExample(stage, telling)
    await stage.run(['cohort', 'use', STALL])
  } catch (error) {
    if (!(error instanceof DemoStopped)) throw error
    return exitOf(error)
  }
  if (globals.json) return printOne(session, { folder, ledger }, () => ledger)
  sayWhatNow({ stage, telling, io, ledger })
  return undefined
}

const exitOf = ({ exit }: DemoStopped): ExitCode =>
  Object.values(EXIT).find((code) => code === exit) ?? EXIT.defect

/** Its own each time, so that two demonstrations never meet. */
function newFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'flashcoop-demo-'))
  } catch {
    return storeFault({ code: 'ledger-read-only', path: tmpdir() })
  }
}

/** The files that the demonstration reads lie beside its ledger, to be looked at, changed and read again. */
function copyFixtures(from: string, folder: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const copy = join(folder, path.slice(from.length))
    mkdirSync(dirname(copy), { recursive: true })
    writeFileSync(copy, readFileSync(path))
  }
}

/** The reader's own, except for what would lead a command to another ledger, cohort or language. */
function environmentOf({ io, globals }: Session, { language }: Telling): Io['env'] {
  return {
    ...io.env,
    FLASHCOOP_DB: undefined,
    FLASHCOOP_COHORT: undefined,
    FLASHCOOP_LANG: language,
    FLASHCOOP_ACTOR: 'ANIM01',
    ...(globals.noColor ? { NO_COLOR: '1' } : {}),
  }
}

type Ending = {
  readonly stage: Stage
  readonly telling: Telling
  readonly io: Io
  readonly ledger: string
}

function sayWhatNow({ stage, telling, io, ledger }: Ending): void {
  const { nouns, stall, yours } = telling.words
  const program = io.env.npm_lifecycle_event === 'demo' ? 'npx flashcoop' : 'flashcoop'
  const commands = [
    ledgerSetting(io, ledger),
    `${program} ${nouns.till} open --float 50`,
    `${program} ${nouns.sale} add ${stall.cash.line}`,
    `${program} undo`,
    `${program} ${nouns.report} sales`,
    `${program} ${nouns.help}`,
  ]
  stage.title(yours.title)
  stage.print(yours.ledger(ledger))
  stage.print(yours.type)
  for (const text of commands) stage.print(`  ${text}\n`)
  stage.print(yours.real(`${program} init`))
  stage.print(yours.away(stage.folder))
}

/** How this system's usual shell is told which ledger to use from now on. */
const ledgerSetting = ({ platform }: Io, ledger: string): string =>
  platform === 'win32' ? `$env:FLASHCOOP_DB = '${ledger}'` : `export FLASHCOOP_DB='${ledger}'`
