import type { EventBodies, Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'

export type ImportedKind = EventBodies['import']['kind']

/** An event that stands for good, with what its remedy needs. */
export type Final =
  | { readonly kind: 'till-z'; readonly z: number }
  | { readonly kind: 'close'; readonly cohort: string; readonly until: Day }
  | { readonly kind: 'correction'; readonly cohort: string; readonly number: number }
  | { readonly kind: 'sale-import'; readonly day: Day; readonly tickets: number }
  | { readonly kind: 'import'; readonly of: ImportedKind; readonly added: number }
  | { readonly kind: 'rates'; readonly validFrom: Day }
  | { readonly kind: 'sale-void'; readonly stall: Stall; readonly ticket: number }
  | { readonly kind: 'cost-void'; readonly cost: number }

/** What depends on a thing that an undo would take away. */
export type Dependent =
  | 'attendance'
  | 'costs'
  | 'sales'
  | 'till'
  | 'participants'
  | 'products'
  | 'moves'

/** What an undo would take away. */
export type Depended =
  | { readonly kind: 'till-open'; readonly day: Day }
  | { readonly kind: 'cohort'; readonly cohort: string }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'participant'; readonly participant: string }
  | { readonly kind: 'product'; readonly product: string }

export type UndoRefusal =
  | {
      readonly code: 'nothing-to-undo'
      /** How many things could be taken back before. */
      readonly possible: number
    }
  /** Nothing was undone, or something else was recorded since. */
  | { readonly code: 'nothing-to-redo' }
  /** `whole`: the person had just joined; else only the name changed. */
  | { readonly code: 'name-forgotten'; readonly participant: string; readonly whole: boolean }
  | { readonly code: 'not-undoable'; readonly final: Final; readonly possible: number }
  | {
      readonly code: 'undo-blocked'
      readonly what: Depended
      readonly by: readonly Dependent[]
      readonly possible: number
    }
