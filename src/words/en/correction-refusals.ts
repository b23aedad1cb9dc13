import type { CorrectionRefusal } from '../../domain/closing/correction-refusal.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import { rateText } from '../rate-text.ts'
import type { WordsFor } from '../said.ts'
import { counted } from './day-text.ts'

export const correctionRefusals: WordsFor<CorrectionRefusal> = {
  'period-not-closed': ({ cohort, period, closed }) => ({
    message:
      period === undefined || closed === 0
        ? `cohort ${cohort} is not closed: there is nothing to amend`
        : `period ${period} of cohort ${cohort} is not closed`,
    hint:
      closed === 0
        ? 'before the close void what is wrong and record it again: flashcoop cost void N, flashcoop sale void N'
        : `closed so far: ${counted(closed, 'period')}; see flashcoop correct list`,
  }),
  'correction-before-close': ({ day, closedOn }) => ({
    message: `${day} is before the close, which was made on ${closedOn}`,
    hint: `give the day on which you put it right: --on ${closedOn} or later`,
  }),
  'cost-not-closed': ({ number, day }) => ({
    message: `cost ${numberText(number)} of ${day} is in no closed period`,
    hint: `void it: flashcoop cost void ${numberText(number)} --reason "…"`,
  }),
  'unknown-amendment': ({ number, period, made }) => ({
    message: `period ${period} has no amendment ${number}`,
    hint:
      made === 0
        ? 'it has none so far; see flashcoop report result'
        : `it has ${counted(made, 'amendment')}: flashcoop correct list`,
  }),
  'cheque-above-received': ({ amountCents, leftCents }, money) => ({
    message: `the cheque, ${money(amountCents)}, is more than the cheques received and not sent back yet: ${money(leftCents)}`,
    hint: 'check the amount; what was received and deposited: flashcoop till bank',
  }),
  'sale-above-sold': ({ period, ratePerMille, amountCents, soldCents }, money) => ({
    message: `at ${rateText(ratePerMille, 1, 'en')}, period ${period} sold ${money(soldCents)}: less than ${money(amountCents)}`,
    hint: `check the rate; what was sold, by rate: flashcoop report vat --period ${period}`,
  }),
  'loss-made-good': ({ period, by, madeGoodCents }, money) => ({
    message: `the loss of period ${period} was made good by period ${by} already: ${money(madeGoodCents)}`,
    hint: `what is found goes to the one that made it good: add --period ${by}`,
  }),
}
