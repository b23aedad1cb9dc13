import type { AccountingRefusal } from '../../domain/accounting/refusal.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

export const accountingRefusals: WordsFor<AccountingRefusal> = {
  'unknown-account': ({ typed, near }) => ({
    message: `there is no account ${typed}`,
    hint: didYouMean(near, 'to see them: flashcoop host accounts list'),
  }),
}
