import type { Language } from '../domain/journal/event.ts'
import { DRY_RUN, NEXT } from '../words/dry-run.ts'
import type { Session } from './session.ts'

/** What is said after a write, on stderr: that it was only tried, or the command to type next. */
export function afterwards(
  session: Session,
  next?: string,
  language: Language = session.language(),
): void {
  if (session.dryRun) return session.say(DRY_RUN[language])
  if (next !== undefined) session.say(`${NEXT[language]}${next}\n`)
}
