import type { Stall } from '../journal/event.ts'

/** Members of one cohort at most (choice). */
export const MOST_PARTICIPANTS = 500

/** `P01` for 1; `PB01` on till B, so that two tills apart never give two people one code. */
const codeOf = (number: number, till: Stall): string =>
  `P${till === 'A' ? '' : till}${String(number).padStart(2, '0')}`

/** The first of P01, P02 … that nobody has. */
export function nextCode(taken: ReadonlySet<string>, till: Stall): string {
  let number = 1
  while (taken.has(codeOf(number, till))) number += 1
  return codeOf(number, till)
}
