/** What stands at bytes 0x80 to 0x9F of windows-1252; the five holes are taken by nothing. */
const EXTRAS = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'

const BYTES: ReadonlyMap<string, number> = new Map(
  [...EXTRAS].flatMap((letter, at) => (letter === '\0' ? [] : [[letter, 0x80 + at] as const])),
)

/** Signs of typography that are nothing but another form of a sign it has. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ['\u202f', '\u00a0'],
  ['\u2009', ' '],
  ['\u2011', '-'],
  ['\u2212', '-'],
  ['\u02bc', '\u2019'],
])

/** `lost` are the letters that windows-1252 lacks, as they come: an accent dropped (`ș` → `s`), or the whole (`?`). */
export type Windows1252 = { readonly bytes: Uint8Array; readonly lost: readonly string[] }

/** A text as windows-1252. Only a line that holds what it lacks is looked at letter by letter. */
export function windows1252(text: string): Windows1252 {
  const bytes: number[] = []
  const lost: string[] = []
  for (const line of text.normalize('NFC').split(/(?<=\n)/)) {
    const plain = bytesOf(line)
    if (plain.every((byte) => byte !== undefined)) bytes.push(...plain)
    else replaceInto(bytes, lost, line)
  }
  return { bytes: Uint8Array.from(bytes), lost }
}

function replaceInto(bytes: number[], lost: string[], line: string): void {
  for (const { segment } of new Intl.Segmenter('fr').segment(line)) {
    const whole = bytesOf(segment)
    if (whole.every((byte) => byte !== undefined)) bytes.push(...whole)
    else {
      lost.push(segment)
      bytes.push(baseOf(segment) ?? QUESTION)
    }
  }
}

const bytesOf = (text: string): readonly (number | undefined)[] =>
  [...text].map((letter) => byteOf(FORMS.get(letter) ?? letter))

const QUESTION = 0x3f

/** Letters that no decomposition brings to one that it has. */
const BASES: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['Ł', 'L'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ı', 'i'],
])

/**
 * What stands beneath marks, or the letter or digit beneath an accent or a form; another sign's twin (`﹔`) is none,
 * for it may be one that parts cells.
 */
function baseOf(segment: string): number | undefined {
  const [own = ''] = segment
  const [first = ''] = segment.normalize('NFKD')
  const beneath = /[\p{L}\p{N}]/u.test(first) ? byteOf(BASES.get(first) ?? first) : undefined
  return byteOf(own) ?? beneath
}

function byteOf(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : BYTES.get(letter)
}
