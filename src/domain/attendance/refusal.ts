import type { AttendanceStatus, Half } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'

export type MarkedOtherwise = {
  readonly participant: string
  readonly half: Half
  readonly status: AttendanceStatus
}

export type AttendanceRefusal =
  | {
      readonly code: 'already-marked'
      readonly day: Day
      readonly label: string
      readonly marks: readonly [MarkedOtherwise, ...MarkedOtherwise[]]
    }
  | {
      readonly code: 'two-statuses'
      readonly participant: string
      readonly day: Day
      readonly half: Half
    }
  | {
      readonly code: 'too-many-minutes'
      readonly participant: string
      readonly minutes: number
      /** Planned length of the half-day. */
      readonly most: number
    }
  | {
      readonly code: 'minutes-without-lateness'
      readonly participant: string
      readonly status: AttendanceStatus
    }
  | { readonly code: 'half-not-held'; readonly day: Day; readonly half: Half }
  | { readonly code: 'day-cancelled'; readonly day: Day }
  | { readonly code: 'day-to-come'; readonly day: Day; readonly today: Day }
  | {
      readonly code: 'has-left'
      readonly participant: string
      readonly day: Day
      readonly leftOn: Day
    }
  | {
      readonly code: 'not-yet-joined'
      readonly participant: string
      readonly day: Day
      readonly joinedOn: Day
    }
  | {
      readonly code: 'status-derived'
      readonly participant: string
      readonly status: 'NC' | 'X'
    }
  | { readonly code: 'nobody-to-mark'; readonly day: Day }
