import type { Check } from './check.ts'

/** Somebody without a contract cannot be paid by the host. */
export const contractNotSigned: Check = {
  level: 'warning',
  look: ({ facts }) => {
    const participants = facts.members
      .filter((member) => member.contractSigned === undefined)
      .map((member) => member.participant)
    return participants.length === 0 ? undefined : { code: 'contract-not-signed', participants }
  },
}
