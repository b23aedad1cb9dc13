import type { ClosingRefusal } from '../../domain/closing/refusal.ts'
import type { WordsFor } from '../said.ts'
import { closingFindings as found } from './closing-findings.ts'
import { counted } from './day-text.ts'

const thereAndHere = (till: string): string =>
  `on the computer of till ${till}: flashcoop till z, then flashcoop export bundle; here: flashcoop merge BUNDLE`

export const closingRefusals: WordsFor<ClosingRefusal> = {
  'tills-not-sealed': (facts, money) => ({
    message: found['tills-not-sealed'](facts, money).message,
    hint: facts.tills.every((each) => each.elsewhere)
      ? thereAndHere(facts.tills[0]?.till ?? '')
      : 'count the cash with flashcoop till count, then seal with flashcoop till z',
  }),
  'recap-rate-missing': (facts, money) => ({
    message: found['recap-rate-missing'](facts, money).message,
    hint: `${found['recap-rate-missing'](facts, money).command}, then flashcoop sale recap AMOUNT --vat 5.5`,
  }),
  'half-days-missing': (facts, money) => ({
    message: found['half-days-missing'](facts, money).message,
    hint: 'see them with flashcoop attendance missing, fill them in with flashcoop attendance mark',
  }),
  'social-rates-missing': (facts, money) => ({
    message: found['social-rates-missing'](facts, money).message,
    hint: 'import them with flashcoop host rates import FILE, or leave pay to the host with --no-payroll',
  }),
  'reserve-above-result': (facts, money) => ({
    message: found['reserve-above-result'](facts, money).message,
    hint: 'keep less: --reserve 10%, or an amount',
  }),
  'nobody-payable': (facts, money) => ({
    message: found['nobody-payable'](facts, money).message,
    hint: 'add who takes part with flashcoop participant add, or keep it all: --reserve 100%',
  }),
  'nobody-present': (facts, money) => ({
    message: found['nobody-present'](facts, money).message,
    hint: 'equal shares for all need no attendance: --rule equal',
  }),
  'loss-not-accepted': (facts, money) => ({
    message: found['loss-not-accepted'](facts, money).message,
    hint: 'nobody owes anything; to close all the same add --accept-loss',
  }),
  'nothing-to-close': (facts) => ({
    message: `cohort ${facts.cohort} has no day, no sale and no cost: there is nothing to close`,
    hint: 'add its days with flashcoop day add DATE',
  }),
  'not-closed': ({ cohort, on }) => ({
    message: `cohort ${cohort} is not closed${on === undefined ? '' : ` on ${on}`}`,
    hint: 'see what is missing with flashcoop close --check',
  }),
  'unknown-figure': ({ typed, near }) => ({
    message: `no figure is called "${typed}"`,
    hint:
      near.length === 0
        ? 'see all names with flashcoop explain'
        : `perhaps ${near.join(', ')}; all names with flashcoop explain`,
  }),
  'no-share': ({ participant }) => ({
    message: `${participant} has no share in this period`,
    hint: 'see who has one with flashcoop report distribution; another period with --until DATE',
  }),
  'period-empty': (facts) => ({
    message: `--until ${facts.until} is before the first day to close, ${facts.from}`,
    hint: `give ${facts.from} or later, or leave --until out`,
  }),
  'vote-missing': () => ({
    message: "the split is the group's decision: its vote is missing",
    hint: 'give its date and the votes for/against/abstained: --vote "2026-06-18 6/0/1"',
  }),
  'unknown-period': ({ cohort, period, closes }) => ({
    message: `cohort ${cohort} has no period ${period}: ${closes === 0 ? 'none is closed yet' : `${counted(closes, 'period')} closed so far`}`,
    hint: 'see its periods with flashcoop cohort show',
  }),
}
