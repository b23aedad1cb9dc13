import type { Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, negated, sumCents, ZERO } from '../kernel/money.ts'
import type { AccountKey } from './chart.ts'

/**
 * Books of first entry (practice): VE sales, CA till, BQ bank, AC purchases, NF expense claims, OD miscellaneous, PA
 * pay.
 */
export const JOURNAL_CODES = ['VE', 'CA', 'BQ', 'AC', 'NF', 'OD', 'PA'] as const
export type JournalCode = (typeof JOURNAL_CODES)[number]

/** Whose account it is, among those that share a number: `P03`, `ANIM01`, a supplier, a social body. */
export type Auxiliary = {
  readonly kind: 'supplier' | 'staff' | 'participant' | 'social'
  readonly code: string
  /** Where the books hold one; people's names are never here. */
  readonly name?: string
}

/** Exactly one side is above zero, the other is zero. */
export type EntryLine = {
  readonly account: AccountKey
  /** Its number in the chart of the period. */
  readonly number: string
  readonly auxiliary?: Auxiliary
  /** Analytic section. */
  readonly section: string
  readonly debitCents: Cents
  readonly creditCents: Cents
}

/** What an entry is about, as facts; the words are told in words/{fr,en}/entries.ts. */
export type EntryLabel =
  /** Words that somebody typed: a cost's label, a reason. */
  | { readonly code: 'typed'; readonly text: string }
  /** `rate` where the Z has several. */
  | {
      readonly code: 'sales'
      readonly z: string
      readonly place?: string
      readonly ratePerMille?: number
    }
  | { readonly code: 'tips'; readonly z?: string }
  | { readonly code: 'till-difference' }
  | { readonly code: 'recap'; readonly day: Day }
  | { readonly code: 'withdrawal-bank' }
  | { readonly code: 'withdrawal-till' }
  | { readonly code: 'deposit-cash' }
  | { readonly code: 'deposit-cheques'; readonly count?: number }
  /** Basis points of the gross, half up; absent without a fee. */
  | { readonly code: 'deposit-cards'; readonly feeBp?: number }
  | { readonly code: 'cost-payment'; readonly cost: string }
  | { readonly code: 'cost-refund'; readonly kind: 'staff' | 'participant'; readonly who: string }
  | { readonly code: 'payout' }
  | {
      readonly code: 'contribution'
      readonly rateBp: number
      readonly base: 'gross_margin' | 'revenue' | 'none'
    }
  /** Basis points of revenue, or absent where it is so much for each participant. */
  | { readonly code: 'insurance'; readonly rateBp?: number }
  | { readonly code: 'pay' }
  | { readonly code: 'employer-contributions' }
  /** The shares as they are, where the host makes the pay. */
  | { readonly code: 'shares' }
  /** How much more or less goes to the host after an amendment. */
  | { readonly code: 'contribution-change' }
  | { readonly code: 'insurance-change' }
  /** Of the amendment of a closed period. */
  | { readonly code: 'amendment'; readonly number: number; readonly of: EntryLabel }
  /** What is taken back. */
  | { readonly code: 'reversal'; readonly of: EntryLabel }

/** Order of the entries of one day. */
const STAGES = [
  'purchases',
  'supplier-payments',
  'withdrawals',
  'sales',
  'till-moves',
  'till-differences',
  'cash-deposits',
  'cheque-deposits',
  'card-deposits',
  'contribution',
  'insurance',
  'pay',
  'settlements',
] as const
export type Stage = (typeof STAGES)[number]
export const stageOf = (stage: Stage): number => STAGES.indexOf(stage)

export type Entry = {
  readonly journal: JournalCode
  readonly day: Day
  /** Never empty: the voucher's own reference, else `C-12`, `Z-0001`. */
  readonly piece: string
  readonly pieceDay: Day
  readonly label: EntryLabel
  readonly lines: readonly EntryLine[]
  /** The event that it follows from. */
  readonly source: { readonly stall: Stall; readonly seq: number }
  readonly stage: number
}

export type NumberedEntry = Entry & {
  /** From 1 in a cohort, without gaps. */
  readonly number: number
  /** The day it became final; absent while its period is open. */
  readonly validDay: Day | undefined
}

/** Entries that nobody can write: unbalanced, of one line, with a line of nothing. Two lines at least (law). */
export function checkEntry(entry: Entry): Entry {
  const { lines, piece } = entry
  invariant(lines.length >= 2, 'an entry has two lines or more')
  invariant(
    lines.every(({ debitCents: debit, creditCents: credit }) =>
      debit === 0 ? credit > 0 : debit > 0 && credit === 0,
    ),
    'a line is a debit or a credit above zero',
  )
  invariant(
    sumCents(lines.map((line) => line.debitCents)) ===
      sumCents(lines.map((line) => line.creditCents)),
    'debit equals credit',
  )
  invariant(piece !== '', 'an entry names its piece')
  return entry
}

/** Debit minus credit. */
export const balanceOf = (line: Pick<EntryLine, 'debitCents' | 'creditCents'>): Cents =>
  cents(line.debitCents - line.creditCents)

/** An amount above zero stands on the debit side, one below zero on the credit side. */
export const sides = (balance: Cents): Pick<EntryLine, 'debitCents' | 'creditCents'> =>
  balance > 0
    ? { debitCents: balance, creditCents: ZERO }
    : { debitCents: ZERO, creditCents: negated(balance) }

/** The same lines with debit and credit exchanged: takes an entry back (law: corrections by plus and minus). */
export const reversed = (lines: readonly EntryLine[]): readonly EntryLine[] =>
  lines.map((line) => ({ ...line, debitCents: line.creditCents, creditCents: line.debitCents }))
