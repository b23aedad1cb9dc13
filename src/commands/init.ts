import { basename, isAbsolute, join, relative } from 'node:path'
import { CSV_PROFILES } from '../domain/host/setting.ts'
import { hasSirenChecksum } from '../domain/host/siren.ts'
import type { CsvProfile, Language } from '../domain/journal/event.ts'
import { present } from '../domain/kernel/present.ts'
import { term } from '../formats/terminal-text.ts'
import { checkPath, checkVacant, createLedger, realPath } from '../store/ledger.ts'
import { newCoop, openJournal } from '../store/record.ts'
import { syncedFolder } from '../store/synced-folder.ts'
import { host as hostEn } from '../words/en/host.ts'
import { init as en } from '../words/en/init.ts'
import { host as hostFr } from '../words/fr/host.ts'
import { init as fr } from '../words/fr/init.ts'
import { inLanguage } from '../words/said.ts'
import { command, type Input, type Outcome } from './command.ts'
import { EXIT } from './exit-code.ts'
import { FLAGS, LIST_FLAGS } from './flags.ts'
import { sirenFrom } from './host-values.ts'
import { chosenLanguage, languageOfEnvironment } from './language-choice.ts'
import { LEDGER_NAME } from './ledger-place.ts'
import { printOne } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { typedName } from './training.ts'
import { misused } from './usage.ts'
import { choiceFrom, optional, textFrom } from './values.ts'

const OPTIONS = {
  host: FLAGS.host,
  siren: FLAGS.siren,
  till: FLAGS.till,
  fromBundle: FLAGS.fromBundle,
  training: FLAGS.training,
  csvProfile: LIST_FLAGS.csvProfile,
} as const

export const init = command({ arguments: '[file]', options: OPTIONS, writes: true, run: createOne })

/** What is known of the new ledger; the rest is asked, or takes its default. */
type Known = {
  readonly language: Language | undefined
  readonly host: string | undefined
  readonly csvProfile: CsvProfile | undefined
}
export type Chosen = {
  readonly language: Language
  readonly host: string
  readonly csvProfile: CsvProfile
}

async function createOne(
  session: Session,
  { words, options }: Input<typeof OPTIONS>,
): Promise<Outcome> {
  const { io, globals } = session
  const siren = optional(options.siren, (text) => sirenFrom(text, '--siren'))
  const typedTill = optional(options.till, tillFrom)
  const known = {
    language: chosenLanguage(globals.lang, io.env),
    host: optional(options.host, hostFrom),
    csvProfile: optional(options.csvProfile, profileFrom),
  }
  const name = options.training ? trainingName(session, words[0], known.language) : words[0]
  const path = checkVacant(placeOf(session, name), options.training)
  if (options.fromBundle !== undefined) {
    refuseBeside(options)
    const { initFrom } = await import('./init-from.ts')
    return initFrom(session, path, { bundle: options.fromBundle, till: typedTill })
  }
  const chosen = await choose(session, known)
  if (chosen === undefined) return EXIT.interrupted
  const practice = options.training ? ({ training: true, operator: session.actor() } as const) : {}
  const body = { ...chosen, till: typedTill ?? 'A', ...present({ siren }), ...practice }
  if (!session.dryRun) makeLedger(session, path, body)
  await sayMade(session, path, body)
}

/** What the bundle says already. */
function refuseBeside(options: Input<typeof OPTIONS>['options']): void {
  const { host, siren, csvProfile, training } = options
  const given = {
    '--host': host,
    '--siren': siren,
    '--csv-profile': csvProfile,
    '--training': training || undefined,
  }
  const other = Object.entries(given).find(([, value]) => value !== undefined)?.[0]
  if (other !== undefined) misused({ code: 'option-conflict', one: '--from', other })
}

type Made = Chosen & {
  readonly till: string
  readonly siren?: string
  readonly training?: true
  readonly operator?: string
}

function makeLedger(session: Session, path: string, body: Made): void {
  createLedger(path, (db) => {
    const coop = newCoop(db)
    const opening = { at: session.now, actor: session.actor() }
    openJournal(db, { stall: body.till, coop }, opening).append('init', { coop, ...body })
  })
}

async function sayMade(session: Session, path: string, body: Made): Promise<void> {
  const text = inLanguage(body.language, { en, fr })
  const place = session.dryRun ? path : realPath(path)
  const say = session.dryRun ? text.possible : text.created
  const { operator } = body
  await printOne(session, { ledger: path, ...body }, () =>
    operator === undefined || session.dryRun
      ? say(term(path))
      : text.createdToPractise(term(path), operator),
  )
  const synced = syncedFolder(place)
  if (synced !== undefined) session.say(text.synced(term(synced)))
  if (body.siren !== undefined && !hasSirenChecksum(body.siren)) {
    session.say(inLanguage(body.language, { en: hostEn, fr: hostFr }).odd(body.siren))
  }
  if (operator === undefined) return sayNext(session, text.next, body.language)
  const name = nameToType(session, path)
  if (!session.dryRun) session.say(text.onlyByName(name))
  sayNext(session, text.nextToPractise(name), body.language)
}

/** What is not known is asked on a terminal and takes its default elsewhere; `undefined` when the person left. */
async function choose(session: Session, known: Known): Promise<Chosen | undefined> {
  const usual = { language: languageOfEnvironment(session.io), host: '', csvProfile: USUAL_PROFILE }
  const { stdin, stderr } = session.io
  const { noInput, yes, json } = session.globals
  const silent = noInput || yes || json || !stdin.isTTY || !stderr.isTTY
  const complete = known.language && known.csvProfile && known.host !== undefined
  if (silent || complete) {
    return {
      language: known.language ?? usual.language,
      host: known.host ?? usual.host,
      csvProfile: known.csvProfile ?? usual.csvProfile,
    }
  }
  const { askForLedger } = await import('./init-questions.ts')
  return askForLedger(session, known, usual)
}

const USUAL_PROFILE: CsvProfile = 'excel-fr'

export const hostFrom = (typed: string): string => textFrom(typed, '--host')

export const profileFrom = (typed: string): CsvProfile =>
  choiceFrom(typed, '--csv-profile', CSV_PROFILES)

/** From here, in quotes where it has a blank. */
function nameToType({ io }: Session, path: string): string {
  const near = relative(io.cwd, path)
  return typedName(near.startsWith('..') ? path : near)
}

/**
 * A training ledger's file: FILE, else `--db`, else a name of its own here; never the one that FLASHCOOP_DB says, and
 * never the name that commands find by themselves.
 */
function trainingName(
  { io, globals }: Session,
  typed: string | undefined,
  language: Language | undefined,
): string {
  const named = typed ?? globals.db
  if (named !== undefined && basename(named).toLowerCase() === LEDGER_NAME)
    misused({ code: 'option-conflict', one: '--training', other: named })
  return named ?? TRAINING_NAMES[language ?? languageOfEnvironment(io)]
}

const TRAINING_NAMES: { readonly [L in Language]: string } = {
  en: 'flashcoop-training.db',
  fr: 'flashcoop-formation.db',
}

/** `init FILE`, else `--db`, else FLASHCOOP_DB, else flashcoop.db here. */
function placeOf({ io, globals }: Session, typed: string | undefined): string {
  const place = typed ?? globals.db ?? (io.env.FLASHCOOP_DB || LEDGER_NAME)
  checkPath(place)
  return isAbsolute(place) ? place : join(io.cwd, place)
}

function tillFrom(typed: string): string {
  const letter = typed.toUpperCase()
  return /^[A-Z]$/.test(letter)
    ? letter
    : misused({ code: 'bad-code', typed, name: '--till', example: 'A' })
}
