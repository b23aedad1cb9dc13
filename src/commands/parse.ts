import { invariant } from '../domain/kernel/defect.ts'
import type { AnyCommand, ParsedWords } from './command.ts'
import { type Flags, type FlagValues, longNameOf, takesSeveral, takesValue } from './flags.ts'

/** What each long option held: text, texts, or true. */
export type Found = ReadonlyMap<string, string | boolean | readonly string[]>
export type Parsed = { readonly words: readonly string[]; readonly found: Found }

export const shortNameOf = (text: string): string | undefined => /^-(\w),/.exec(text)?.[1]

/**
 * Reads plain arguments: words, `--flag`, `--name value`, `--name=value`, `-n`, `-c value`. Undefined as soon as
 * anything is not plain (an unknown option, several letters together, an option with several values): commander, which
 * costs 6 ms, then reads them all and has the last word. A test compares the two.
 */
export function parseQuickly(
  argv: readonly string[],
  flags: readonly string[],
): Parsed | undefined {
  const known = new Map<string, string>()
  for (const text of flags) {
    known.set(longNameOf(text), text)
    const short = shortNameOf(text)
    if (short !== undefined) known.set(`-${short}`, text)
  }
  const words: string[] = []
  const found = new Map<string, string | boolean>()
  for (let at = 0; at < argv.length; at++) {
    const typed = argv[at] ?? ''
    if (!typed.startsWith('-') || typed === '-') words.push(typed)
    else {
      const flag = readFlag(known, typed, argv[at + 1])
      if (flag === undefined) return undefined
      found.set(flag.long, flag.value)
      at += flag.took
    }
  }
  return { words, found }
}

type Flag = { readonly long: string; readonly value: string | true; readonly took: 0 | 1 }

function readFlag(
  known: ReadonlyMap<string, string>,
  typed: string,
  next: string | undefined,
): Flag | undefined {
  const equals = typed.startsWith('--') ? typed.indexOf('=') : -1
  const text = known.get(equals < 0 ? typed : typed.slice(0, equals))
  if (text === undefined || takesSeveral(text)) return undefined
  const long = longNameOf(text)
  if (!takesValue(text)) return equals < 0 ? { long, value: true, took: 0 } : undefined
  if (equals >= 0) return { long, value: typed.slice(equals + 1), took: 0 }
  return next === undefined || next.startsWith('-') ? undefined : { long, value: next, took: 1 }
}

/** Answers a command's wish for its options from what was found. */
export function parsedWords({ words, found }: Parsed): ParsedWords {
  return { words, read: (wanted) => flagValues(found, wanted) }
}

export function flagValues<F extends Flags>(found: Found, wanted: F): FlagValues<F> {
  const values: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(wanted)) values[name] = valueOf(found, text)
  invariant(keepPromises(values, wanted), 'an option holds what its text promises')
  return values
}

/** Whether each value is of the kind that its option's text promises. */
function keepPromises<F extends Flags>(values: object, wanted: F): values is FlagValues<F> {
  return Object.entries(values).every(([name, value]) => {
    const text = wanted[name] ?? ''
    if (!takesValue(text)) return typeof value === 'boolean'
    const isOne = takesSeveral(text) ? Array.isArray(value) : typeof value === 'string'
    return value === undefined || isOne
  })
}

function valueOf(found: Found, text: string): string | boolean | readonly string[] | undefined {
  const value = found.get(longNameOf(text))
  return takesValue(text) ? value : value !== undefined && value !== false
}

export const flagsOf = (command: AnyCommand): readonly string[] => Object.values(command.options)
