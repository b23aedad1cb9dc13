import type { DistributionRule } from '../domain/closing/close-body.ts'
import type { CorrectionFact } from '../domain/closing/correction.ts'
import type { CostCategory } from '../domain/costs/category.ts'
import type {
  AttendanceStatus,
  Half,
  PaymentMethod,
  ProductKind,
  Template,
} from '../domain/journal/event.ts'
import { INDICATOR_CODES, PAYABLE_REASONS } from '../domain/participants/indicators.ts'

/** Takes exactly the members of a union, all of them: one left out does not compile. */
const allOf =
  <Member extends string>() =>
  <const Words extends readonly Member[]>(
    words: [Member] extends [Words[number]] ? Words : never,
  ): Words =>
    words

/**
 * The closed vocabularies that cells are written in. The words of programs (JSON, standard CSV) are these, in English;
 * words/{fr,en}/vocabulary.ts has what people read and what imports recognise.
 */
export const VOCABULARY = {
  method: allOf<PaymentMethod>()(['cash', 'card', 'cheque', 'transfer']),
  category: allOf<CostCategory>()([
    'ingredients',
    'packaging',
    'goods',
    'supplies',
    'stall',
    'communication',
    'travel',
    'bank_fees',
    'insurance',
    'fees',
    'subcontracting',
    'other',
  ]),
  attendance: allOf<AttendanceStatus>()(['P', 'R', 'D', 'AJ', 'AI', 'NC', 'X']),
  /** Why somebody was away, late or gone: without medical detail. */
  absence: ['admin', 'health', 'job', 'childcare', 'transport', 'summons', 'dropped-out', 'other'],
  /** Why somebody takes no pay. */
  payableReason: PAYABLE_REASONS,
  ...INDICATOR_CODES,
  half: allOf<Half>()(['am', 'pm']),
  answer: ['yes', 'no'],
  kind: allOf<ProductKind>()(['goods', 'service']),
  template: allOf<Template>()(['flash7', 'cjs', 'cjm', 'long', 'open', 'blank']),
  state: ['open', 'closed', 'archived'],
  bankMove: ['withdrawal', 'deposit'],
  /** Of a till session: its Z seals it. */
  session: ['open', 'sealed'],
  charge: ['activity', 'programme'],
  payer: ['cae', 'till'],
  correction: allOf<CorrectionFact['kind']>()([
    'cost',
    'void-cost',
    'sale',
    'void-sale',
    'cheque',
    'till',
  ]),
  cash: ['missing', 'found'],
  /** What a row of a card terminal's export tells. */
  transaction: ['sale', 'refund', 'payout', 'chargeback'],
  transactionStatus: ['successful', 'failed', 'cancelled', 'pending', 'refunded', 'disputed'],
  terminalMethod: ['card', 'cash', 'other'],
  rule: allOf<DistributionRule>()(['equal', 'half-days', 'hours', 'weights']),
  level: ['blocking', 'warning'],
  side: ['employer', 'employee'],
  weekday: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  /** The usual social contributions; a host's own go by the name that it gives them. */
  contribution: [
    'sickness',
    'autonomy',
    'pension-capped',
    'pension-uncapped',
    'family',
    'work-accident',
    'housing',
    'unemployment',
    'csg-deductible',
    'csg-crds-not-deductible',
  ],
  /** The lines of the income statement, in its order. */
  figure: [
    'sales_ttc',
    'vat_collected',
    'revenue_ht',
    'purchases_ht',
    'packaging_ht',
    'gross_margin',
    'other_charges_ht',
    'till_difference',
    'donations',
    'contribution',
    'insurance',
    'result',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type WordGroup = keyof typeof VOCABULARY
export type Word<G extends WordGroup> = (typeof VOCABULARY)[G][number]

/** For each word the one that people read, then others that an import recognises. */
export type VocabularyWords = {
  readonly [G in WordGroup]: { readonly [W in Word<G>]: readonly [string, ...string[]] }
}
