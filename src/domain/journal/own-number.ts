import { invariant } from '../kernel/defect.ts'
import type { Stall } from './event.ts'

/**
 * Things that are numbered through the whole ledger (costs, till sessions) have a million numbers a till, so that two
 * tills that know nothing of each other never give the same one: till A counts from 1, B from 1 000 001. People read
 * and type `3` for A’s and `B-3` for B’s.
 */
const ROOM = 1_000_000
const FIRST_LETTER = 65

const letterOf = (room: number): Stall => String.fromCharCode(FIRST_LETTER + room)

function roomOf(stall: Stall): number {
  invariant(/^[A-Z]$/.test(stall), 'a till is a letter')
  return stall.charCodeAt(0) - FIRST_LETTER
}

/** The first and the last number that a till may give. */
export function ownNumbers(stall: Stall): { readonly first: number; readonly last: number } {
  const start = roomOf(stall) * ROOM
  return { first: start + 1, last: start + ROOM - 1 }
}

/** The till that gave a number. */
export const tillOfNumber = (number: number): Stall => letterOf(Math.floor(number / ROOM))

/** `3`, `B-3`: the number as people read it. */
export function numberText(number: number): string {
  const room = Math.floor(number / ROOM)
  return room === 0 ? String(number) : `${letterOf(room)}-${number % ROOM}`
}

/** `3`, `A-3`, `b3`, or the number that programs are given; `undefined` when it is none. */
export function parseNumberText(typed: string): number | undefined {
  const match = /^(?:([a-z])-?)?0*([1-9]\d{0,8})$/i.exec(typed.trim())
  if (match === null) return undefined
  const [, letter, digits = ''] = match
  const number = Number.parseInt(digits, 10)
  if (letter === undefined) return number
  return number < ROOM ? roomOf(letter.toUpperCase()) * ROOM + number : undefined
}
