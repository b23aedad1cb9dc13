import { GLOBAL_FLAGS, LIST_FLAGS, longNameOf, takesValue } from './flags.ts'

export type Scan = {
  /** The first words that are no options: noun and perhaps verb. */
  readonly heads: readonly { readonly text: string; readonly at: number }[]
  readonly asksHelp: boolean
  readonly asksVersion: boolean
  readonly json: boolean
  readonly db: string | undefined
  readonly lang: string | undefined
}

const VALUED = new Set(
  [...Object.values(GLOBAL_FLAGS), ...Object.values(LIST_FLAGS)]
    .filter(takesValue)
    .flatMap((text) => [
      longNameOf(text),
      ...(/^-(\w),/.exec(text)?.[1] === undefined ? [] : [text.slice(0, 2)]),
    ]),
)

/** A first look at the arguments, to find the command and how to speak, before they are read in earnest. */
export function scanArguments(argv: readonly string[]): Scan {
  const heads: { text: string; at: number }[] = []
  const seen: { json: boolean; help: boolean; version: boolean; db?: string; lang?: string } = {
    json: false,
    help: false,
    version: false,
  }
  for (let at = 0; at < argv.length; at++) {
    const text = argv[at] ?? ''
    if (text === '--') break
    if (!text.startsWith('-') || text === '-') {
      if (heads.length < 2) heads.push({ text, at })
      continue
    }
    const [name = '', attached] = text.split('=', 2)
    const value = attached ?? argv[at + 1]
    if (name === '--json') seen.json = true
    if (name === '--help' || name === '-h') seen.help = true
    if (name === '--version' || name === '-V') seen.version = true
    if (name === '--db' && value !== undefined) seen.db = value
    if (name === '--lang' && value !== undefined) seen.lang = value
    if (VALUED.has(name) && attached === undefined) at += 1
  }
  const { help: asksHelp, version: asksVersion, json, db, lang } = seen
  return { heads, asksHelp, asksVersion, json, db, lang }
}
