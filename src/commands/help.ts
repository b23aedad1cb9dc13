import { invariant } from '../domain/kernel/defect.ts'
import { fold } from '../domain/kernel/name.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import {
  type CommandHelp,
  help as en,
  type HelpWords,
  TOPICS,
  type Topic,
} from '../words/en/help.ts'
import { help as fr } from '../words/fr/help.ts'
import { FRENCH_NOUNS } from '../words/fr/nouns.ts'
import { inLanguage, titled } from '../words/said.ts'
import { type AnyCommand, command } from './command.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { FLAGS, GLOBAL_FLAGS, LIST_FLAGS, WRITE_FLAGS } from './flags.ts'
import { type CommandPath, NOUNS, type Noun } from './nouns.ts'
import { nounNames, nounOf, pathOf, verbsOf } from './run.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'

export const help = command({
  arguments: '[words...]',
  options: {},
  run: (session, { words }) => printHelp(session, words),
})

/** Help for the whole, a noun, a command or a topic. */
export async function printHelp(session: Session, typed: readonly string[]): Promise<ExitCode> {
  const [first, second] = typed
  const topic = first === undefined ? undefined : topicOf(first)
  session.print(
    topic === undefined ? await textOf(session, first, second) : helpWords(session).topics[topic],
  )
  return EXIT.done
}

/** A topic by its name in either language. */
function topicOf(typed: string): Topic | undefined {
  const folded = fold(typed)
  return TOPICS.find((each) => [each, fold(fr.topicNames[each])].includes(folded))
}

const helpWords = (session: Session): HelpWords => inLanguage(session.language(), { en, fr })

async function textOf(
  session: Session,
  first: string | undefined,
  second: string | undefined,
): Promise<string> {
  if (first === undefined) return overview(session)
  if (first === 'sell')
    return commandHelp(session, { noun: 'sale', verb: 'add' }, await NOUNS.sale.add())
  const noun = nounOf(first)
  if (noun === undefined) {
    const topics = [...TOPICS, ...Object.values(fr.topicNames)]
    const near = suggest(first, [...nounNames(), ...topics]).map((each) => `help ${each}`)
    return misused({ code: 'unknown-command', typed: `help ${first}`, near })
  }
  const verbs = verbsOf(noun)
  const load = verbs.get('') ?? (second === undefined ? undefined : verbs.get(fold(second)))
  if (load)
    return commandHelp(
      session,
      { noun, verb: verbs.has('') ? '' : fold(second ?? '') },
      await load(),
    )
  if (second === undefined) return nounHelp(session, noun)
  const near = suggest(second, [...verbs.keys()]).map((each) => `help ${noun} ${each}`)
  return misused({ code: 'unknown-command', typed: `help ${noun} ${second}`, near })
}

const GAP = 2

/** Two columns, the first as wide as its widest. */
function aligned(rows: readonly (readonly [left: string, right: string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + GAP
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`.trimEnd()).join('\n')
}

function overview(session: Session): string {
  const words = helpWords(session)
  const { headings } = words
  const rows = nouns().map((noun) => [shownNoun(session, noun), words.nouns[noun]] as const)
  return [
    words.intro,
    words.start,
    `${headings.commands}\n${aligned(rows)}\n`,
    `${headings.common}\n${aligned(COMMON_FLAGS.map(flagRow(words)))}\n`,
    `${headings.topics}\n  ${TOPICS.map((each) => words.topicNames[each]).join(', ')}\n`,
    `${headings.more}\n`,
  ].join('\n')
}

const COMMON_FLAGS = Object.entries({ ...GLOBAL_FLAGS, version: '-V, --version' })

const nouns = (): readonly Noun[] => Object.keys(NOUNS).flatMap((typed) => nounOf(typed) ?? [])

/** The name of a noun in the reader's language, as it is typed. */
const spokenNoun = (session: Session, noun: Noun): string =>
  session.language() === 'fr' ? (FRENCH_NOUNS[noun] ?? noun) : noun

/** With its English name beside it where that is another. */
function shownNoun(session: Session, noun: Noun): string {
  const spoken = spokenNoun(session, noun)
  return spoken === noun ? noun : `${spoken} (${noun})`
}

function nounHelp(session: Session, noun: Noun): string {
  const words = helpWords(session)
  const { headings, nouns: summaries } = words
  const rows = [...verbsOf(noun).keys()].map((verb) => {
    const { takes = '', summary } = wordsOfCommand(words, pathOf(noun, verb))
    return [`${spokenNoun(session, noun)} ${verb} ${takes}`.trimEnd(), summary] as const
  })
  return [
    `${titled(shownNoun(session, noun), summaries[noun], session.language())}\n`,
    `${headings.commands}\n${aligned(rows)}\n`,
    `${headings.more}\n`,
  ].join('\n')
}

const isCommandPath = (words: HelpWords, path: string): path is CommandPath =>
  Object.hasOwn(words.commands, path)

function wordsOfCommand(words: HelpWords, path: string): CommandHelp {
  invariant(isCommandPath(words, path), 'every command has words')
  return words.commands[path]
}

type Path = { readonly noun: Noun; readonly verb: string }

function commandHelp(session: Session, { noun, verb }: Path, of: AnyCommand): string {
  const words = helpWords(session)
  const { headings } = words
  const {
    summary,
    takes = '',
    example,
    options = {},
    list = [],
  } = wordsOfCommand(words, pathOf(noun, verb))
  const usage = `flashcoop ${spokenNoun(session, noun)} ${verb}`.trimEnd()
  const own = [
    ...Object.entries(of.options).map(([name, text]) => flagEntry(name, text)),
    ...(of.writes === true ? Object.entries(WRITE_FLAGS) : []),
    ...(of.lists === true ? Object.entries(LIST_FLAGS) : []),
  ]
  return [
    `${summary}\n`,
    `${headings.usage}\n  ${usage} ${takes}`.trimEnd(),
    '',
    ...(own.length === 0
      ? []
      : [`${headings.options}\n${aligned(own.map(flagRow(words, options)))}\n`]),
    ...(list.length === 0 ? [] : [`${headings.list}\n${aligned(list)}\n`]),
    `${headings.example}\n  ${example}\n`,
    `${headings.everywhere}\n`,
  ].join('\n')
}

type FlagKey = keyof HelpWords['flags']
const ALL_FLAGS = { ...LIST_FLAGS, ...FLAGS }
const isFlagKey = (words: HelpWords, key: string): key is FlagKey => Object.hasOwn(words.flags, key)

type FlagEntry = readonly [key: string, text: string, ownName?: string]

/** A command's option by its text: names of options are the command's own affair. */
function flagEntry(ownName: string, text: string): FlagEntry {
  const key = Object.entries(ALL_FLAGS).find(([, known]) => known === text)?.[0] ?? ''
  return [key, text, ownName]
}

const flagRow =
  (words: HelpWords, own: NonNullable<CommandHelp['options']> = {}) =>
  ([key, text, ownName = '']: FlagEntry): readonly [string, string] => {
    const shown = text.replace(
      /<([^>.]+)/,
      (_, value: string) => `<${words.values[value] ?? value}`,
    )
    invariant(isFlagKey(words, key), `every option has words: ${text}`)
    return [shown, own[ownName] ?? words.flags[key]]
  }
