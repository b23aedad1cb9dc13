import { isPersonCode } from '../kernel/name.ts'

/** Who may pay a cost, as far as a typed code says. `unknown-participant`: a participant's code that nobody has. */
export type PayerReading =
  | { readonly ok: true; readonly payer: string }
  | { readonly ok: false; readonly fault: 'unknown-participant' | 'unknown-payer' }

/** Codes of this shape are participants' (practice: P01, P02 …); any other code may be one of the staff's. */
const PARTICIPANT_SHAPE = /^P\d+$/

/** A person's code, in any case: one of the cohort's participants (leavers too), or a staff code such as `ANIM01`. */
export function payerOf(typed: string, participants: readonly string[]): PayerReading {
  const code = typed.trim().toUpperCase()
  const participant = participants.find((each) => each.toUpperCase() === code)
  if (participant !== undefined) return { ok: true, payer: participant }
  if (PARTICIPANT_SHAPE.test(code)) return { ok: false, fault: 'unknown-participant' }
  return isPersonCode(code) ? { ok: true, payer: code } : { ok: false, fault: 'unknown-payer' }
}
