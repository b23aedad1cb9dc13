import type { Language } from '../domain/journal/event.ts'
import { NEXT } from '../words/next.ts'
import type { Session } from './session.ts'

/** After a write: the command to type next, on stderr. Nothing after a mere try. */
export function sayNext(
  session: Session,
  next: string | undefined,
  language: Language = session.language(),
): void {
  if (next !== undefined && !session.dryRun) session.say(`${NEXT[language]}${next}\n`)
}
