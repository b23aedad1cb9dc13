/** Nothing but printable ASCII: most text, and needs no second look. */
const PLAIN = /^[\x20-\x7e]*$/

/**
 * What could move a cursor, end a line, turn text round or hide in it. Zero-width joiners are letters'
 * glue in Persian, Dari and Indic names and stay between two letters. Made when it is first used: V8 takes its time.
 */
const hostile = (): RegExp =>
  /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu

const codePointText = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/**
 * Data → text that is safe to print: every hostile character is shown as `\u{1b}`. Whatever the ledger accepts
 * comes back unchanged. Every human output passes data through here; so does CSV.
 */
export function term(data: string): string {
  return PLAIN.test(data) ? data : data.replace(hostile(), codePointText)
}

const jsonEscape = (character: string): string => {
  let escaped = ''
  for (let index = 0; index < character.length; index += 1) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`
  }
  return escaped
}

/** Finished JSON → the same value with hostile characters escaped inside its strings; line feeds between stay. */
export const termJson = (json: string): string =>
  json.replace(hostile(), (character) => (character === '\n' ? character : jsonEscape(character)))
