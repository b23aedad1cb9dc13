import type { HeadCodeFault } from '../domain/journal/head-code.ts'
import type { Day } from '../domain/kernel/day.ts'
import type { AmountFault } from '../domain/kernel/money.ts'
import type { TextFault } from '../domain/kernel/name.ts'

/** The words that commands take, as their `arguments` name them; a complaint calls them `<amount>`. */
export type Argument =
  | 'account'
  | 'action'
  | 'amount'
  | 'code'
  | 'count'
  | 'date'
  | 'dates'
  | 'day'
  | 'figure'
  | 'file'
  | 'key'
  | 'label'
  | 'line'
  | 'method'
  | 'name'
  | 'names'
  | 'number'
  | 'price'
  | 'product'
  | 'reason'
  | 'reference'
  | 'ticket'
  | 'value'
  | 'who'
  | 'words'
  | 'z'

/** What was typed cannot be understood: exit 2, nothing opened, nothing written. */
export type UsageFault =
  | {
      readonly code: 'unknown-command'
      readonly typed: string
      readonly near: readonly string[]
      /** The noun, where only its verb is unknown. */
      readonly within?: string
    }
  | { readonly code: 'unknown-check'; readonly typed: string; readonly near: readonly string[] }
  | { readonly code: 'missing-verb'; readonly noun: string; readonly verbs: readonly string[] }
  | {
      readonly code: 'unknown-option'
      readonly typed: string
      readonly command: string
      readonly near: readonly string[]
    }
  /** Nothing counted was said, and nobody is there to ask. */
  | { readonly code: 'missing-count' }
  | { readonly code: 'missing-argument'; readonly name: string; readonly command: string }
  | { readonly code: 'excess-argument'; readonly typed: string; readonly command: string }
  | { readonly code: 'missing-value'; readonly option: string; readonly command: string }
  | {
      readonly code: 'bad-amount'
      readonly typed: string
      readonly name: string
      readonly fault: AmountFault
    }
  | { readonly code: 'zero-amount'; readonly name: string }
  | { readonly code: 'vat-rate-needed'; readonly amount: string; readonly category: string }
  | { readonly code: 'bad-date'; readonly typed: string; readonly name: string }
  | { readonly code: 'bad-when'; readonly typed: string }
  | { readonly code: 'clock-wrong'; readonly day: Day }
  | { readonly code: 'future-date'; readonly typed: string; readonly name: string }
  | {
      readonly code: 'bad-number'
      readonly typed: string
      readonly name: string
      readonly from: number
      readonly to: number
    }
  | { readonly code: 'bad-account'; readonly typed: string }
  | { readonly code: 'bad-percent'; readonly typed: string; readonly name: string }
  | { readonly code: 'bad-vat-rate'; readonly typed: string }
  | {
      readonly code: 'bad-choice'
      readonly typed: string
      readonly name: string
      readonly allowed: readonly string[]
    }
  | {
      readonly code: 'bad-text'
      readonly name: string
      readonly fault: TextFault
      readonly max: number
    }
  | {
      readonly code: 'bad-code'
      readonly typed: string
      readonly name: string
      readonly example: string
    }
  | {
      readonly code: 'bad-pair'
      readonly typed: string
      readonly name: string
      readonly example: string
    }
  | {
      readonly code: 'bad-span'
      readonly typed: string
      readonly name: string
      readonly example: string
    }
  | { readonly code: 'bad-head-code'; readonly typed: string; readonly fault: HeadCodeFault }
  | { readonly code: 'option-conflict'; readonly one: string; readonly other: string }
  /** An option for card terminals' files, with a file that is none. */
  | { readonly code: 'terminal-only'; readonly option: string }
  | { readonly code: 'option-needed'; readonly name: string; readonly command: string }
  | { readonly code: 'confirm-needed'; readonly cohort: string; readonly command: string }
  | { readonly code: 'confirm-differs'; readonly typed: string; readonly cohort: string }
  | { readonly code: 'too-many-lines'; readonly most: number }
  | { readonly code: 'file-missing'; readonly path: string }
  /** Its titles are no import's. */
  | { readonly code: 'file-kind-unknown'; readonly path: string }
  | { readonly code: 'file-exists'; readonly path: string }
  | { readonly code: 'file-unwritable'; readonly path: string }

export class UsageError extends Error {
  override name = 'UsageError'
  readonly fault: UsageFault
  constructor(fault: UsageFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** A blank that was typed is shown between quotes, or nobody would see it. */
export function misused(fault: UsageFault): never {
  const isBlank = 'typed' in fault && fault.typed.trim() === ''
  throw new UsageError(isBlank ? { ...fault, typed: `"${fault.typed}"` } : fault)
}
