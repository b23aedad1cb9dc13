import { changesBetween, type Wanted } from '../journal/change.ts'
import type { EventBodies } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import { checkPayable } from './add.ts'
import type { PayableReason } from './indicators.ts'
import { checkStay, type Presence } from './stay.ts'

/** What the journal says of a participant and an edit may change. */
export type ParticipantFacts = {
  readonly commitment: string
  readonly contractSigned: Day | undefined
  readonly payable: boolean
  readonly payableReason: PayableReason | undefined
  readonly joinedOn: Day | undefined
  readonly leftOn: Day | undefined
}

type Standing = {
  readonly cohort: string
  readonly code: string
  readonly facts: ParticipantFacts
  /** Half-days on which the person is recorded as present. */
  readonly presences: readonly Presence[]
}

/**
 * The event of an edit, its changes empty when all is so already. Payable again drops the reason. Refuses a reason
 * that is missing or too many, and a stay that ends before it begins or contradicts the attendance.
 */
export function editParticipant(
  { cohort, code, facts, presences }: Standing,
  wanted: Wanted<ParticipantFacts>,
): EventBodies['participant-edit'] {
  const reason = wanted.payable === true && wanted.payableReason === undefined ? null : undefined
  const changes = changesBetween(facts, {
    ...wanted,
    payableReason: wanted.payableReason ?? reason,
  })
  const after = (field: 'joinedOn' | 'leftOn'): Day | undefined => {
    const value = wanted[field]
    return value === undefined ? facts[field] : (value ?? undefined)
  }
  checkPayable({
    participant: code,
    payable: wanted.payable ?? facts.payable,
    payableReason: wanted.payableReason ?? (reason === null ? undefined : facts.payableReason),
  })
  checkStay(code, { joinedOn: after('joinedOn'), leftOn: after('leftOn') }, presences)
  return { cohort, code, changes }
}
