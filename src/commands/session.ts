import type { CsvProfile, Language } from '../domain/journal/event.ts'
import type { Day } from '../domain/kernel/day.ts'
import { dayOf, type Instant, instantOf } from '../domain/kernel/instant.ts'
import { parseText } from '../domain/kernel/name.ts'
import { closeLedger, type Ledger, openLedger } from '../store/ledger.ts'
import { type CohortRow, currentCohort } from '../store/queries/cohort.ts'
import { type Settings, settingOf } from '../store/queries/setting.ts'
import { openSessions } from '../store/queries/till.ts'
import { type Journal, record } from '../store/record.ts'
import { moneyText } from '../words/money-text.ts'
import type { MoneyWriter } from '../words/said.ts'
import { type Clock, once, startClock } from './clock.ts'
import type { Output } from './command.ts'
import type { FlagValues, GLOBAL_FLAGS } from './flags.ts'
import type { Io } from './io.ts'
import { chosenLanguage, languageOfEnvironment } from './language-choice.ts'
import { findLedger } from './ledger-place.ts'
import { namingLedger, trainingNotice } from './training.ts'
import { misused } from './usage.ts'

type Globals = FlagValues<typeof GLOBAL_FLAGS>

/** One run of one command: what was typed beside its own words, and the ledger when it is asked for. */
export type Session = {
  readonly io: Io
  readonly globals: Globals
  readonly dryRun: boolean
  readonly output: Output
  /** The language of people's texts; asks the ledger when nothing else says it. */
  readonly language: () => Language
  /** True time of this run, the same throughout. */
  readonly now: Instant
  /** `--at`, else now; where the clock cannot be right, what clock.ts makes of it. */
  readonly when: () => Instant
  readonly isToCome: Clock['isToCome']
  readonly wasClockBehind: () => boolean
  readonly today: () => Day
  readonly actor: () => string
  readonly ledger: () => Ledger
  /** What names the cohort for this one command, if anything does. */
  readonly cohortAsked: string | undefined
  /** The cohort that the command is about; refuses when there is none or no telling which. */
  readonly cohort: () => CohortRow
  readonly settings: () => Settings
  /** An amount for people, the ledger's way. */
  readonly money: MoneyWriter
  readonly csvProfile: () => CsvProfile
  /** The one way to write: see store/record.ts. */
  readonly record: <T>(work: (journal: Journal) => T) => T
  /** Data, on stdout. */
  readonly print: (text: string) => void
  /** Messages and hints, on stderr; silent under `--quiet`. */
  readonly say: (text: string) => void
  /** A text as this person can type it: in a training ledger named by `--db`, each command names it too. */
  readonly typable: (text: string) => string
  readonly end: () => void
}

export type SessionInput = {
  readonly io: Io
  readonly globals: Globals
  readonly dryRun: boolean
  readonly output: Output
  /** Open already, and somebody else's to close: a loop has a session for each of its lines. */
  readonly shared?: () => Ledger
}

export function startSession({ io, globals, dryRun, output, shared }: SessionInput): Session {
  const now = instantOf(io.nowMs())
  let opened: Ledger | undefined
  let isAsked = false
  const held = (): Ledger => {
    if (shared) return shared()
    opened ??= openLedger(findLedger(io, globals.db))
    return opened
  }
  const ledger = (): Ledger => {
    const found = held()
    if (isAsked || shared) return found
    isAsked = true
    if (found.training !== undefined && !globals.quiet && !globals.json)
      io.stderr.write(trainingNotice(found.training, language()))
    return found
  }
  const clock = startClock({
    now,
    typed: globals.at,
    opening: () => openSessions(ledger().db, ledger().stall).at(-1),
  })
  const actor = (): string => namedActor(globals.actor, io.env) ?? accountName(io)
  const language = once(
    () => chosenLanguage(globals.lang, io.env) ?? ledgerLanguage(held) ?? languageOfEnvironment(io),
  )
  const typable = (text: string): string =>
    opened?.training === undefined || globals.db === undefined || globals.json
      ? text
      : namingLedger(text, globals.db)
  const cohortAsked = globals.cohort ?? (io.env.FLASHCOOP_COHORT || undefined)
  const settings = once(() => settingOf(ledger().db))
  return {
    io,
    globals,
    dryRun,
    output,
    now,
    settings,
    money: (amount) => moneyText(amount, settings().language),
    when: clock.when,
    isToCome: clock.isToCome,
    wasClockBehind: clock.wasBehind,
    actor,
    ledger,
    language,
    today: () => dayOf(clock.when()),
    cohortAsked,
    cohort: once(() => currentCohort(ledger().db, cohortAsked)),
    csvProfile: () => chosenProfile(output.csvProfile) ?? settings().csvProfile,
    record: (work) => record(ledger(), { at: now, actor: actor(), dryRun }, work),
    print: (text) => void io.stdout.write(typable(text)),
    say: (text) => {
      if (!globals.quiet) io.stderr.write(typable(text))
    },
    typable,
    end: () => {
      if (opened) closeLedger(opened)
      opened = undefined
    },
  }
}

/** Spares the hot path a second look. */
const PLAIN_NAME = /^\w[\w .@-]{0,79}$/

/** `--actor`, else FLASHCOOP_ACTOR: it stands in the journal for ever, so it is a plain text as any other. */
function namedActor(flag: string | undefined, { FLASHCOOP_ACTOR }: Io['env']): string | undefined {
  const [typed, name] =
    flag === undefined ? [FLASHCOOP_ACTOR, 'FLASHCOOP_ACTOR'] : [flag, '--actor']
  if (typed === undefined || (flag === undefined && typed === '')) return undefined
  if (PLAIN_NAME.test(typed)) return typed
  const parsed = parseText(typed)
  return parsed.ok ? parsed.text : misused({ code: 'bad-text', name, fault: parsed.fault, max: 80 })
}

function chosenProfile(typed: string | undefined): CsvProfile | undefined {
  if (typed === undefined) return undefined
  if (typed === 'excel-fr' || typed === 'standard') return typed
  return misused({
    code: 'bad-choice',
    typed,
    name: '--csv-profile',
    allowed: ['excel-fr', 'standard'],
  })
}

/** A ledger that cannot be opened says nothing of the language; the command itself will say why it cannot. */
function ledgerLanguage(ledger: () => Ledger): Language | undefined {
  try {
    return settingOf(ledger().db).language
  } catch {
    return undefined
  }
}

/** An account's name is not the user's to mend: what the journal cannot keep of it must not cost a sale. */
function accountName({ user }: Io): string {
  const name = user()
  if (PLAIN_NAME.test(name)) return name
  const parsed = parseText(name)
  return parsed.ok ? parsed.text : 'unknown'
}
