import { Command, CommanderError } from 'commander'
import { suggest } from '../domain/kernel/suggestion.ts'
import { longNameOf, takesSeveral, takesValue } from './flags.ts'
import { type Parsed, shortNameOf } from './parse.ts'
import { misused } from './usage.ts'

type Wanted = {
  readonly path: string
  readonly arguments: string
  readonly flags: readonly string[]
}

const LIST = /\s*,\s*/

/** Reads the arguments of one command; every mistake becomes a usage error in our own words. */
export function parseWithCommander(argv: readonly string[], wanted: Wanted): Parsed {
  const program = new Command(wanted.path)
    .helpOption(false)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: () => undefined,
      writeErr: () => undefined,
      outputError: () => undefined,
    })
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
  if (wanted.arguments !== '') program.arguments(wanted.arguments)
  for (const text of wanted.flags) program.option(text)
  program.action(() => undefined)
  try {
    program.parse(argv.map(shielded), { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return explain(error, wanted)
    throw error
  }
  const found = foundIn(program.opts(), wanted.flags)
  refuseSwallowed(found, wanted)
  refuseNobody(found, wanted)
  return { words: program.args.map(unshielded), found }
}

/** `-12,50` is an amount with a minus sign, not twelve options: commander sees it behind a mark that nobody can type. */
const SHIELD = '\ufffe'
const shielded = (typed: string): string => (/^-\d/.test(typed) ? SHIELD + typed : typed)
const unshielded = (text: string): string => (text.startsWith(SHIELD) ? text.slice(1) : text)

/** `--absent ""`: a script's variable that is empty, and would mean that everybody was there. */
function refuseNobody(found: Parsed['found'], { path, flags }: Wanted): void {
  for (const text of flags.filter(takesSeveral).filter((each) => each.includes('<who'))) {
    const value = found.get(longNameOf(text))
    if (typeof value === 'object' && value.length === 0)
      misused({ code: 'missing-value', option: longNameOf(text), command: path })
  }
}

/** `--key --json`: the value was forgotten (a script's empty variable) and the next option taken for it. */
function refuseSwallowed(found: Parsed['found'], { path, flags }: Wanted): void {
  const namesOf = (text: string): readonly string[] => {
    const short = shortNameOf(text)
    return short === undefined ? [longNameOf(text)] : [longNameOf(text), `-${short}`]
  }
  const names = new Set(flags.flatMap(namesOf))
  for (const [option, value] of found) {
    const texts = typeof value === 'object' ? value : [value]
    if (texts.some((each) => typeof each === 'string' && names.has(each) && each !== ''))
      misused({ code: 'missing-value', option, command: path })
  }
}

/** Codes and words may be listed with commas; amounts and names have commas of their own. */
function partsOf(flag: string, value: string): readonly string[] {
  return /<(?:who|word)/.test(flag) ? value.split(LIST).filter((each) => each !== '') : [value]
}

const camel = (long: string): string =>
  long.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function foundIn(
  opts: Readonly<Record<string, unknown>>,
  flags: readonly string[],
): Parsed['found'] {
  const found = new Map<string, string | boolean | readonly string[]>()
  for (const text of flags) {
    const long = longNameOf(text)
    const negated = long.startsWith('--no-')
    const value = negated ? opts[camel(`--${long.slice(5)}`)] : opts[camel(long)]
    if (negated) {
      if (value === false) found.set(long, true)
    } else if (takesSeveral(text) && Array.isArray(value)) {
      found.set(
        long,
        value.flatMap((each) => partsOf(text, unshielded(String(each)))),
      )
    } else if (takesValue(text) && typeof value === 'string') found.set(long, unshielded(value))
    else if (value === true) found.set(long, true)
  }
  return found
}

function explain(error: CommanderError, { path, flags, arguments: args }: Wanted): never {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownOption': {
      const near = suggest(quoted, flags.map(longNameOf))
      return misused({ code: 'unknown-option', typed: quoted, command: path, near })
    }
    case 'commander.missingArgument':
      return misused({ code: 'missing-argument', name: `<${quoted}>`, command: path })
    case 'commander.optionMissingArgument':
      return misused({ code: 'missing-value', option: longNameOf(quoted), command: path })
    case 'commander.excessArguments':
      return misused({ code: 'excess-argument', typed: args, command: path })
    default:
      throw error
  }
}
