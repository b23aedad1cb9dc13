import { term } from './terminal-text.ts'

const LONGEST = 40

/** What somebody typed, to be cited in a message: safe to print and at most 40 characters. */
export function shown(text: string): string {
  const characters = Array.from(text.slice(0, 4 * LONGEST))
  const kept = characters.slice(0, LONGEST).join('')
  return term(kept) + (characters.length > LONGEST || text.length > 4 * LONGEST ? '…' : '')
}
