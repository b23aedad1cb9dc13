import { parseArgs } from 'node:util'
import type { AnyCommand, ParsedWords } from './command.ts'
import { type Flags, type FlagValues, longNameOf, takesSeveral, takesValue } from './flags.ts'

/** What each long option held: text, texts, or true. */
export type Found = ReadonlyMap<string, string | boolean | readonly string[]>
export type Parsed = { readonly words: readonly string[]; readonly found: Found }

const shortNameOf = (text: string): string | undefined => /^-(\w),/.exec(text)?.[1]

/**
 * Reads plain arguments with Node's own parser, which is there already; commander would cost 6 ms. Undefined when
 * they are not plain (a mistake, an option with several values): commander then reads them, and has the last word.
 */
export function parseQuickly(
  argv: readonly string[],
  flags: readonly string[],
): Parsed | undefined {
  const options = Object.fromEntries(
    flags.map((text) => {
      const short = shortNameOf(text)
      const type: 'string' | 'boolean' = takesValue(text) ? 'string' : 'boolean'
      return [longNameOf(text).slice(2), { type, ...(short === undefined ? {} : { short }) }]
    }),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
    })
    const found = new Map(
      Object.entries(values).map(([name, value]) => [`--${name}`, value ?? true]),
    )
    const several = flags.some((text) => takesSeveral(text) && found.has(longNameOf(text)))
    return several ? undefined : { words: positionals, found }
  } catch {
    return undefined
  }
}

/** Answers a command's wish for its options from what was found. */
export function parsedWords({ words, found }: Parsed): ParsedWords {
  return { words, read: (wanted) => flagValues(found, wanted) }
}

export function flagValues<F extends Flags>(found: Found, wanted: F): FlagValues<F> {
  const values: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(wanted)) values[name] = valueOf(found, text)
  return values as FlagValues<F>
}

function valueOf(found: Found, text: string): string | boolean | readonly string[] | undefined {
  const value = found.get(longNameOf(text))
  return takesValue(text) ? value : value !== undefined && value !== false
}

export const flagsOf = (command: AnyCommand): readonly string[] => Object.values(command.options)
