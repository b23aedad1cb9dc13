import type { Instant } from '../domain/kernel/instant.ts'
import type { Style } from '../formats/style.ts'
import type { Journal } from '../store/record.ts'
import { isLocked, waitAtMost } from '../store/waiting.ts'
import type { TillSellWords } from '../words/en/till-sell.ts'
import type { Complainer } from './complaint.ts'
import type { Stand } from './prompt-stand.ts'
import { type Session, startSession } from './session.ts'

/** A sale that was typed and has not been recorded for sure: the same key however often it is tried. */
export type Kept = {
  readonly text: string
  readonly words: readonly string[]
  readonly key: string
  /** Typed with `!` in front: what is sold out is there all the same. */
  readonly anyway: boolean
  when: Instant | undefined
  tries: number
  /** Its last try may have recorded it. */
  isUnsure: boolean
}

/** One till's prompt while it runs. */
export type PromptState = {
  /** The command's own session: its ledger stays open. */
  readonly base: Session
  readonly cohort: string
  readonly words: TillSellWords
  readonly grammar: string
  readonly style: Style
  readonly complain: Complainer
  readonly json: ((value: unknown) => string) | undefined
  /** In the order they were typed. */
  readonly kept: Kept[]
  stand: Stand | undefined
  /** As the last prompt said it. */
  salesText: string
  /** When the file last took nothing, in milliseconds. */
  failedAt: number
  /** Lines that were refused. */
  refused: number
  saidClock: boolean
  /** Products whose missing VAT rate was spoken of. */
  readonly saidRate: Set<string>
}

/** A line has its own moment, and reads settings and cohort as they are now. */
export function lineSession({ base, cohort }: PromptState): Session {
  const { io, globals, dryRun, output } = base
  const pinned = { ...globals, cohort, lang: base.language() }
  return startSession({ io, globals: pinned, dryRun, output, shared: base.ledger })
}

/** What nobody may miss, not even under `--quiet`: something is not recorded. */
export const warn = ({ base }: PromptState, text: string): void => void base.io.stderr.write(text)

const WAIT_MS = 2000
const TRIES = 5

/**
 * Writes as any command does. Waits as long as any for another program that is writing, but says after two seconds
 * that it waits.
 */
export function recordPatiently<T>(
  { base, words }: PromptState,
  session: Session,
  work: (journal: Journal) => T,
): T {
  waitAtMost(session.ledger().db, WAIT_MS)
  for (let tries = 1; ; tries += 1) {
    try {
      return session.record(work)
    } catch (error) {
      if (!isLocked(error) || tries === TRIES) throw error
      if (tries === 1) base.say(words.waiting)
    }
  }
}
