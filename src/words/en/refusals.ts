import type { Refusal } from '../../domain/journal/refusal.ts'
import type { WordsFor } from '../said.ts'
import { accountingRefusals } from './accounting-refusals.ts'
import { attendanceRefusals } from './attendance-refusals.ts'
import { closingRefusals } from './closing-refusals.ts'
import { cohortRefusals } from './cohort-refusals.ts'
import { correctionRefusals } from './correction-refusals.ts'
import { costRefusals } from './cost-refusals.ts'
import { extractRefusals } from './extract-refusals.ts'
import { hostRefusals } from './host-refusals.ts'
import { mergeRefusals } from './merge-refusals.ts'
import { participantRefusals } from './participant-refusals.ts'
import { paymentRefusals } from './payment-refusals.ts'
import { productRefusals } from './product-refusals.ts'
import { saleRefusals } from './sale-refusals.ts'
import { stockRefusals } from './stock-refusals.ts'
import { tillRefusals } from './till-refusals.ts'
import { undoRefusals } from './undo-refusals.ts'

export const refusals: WordsFor<Refusal> = {
  ...cohortRefusals,
  ...closingRefusals,
  ...correctionRefusals,
  ...participantRefusals,
  ...attendanceRefusals,
  ...hostRefusals,
  ...accountingRefusals,
  ...mergeRefusals,
  ...tillRefusals,
  ...saleRefusals,
  ...productRefusals,
  ...stockRefusals,
  ...costRefusals,
  ...paymentRefusals,
  ...extractRefusals,
  ...undoRefusals,
}
