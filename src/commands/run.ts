import { foldWord } from '../domain/kernel/name.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { dayText } from '../words/day-text.ts'
import { DRY_RUN } from '../words/next.ts'
import type { AnyCommand } from './command.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { GLOBAL_FLAGS, LIST_FLAGS, WRITE_FLAGS } from './flags.ts'
import type { Io } from './io.ts'
import { NOUN_ALIASES, NOUNS, type Noun } from './nouns.ts'
import { type Found, flagsOf, flagValues, type Parsed, parsedWords, parseQuickly } from './parse.ts'
import { type Scan, scanArguments } from './scan.ts'
import { type Session, startSession } from './session.ts'
import { misused } from './usage.ts'

const NOTHING: Found = new Map()

/** Runs one command and answers with its exit code; whatever goes wrong is said on stderr. */
export async function runCommand(io: Io): Promise<number> {
  const scan = scanArguments(io.argv)
  let session: Session | undefined
  const spoken = (): Session => {
    session ??= sessionOf(io, NOTHING, scan)
    return session
  }
  try {
    if (scan.heads.length === 0 && scan.asksVersion && !scan.asksHelp) return showVersion(io)
    if (scan.asksHelp) return await showHelp(spoken(), scan)
    if (scan.heads.length === 0) {
      await refuseUnknownOptions(io, scan)
      return await showHelp(spoken(), scan)
    }
    const found = await findCommand(scan)
    const parsed = await parse(io, found)
    session = sessionOf(io, parsed.found, scan)
    if (session.globals.at !== undefined) session.when()
    const exit = (await found.command.run(session, parsedWords(parsed))) ?? EXIT.done
    if (session.dryRun) session.say(DRY_RUN[session.language()])
    if (session.wasClockBehind()) await tellClock(session)
    return exit
  } catch (error) {
    const { complain } = await import('./complaint.ts')
    return await complain(spoken(), error, scan.json)
  } finally {
    session?.end()
  }
}

/** Before the arguments are read, the session knows what the first look found: enough to complain in one's language. */
function sessionOf(io: Io, found: Found, scan: Scan): Session {
  const globals = flagValues(found, GLOBAL_FLAGS)
  const known =
    found === NOTHING ? { ...globals, db: scan.db, lang: scan.lang, json: scan.json } : globals
  return startSession({
    io,
    globals: known,
    dryRun: flagValues(found, WRITE_FLAGS).dryRun,
    output: flagValues(found, LIST_FLAGS),
  })
}

async function showVersion(io: Io): Promise<ExitCode> {
  const { VERSION_TEXT } = await import('./version.ts')
  io.stdout.write(VERSION_TEXT)
  return EXIT.done
}

/** What was just recorded is dated by the open till: the person should know, and mend the clock. */
async function tellClock(session: Session): Promise<void> {
  const { tillWords } = await import('./till-words.ts')
  session.say(tillWords(session).clockBehind(dayText(session.today(), session.language())))
}

async function showHelp(session: Session, scan: Scan): Promise<number> {
  const { printHelp } = await import('./help.ts')
  const [noun, verb] = scan.heads.map((head) => head.text)
  return printHelp(session, noun === undefined ? [] : verb === undefined ? [noun] : [noun, verb])
}

type FoundCommand = {
  /** `sale add`, `init`. */
  readonly path: string
  readonly command: AnyCommand
  readonly argv: readonly string[]
  readonly scan: Scan
}

/** A noun by its English, French or short name. */
export function nounOf(typed: string): Noun | undefined {
  const folded = foldWord(typed)
  if (isNoun(folded)) return folded
  return Object.hasOwn(NOUN_ALIASES, folded) ? NOUN_ALIASES[folded] : undefined
}

const isNoun = (text: string): text is Noun => Object.hasOwn(NOUNS, text)

export const nounNames = (): readonly string[] => [
  ...Object.keys(NOUNS),
  ...Object.keys(NOUN_ALIASES),
  'sell',
]

type Loader = () => Promise<AnyCommand>
export const verbsOf = (noun: Noun): ReadonlyMap<string, Loader> =>
  new Map(Object.entries<Loader>(NOUNS[noun]))

async function findCommand(
  scan: Scan,
): Promise<Omit<FoundCommand, 'argv'> & { readonly heads: number }> {
  const [first, second] = scan.heads
  const typed = first?.text ?? ''
  if (typed === 'sell') return { path: 'sale add', command: await NOUNS.sale.add(), scan, heads: 1 }
  const noun = nounOf(typed)
  if (noun === undefined) {
    const { NOUN_SYNONYMS } = await import('./command-synonyms.ts')
    const near = suggest(typed, nounNames(), NOUN_SYNONYMS)
    return misused({ code: 'unknown-command', typed, near })
  }
  const verbs = verbsOf(noun)
  const itself = verbs.get('')
  if (itself) return { path: pathOf(noun, ''), command: await itself(), scan, heads: 1 }
  if (second === undefined) return misused({ code: 'missing-verb', noun, verbs: [...verbs.keys()] })
  const verb = foldWord(second.text)
  const load = verbs.get(verb)
  if (!load) {
    const { VERB_SYNONYMS } = await import('./command-synonyms.ts')
    const near = suggest(second.text, [...verbs.keys()], VERB_SYNONYMS).map(
      (each) => `${noun} ${each}`,
    )
    return misused({ code: 'unknown-command', typed: `${noun} ${second.text}`, near, within: noun })
  }
  return { path: pathOf(noun, verb), command: await load(), scan, heads: 2 }
}

/** How a command is spoken of: `sale add`, `init`. */
export const pathOf = (noun: Noun, verb: string): string => (verb === '' ? noun : `${noun} ${verb}`)

async function parse(io: Io, found: Awaited<ReturnType<typeof findCommand>>): Promise<Parsed> {
  const { command, path, scan, heads } = found
  const skipped = new Set(scan.heads.slice(0, heads).map((head) => head.at))
  const argv = io.argv.filter((_, at) => !skipped.has(at))
  const flags = allFlagsOf(command)
  const quick = command.quick === true ? parseQuickly(argv, flags) : undefined
  if (quick) return quick
  const { parseWithCommander } = await import('./parse-with-commander.ts')
  return parseWithCommander(argv, { path, arguments: command.arguments ?? '', flags })
}

/** Options alone ask for help, if they are any that exist. */
async function refuseUnknownOptions(io: Io, scan: Scan): Promise<void> {
  if (io.argv.length > 0)
    await parse(io, { path: 'help', command: await NOUNS.help[''](), scan, heads: 0 })
}

/** A command's own options, and those that its kind brings along. */
function allFlagsOf(command: AnyCommand): readonly string[] {
  return [
    ...flagsOf(command),
    ...(command.writes === true ? Object.values(WRITE_FLAGS) : []),
    ...(command.lists === true ? Object.values(LIST_FLAGS) : []),
    ...Object.values(GLOBAL_FLAGS),
  ]
}
