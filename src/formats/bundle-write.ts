import { createHash } from 'node:crypto'
import type { Stall } from '../domain/journal/event.ts'

/** The version of the form that this program writes and reads. */
export const BUNDLE_VERSION = 1

type BundleTill = {
  readonly stall: Stall
  readonly from: 1
  readonly to: number
  /** Hash of event `to`, in hexadecimal. */
  readonly head: string
}

export type BundleHeader = {
  readonly coop: string
  readonly software: string
  readonly stalls: readonly BundleTill[]
}

type BundleEvent = {
  readonly stall: Stall
  readonly seq: number
  readonly payload: string
  readonly hash: string
}

const LINES_AT_ONCE = 500

/**
 * A bundle: a line that says what is in it, a line for each event with the very bytes that were hashed, and a line with
 * the SHA-256 of all before it. No participant's name is in it, for the journal holds none.
 */
export function* bundleText(
  { coop, software, stalls }: BundleHeader,
  events: Iterable<BundleEvent>,
): Generator<string> {
  const digest = createHash('sha256')
  const counted = (text: string): string => {
    digest.update(text)
    return text
  }
  yield counted(`${JSON.stringify({ bundle: BUNDLE_VERSION, coop, software, stalls })}\n`)
  let lines: string[] = []
  for (const { stall, seq, payload, hash } of events) {
    lines.push(`${JSON.stringify({ stall, seq, payload, hash })}\n`)
    if (lines.length < LINES_AT_ONCE) continue
    yield counted(lines.join(''))
    lines = []
  }
  if (lines.length > 0) yield counted(lines.join(''))
  yield `${JSON.stringify({ over: digest.digest('hex') })}\n`
}
