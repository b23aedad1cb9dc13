import { invariant } from './defect.ts'

declare const centsBrand: unique symbol
/** An amount of money: a whole number of euro cents, never `-0`, within ±2^53. */
export type Cents = number & { readonly [centsBrand]: 'Cents' }

/** Brings a computed number back into money. A fraction, NaN or an unsafe integer is a defect. */
export function cents(value: number): Cents {
  invariant(Number.isSafeInteger(value), 'money is a whole number of cents')
  return (value === 0 ? 0 : value) as Cents
}

export const ZERO = cents(0)

/** What was given is what is taken back. */
export const negated = (amount: Cents): Cents => cents(0 - amount)

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total = cents(total + amount)
  return cents(total)
}

/**
 * `numerator / denominator` as cents, rounded half up away from zero (law: one rounding, on the stored figure).
 * Takes bigint so that products above 2^53 stay exact; the denominator is positive.
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): Cents {
  invariant(denominator > 0n, 'the divisor is positive')
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (2n * magnitude + denominator) / (2n * denominator)
  return cents(Number(numerator < 0n ? -rounded : rounded))
}

export type AmountFault =
  | 'empty'
  | 'not-a-number'
  | 'too-many-decimals'
  | 'grouping'
  | 'negative'
  | 'minus-zero'
  | 'too-large'
  | 'foreign-digits'

export type ParsedAmount =
  | { readonly ok: true; readonly amount: Cents }
  | { readonly ok: false; readonly fault: AmountFault }

const fault = (reason: AmountFault): ParsedAmount => ({ ok: false, fault: reason })

const GROUP = '[\\u0020\\u00a0\\u202f]'
const GROUPED = new RegExp(`^-?\\d{1,3}(?:${GROUP}\\d{3})+(?:[,.]\\d{1,2})?$`)
const PLAIN = /^(-?)(\d{1,7})(?:[,.](\d{1,2}))?$/

/**
 * Typed or imported text → cents. `12`, `12,5`, `12.50`, `1 234,50 €` and `12€50` are amounts.
 * Three decimals, misplaced groups, letters, other scripts' digits, `-0` and 1e309 are not; a minus sign
 * is an amount only where `negative` allows it. At most seven digits of euros.
 */
export function parseAmount(
  text: string,
  allow: { readonly negative?: boolean } = {},
): ParsedAmount {
  const trimmed = text.trim()
  if (trimmed === '') return fault('empty')
  const inner = /^(-?\d+)€(\d{2})$/.exec(trimmed)
  const bare = inner ? `${inner[1]},${inner[2]}` : trimmed.replace(/[\u0020\u00a0\u202f]?€$/, '')
  const ungrouped = GROUPED.test(bare) ? bare.replace(new RegExp(GROUP, 'g'), '') : bare
  const match = PLAIN.exec(ungrouped)
  if (!match) return fault(faultOf(ungrouped))
  const [, sign = '', euros = '0', decimals = ''] = match
  const value = Number.parseInt(euros, 10) * 100 + Number.parseInt(decimals.padEnd(2, '0'), 10)
  if (sign === '-' && value === 0) return fault('minus-zero')
  if (sign === '-' && allow.negative !== true) return fault('negative')
  return { ok: true, amount: cents(sign === '-' ? -value : value) }
}

function faultOf(text: string): AmountFault {
  if (/^-?\d+[,.]\d{3,}$/.test(text)) return 'too-many-decimals'
  if (/^-?\d{8,}(?:[,.]\d{1,2})?$/.test(text)) return 'too-large'
  if (/^-?[\d.,\u0020\u00a0\u202f]+$/.test(text) && /\d/.test(text)) return 'grouping'
  if (/\p{Nd}/u.test(text.replace(/\d/g, ''))) return 'foreign-digits'
  return 'not-a-number'
}

/** Cents → plain decimal text with two decimals and the given mark: `1234,50`. No grouping, no unit. */
export function decimalText(amount: Cents, mark: ',' | '.'): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`
}
