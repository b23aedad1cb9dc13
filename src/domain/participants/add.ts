import type { EventBodies, Stall } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { present } from '../kernel/present.ts'
import { MOST_PARTICIPANTS, nextCode } from './code.ts'
import type { PayableReason } from './indicators.ts'

/** What the ledger's journal holds of somebody who joins. Undefined is "not said". */
export type NewParticipant = {
  readonly cohort: string
  /** Whose codes the next free one is of. */
  readonly till: Stall
  /** Undefined: the next free one. */
  readonly code: string | undefined
  readonly contractSigned: Day | undefined
  readonly payable: boolean
  readonly payableReason: PayableReason | undefined
  readonly joinedOn: Day | undefined
}

/**
 * `commit` makes the commitment to the name under the code that was chosen. Refuses `participant-exists`,
 * `too-many-participants`, and a reason that is missing or too many.
 */
export function addParticipant(
  { cohort, till, code, contractSigned, payable, payableReason, joinedOn }: NewParticipant,
  taken: ReadonlySet<string>,
  commit: (code: string) => string,
): EventBodies['participant'] {
  const participant = code ?? nextCode(taken, till)
  if (taken.has(participant)) refuse({ code: 'participant-exists', participant })
  if (taken.size >= MOST_PARTICIPANTS)
    refuse({ code: 'too-many-participants', most: MOST_PARTICIPANTS })
  checkPayable({ participant, payable, payableReason })
  return {
    cohort,
    code: participant,
    commitment: commit(participant),
    payable,
    ...present({ contractSigned, payableReason, joinedOn }),
  }
}

type Payable = {
  readonly participant: string
  readonly payable: boolean
  readonly payableReason: PayableReason | undefined
}

/** Who takes no pay has a reason code, who takes it has none. */
export function checkPayable({ participant, payable, payableReason }: Payable): void {
  if (!payable && payableReason === undefined)
    refuse({ code: 'payable-reason-needed', participant })
  if (payable && payableReason !== undefined) refuse({ code: 'payable-with-reason', participant })
}
