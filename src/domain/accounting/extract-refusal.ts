import type { Day } from '../kernel/day.ts'

export type ExtractRefusal =
  /** Files for accounts hold final entries only, and nothing was closed yet. */
  | { readonly code: 'nothing-final'; readonly cohort: string }
  /** `first` is the day of its first entry, where there is one. */
  | { readonly code: 'nothing-to-export'; readonly cohort: string; readonly first?: Day }
  /** An entry of a later day has a lower number: the numbers would have a gap. `whole` is a day without one. */
  | { readonly code: 'export-gap'; readonly until: Day; readonly later: Day; readonly whole: Day }
  /** A FEC is named after its SIREN. */
  | { readonly code: 'siren-needed' }
