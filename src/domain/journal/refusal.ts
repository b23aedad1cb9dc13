import type { ExtractRefusal } from '../accounting/extract-refusal.ts'
import type { AccountingRefusal } from '../accounting/refusal.ts'
import type { AttendanceRefusal } from '../attendance/refusal.ts'
import type { CorrectionRefusal } from '../closing/correction-refusal.ts'
import type { ClosingRefusal } from '../closing/refusal.ts'
import type { CohortRefusal } from '../cohort/refusal.ts'
import type { CostRefusal } from '../costs/refusal.ts'
import type { HostRefusal } from '../host/refusal.ts'
import type { MergeRefusal } from '../merge/refusal.ts'
import type { ParticipantRefusal } from '../participants/refusal.ts'
import type { PaymentRefusal } from '../payments/refusal.ts'
import type { ProductRefusal } from '../products/refusal.ts'
import type { SaleRefusal } from '../sales/refusal.ts'
import type { StockRefusal } from '../stock/refusal.ts'
import type { TillRefusal } from '../till/refusal.ts'
import type { UndoRefusal } from '../undo/refusal.ts'

/** Every reason to say no, by code. The words of each are in words/<language>/refusals.ts. */
export type Refusal =
  | CohortRefusal
  | ParticipantRefusal
  | AttendanceRefusal
  | HostRefusal
  | AccountingRefusal
  | MergeRefusal
  | TillRefusal
  | SaleRefusal
  | ProductRefusal
  | StockRefusal
  | CostRefusal
  | PaymentRefusal
  | ClosingRefusal
  | CorrectionRefusal
  | ExtractRefusal
  | UndoRefusal

/** A decision said no: nothing is recorded. Only decisions throw it. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export function refuse(refusal: Refusal): never {
  throw new Refused(refusal)
}
