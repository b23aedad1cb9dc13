import type { Language } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { term } from '../formats/terminal-text.ts'
import { TRAINING } from '../words/next.ts'
import type { Session } from './session.ts'

/** `FORMATION `, before what a training ledger prints; nothing in a real one. */
export const trainingMark = (session: Session): string =>
  session.ledger().training === undefined ? '' : `${TRAINING[session.language()].mark} `

/** Who practises, on a line of its own. */
export const trainingNotice = (operator: string, language: Language): string =>
  `${TRAINING[language].notice(term(operator))}\n`

/** The same for programs: `"training": true`, in a training ledger alone. */
export const withTraining = <T extends object>(
  session: Session,
  value: T,
): T | (T & { readonly training: true }) =>
  session.ledger().training === undefined ? value : { ...value, training: true }

/** Nothing leaves a training ledger for other books, and nothing comes in. Refuses with `training-ledger`. */
export function refuseTraining(session: Session): void {
  const { training } = session.ledger()
  if (training !== undefined) refuse({ code: 'training-ledger', operator: training })
}

/** A name as it is typed: in quotes where it has a blank. */
export const typedName = (name: string): string =>
  /\s/.test(name) ? `"${term(name)}"` : term(name)

/** Who copies a command without its `--db` would be in the real ledger: every command in a text gets it. */
export const namingLedger = (text: string, name: string): string =>
  text.replace(/\bflashcoop (?=\p{Ll})/gu, (program) => `${program}--db ${typedName(name)} `)
