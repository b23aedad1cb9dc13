import { type Day, parseDay } from '../domain/kernel/day.ts'
import { type Cents, parseAmount } from '../domain/kernel/money.ts'
import { parseText } from '../domain/kernel/name.ts'
import { isVatRate, parsePercent, type VatRate, vatRate } from '../domain/kernel/rate.ts'
import { misused } from './usage.ts'

/** Typed amount → cents; `name` is the option or argument that is complained about. */
export function amountFrom(typed: string, name: string): Cents {
  const parsed = parseAmount(typed)
  return parsed.ok
    ? parsed.amount
    : misused({ code: 'bad-amount', typed, name, fault: parsed.fault })
}

export function dateFrom(typed: string, name: string): Day {
  return parseDay(typed) ?? misused({ code: 'bad-date', typed, name })
}

/** A name, label or note as the ledger keeps it. */
export function textFrom(typed: string, name: string, max = 80): string {
  const parsed = parseText(typed, max)
  return parsed.ok ? parsed.text : misused({ code: 'bad-text', name, fault: parsed.fault, max })
}

export function vatRateFrom(typed: string): VatRate {
  const perMille = parsePercent(typed, 1)
  return perMille !== undefined && isVatRate(perMille)
    ? vatRate(perMille)
    : misused({ code: 'bad-vat-rate', typed })
}

/** A whole number in plain digits. */
export function integerFrom(
  typed: string,
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const value = /^\d{1,9}$/.test(typed) ? Number.parseInt(typed, 10) : -1
  return value >= from && value <= to
    ? value
    : misused({ code: 'bad-number', typed, name, from, to })
}

export function choiceFrom<T extends string>(
  typed: string,
  name: string,
  allowed: readonly T[],
): T {
  return (
    allowed.find((each) => each === typed.toLowerCase()) ??
    misused({ code: 'bad-choice', typed, name, allowed })
  )
}

/** Applies a parser to an option that may be absent. */
export function optional<T>(typed: string | undefined, parse: (text: string) => T): T | undefined {
  return typed === undefined ? undefined : parse(typed)
}
