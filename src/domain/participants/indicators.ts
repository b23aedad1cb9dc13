/** Said of every indicator when nothing else is: nobody asked, or the person would not answer. */
const UNSAID = ['unknown', 'no_answer'] as const

/**
 * The closed codes of what a funder asks about a person (FSE+ common indicators are derived from them).
 * All optional. No health, no nationality: `publicType` is choice, the rest practice.
 */
export const INDICATOR_CODES = {
  sex: ['female', 'male', 'other', ...UNSAID],
  territory: ['qpv', 'zrr', 'near_qpv', 'other', ...UNSAID],
  schooling: ['none', 'lower_secondary', 'bac', 'above_bac', ...UNSAID],
  situation: [
    'jobless',
    'inactive',
    'insertion',
    'employee',
    'self_employed',
    'training',
    ...UNSAID,
  ],
  projectIdea: ['none', 'idea', 'project', ...UNSAID],
  publicType: [
    'youth',
    'adult',
    'senior',
    'long_term_jobless',
    'social_minimum',
    'single_parent',
    'other',
    ...UNSAID,
  ],
  imageRight: ['yes', 'no', ...UNSAID],
  /** In place of a birth year. */
  unsaid: UNSAID,
} as const

type Code<K extends keyof typeof INDICATOR_CODES> = (typeof INDICATOR_CODES)[K][number]

/** What is known of one person beside the name; an absent field was never asked. */
export type Indicators = {
  readonly sex?: Code<'sex'>
  readonly birthYear?: number | Code<'unsaid'>
  readonly territory?: Code<'territory'>
  readonly schooling?: Code<'schooling'>
  /** On the labour market. */
  readonly status?: Code<'situation'>
  /** Who sent the person: free text, at most 80 characters. */
  readonly prescriber?: string
  readonly projectIdea?: Code<'projectIdea'>
  readonly publicType?: Code<'publicType'>
  readonly imageRight?: Code<'imageRight'>
}

export const INDICATOR_FIELDS = [
  'sex',
  'birthYear',
  'territory',
  'schooling',
  'status',
  'prescriber',
  'projectIdea',
  'publicType',
  'imageRight',
] as const satisfies readonly (keyof Indicators)[]

export const FIRST_BIRTH_YEAR = 1900
export const LAST_BIRTH_YEAR = 2199

/** Why somebody takes no pay (practice). */
export const PAYABLE_REASONS = ['work_permit', 'employed', 'declined', 'other'] as const
export type PayableReason = (typeof PAYABLE_REASONS)[number]
