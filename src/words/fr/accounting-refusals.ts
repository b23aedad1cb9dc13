import type { AccountingRefusal } from '../../domain/accounting/refusal.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

export const accountingRefusals: WordsFor<AccountingRefusal> = {
  'unknown-account': ({ typed, near }) => ({
    message: `il n’y a pas de compte ${typed}`,
    hint: didYouMean(near, 'pour les voir : flashcoop cae accounts list'),
  }),
}
