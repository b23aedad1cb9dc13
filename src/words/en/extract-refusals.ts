import type { ExtractRefusal } from '../../domain/accounting/extract-refusal.ts'
import type { WordsFor } from '../said.ts'

export const extractRefusals: WordsFor<ExtractRefusal> = {
  'nothing-final': ({ cohort }) => ({
    message: `no entry of ${cohort} is final yet: no period is closed`,
    hint: 'the close makes them final: flashcoop close --check says what is missing',
  }),
  'nothing-to-export': ({ cohort, first }) => ({
    message:
      first === undefined
        ? `${cohort} has no entry`
        : `${cohort} has no entry that early: the first one is of ${first}`,
    hint:
      first === undefined
        ? 'sales, costs and tills make entries: flashcoop status says what comes next'
        : `give a later day, such as --until ${first}, or none for all entries`,
  }),
  'export-gap': ({ until, later, whole }) => ({
    message: `up to ${until} the numbers would have a gap: an entry of ${later} was recorded before others`,
    hint: `--until ${whole} has none`,
  }),
  'siren-needed': () => ({
    message: "a FEC is named after the host's SIREN, and the ledger has none",
    hint: 'enter it: flashcoop host set siren 123456782',
  }),
}
