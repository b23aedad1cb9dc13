import { check } from './check.ts'

/** Somebody without a contract cannot be paid by the host. */
export const contractNotSigned = check({
  name: 'contract-not-signed',
  level: 'warning',
  of: 'period',
  look: ({ facts }) => {
    const participants = facts.members
      .filter((member) => member.contractSigned === undefined)
      .map((member) => member.participant)
    return participants.length === 0 ? undefined : { code: 'contract-not-signed', participants }
  },
})
