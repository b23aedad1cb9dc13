/** Members of one cohort at most (choice). */
export const MOST_PARTICIPANTS = 500

/** `P01` for 1. */
const codeOf = (number: number): string => `P${String(number).padStart(2, '0')}`

/** The first of P01, P02 … that nobody has. */
export function nextCode(taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(codeOf(number))) number += 1
  return codeOf(number)
}
