import type { Half } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'

/** Facts cite people by code, never by name. */
export type ParticipantRefusal =
  | {
      readonly code: 'unknown-participant'
      /** What was typed, when it looks like a code: a name is not repeated. */
      readonly participant: string | undefined
      readonly near: readonly string[]
    }
  | { readonly code: 'several-participants'; readonly participants: readonly string[] }
  | { readonly code: 'participant-exists'; readonly participant: string }
  | { readonly code: 'participant-differs'; readonly participant: string }
  | { readonly code: 'too-many-participants'; readonly most: number }
  | { readonly code: 'payable-reason-needed'; readonly participant: string }
  | { readonly code: 'payable-with-reason'; readonly participant: string }
  | {
      readonly code: 'left-before-joined'
      readonly participant: string
      readonly joinedOn: Day
      readonly leftOn: Day
    }
  | {
      readonly code: 'present-outside-stay'
      readonly participant: string
      readonly day: Day
      readonly half: Half
    }
