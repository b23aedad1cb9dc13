import { canonicalText } from './canonical.ts'
import { sha256, utf8 } from './digest.ts'

/** SHA-256, hex, of what a figure was computed from, in its canonical form. */
export const digestOfInputs = (inputs: object): string =>
  sha256(utf8(`flashcoop/inputs/v1\0${canonicalText(inputs)}`)).toString('hex')
