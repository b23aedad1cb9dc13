import { invariant } from './defect.ts'
import { type Cents, cents, roundHalfUp } from './money.ts'

declare const vatBrand: unique symbol
/** A VAT rate in per mille: 55 is 5.5 %. */
export type VatRate = number & { readonly [vatBrand]: 'per mille' }

declare const hostBrand: unique symbol
/** A rate of the host (contribution, insurance, reserve) in basis points: 1000 is 10 %. */
export type BasisPoints = number & { readonly [hostBrand]: 'basis points' }

declare const socialBrand: unique symbol
/** A social contribution rate in 1/100 000: 13 000 is 13 %. */
export type SocialRate = number & { readonly [socialBrand]: '1/100000' }

/** VAT rates that French law knows for what a cooperative sells or buys (metropolitan France). */
export const VAT_RATES: readonly number[] = [0, 21, 55, 100, 200]

export const isVatRate = (perMille: number): boolean => VAT_RATES.includes(perMille)

export function vatRate(perMille: number): VatRate {
  invariant(isVatRate(perMille), 'a VAT rate is one of 0, 2.1, 5.5, 10, 20 %')
  return perMille as VatRate
}

export function basisPoints(value: number): BasisPoints {
  invariant(
    Number.isInteger(value) && value >= 0 && value <= 10_000,
    'basis points run from 0 to 10000',
  )
  return value as BasisPoints
}

export function socialRate(value: number): SocialRate {
  invariant(
    Number.isInteger(value) && value >= 0 && value <= 100_000,
    'a social rate runs from 0 to 100 %',
  )
  return value as SocialRate
}

/**
 * Percent text → whole units of `10^-decimals` percent: `parsePercent('5,5', 1)` is 55.
 * A comma or a point, an optional `%`. `undefined` when it is no such number, negative or above 100.
 */
export function parsePercent(text: string, decimals: 1 | 2 | 3): number | undefined {
  const match = /^(\d{1,3})(?:[,.](\d{1,3}))?[\u0020\u00a0\u202f]?%?$/.exec(text.trim())
  if (!match) return undefined
  const [, whole = '0', fraction = ''] = match
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > decimals) return undefined
  const value = Number.parseInt(whole + significant.padEnd(decimals, '0'), 10)
  return value <= 100 * 10 ** decimals ? value : undefined
}

/** Whole units of `10^-decimals` percent → text without needless zeros: `percentText(55, 1, ',')` is `5,5`. */
export function percentText(value: number, decimals: 1 | 2 | 3, mark: ',' | '.'): string {
  const digits = String(value).padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  return digits.slice(0, -decimals) + (fraction === '' ? '' : mark + fraction)
}

/**
 * VAT contained in a VAT-included amount, rounded half up (law). `net + vat = gross` always.
 * Call it once on a Z's total per rate, or once per cost line; never per ticket.
 */
export function vatWithin(
  gross: Cents,
  rate: VatRate,
): { readonly vat: Cents; readonly net: Cents } {
  const vat = roundHalfUp(BigInt(gross) * BigInt(rate), BigInt(1000 + rate))
  const net = cents(gross - vat)
  invariant(net + vat === gross, 'net and VAT add up to the gross amount')
  return { vat, net }
}

/** A host's rate on an amount, rounded half up. */
export function shareOf(amount: Cents, rate: BasisPoints): Cents {
  return roundHalfUp(BigInt(amount) * BigInt(rate), 10_000n)
}
