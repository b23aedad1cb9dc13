import type { Cents } from '../domain/kernel/money.ts'
import type { TypedMove } from '../domain/payments/deposit.ts'
import { payments as en, type PaymentWords } from '../words/en/payments.ts'
import { payments as fr } from '../words/fr/payments.ts'
import { inLanguage } from '../words/said.ts'
import { pastDayFrom } from './cost-typed.ts'
import { FLAGS, type FlagValues } from './flags.ts'
import { liveCohort } from './live-cohort.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, optional, textFrom } from './values.ts'

/** What every move of money takes. */
export const MOVE_OPTIONS = {
  on: FLAGS.on,
  voucher: FLAGS.voucher,
  label: FLAGS.label,
} as const

export const paymentWords = (session: Session): PaymentWords =>
  inLanguage(session.language(), { en, fr })

export const moveFrom = (
  session: Session,
  { on, voucher, label }: FlagValues<typeof MOVE_OPTIONS>,
): TypedMove => ({
  cohort: liveCohort(session).code,
  day: optional(on, (text) => pastDayFrom(session, text)) ?? session.today(),
  voucher: optional(voucher, (text) => textFrom(text, '--voucher', 32)),
  label: optional(label, (text) => textFrom(text, '--label')),
})

/** An amount above zero. */
export function sumFrom(typed: string, name = '<amount>'): Cents {
  const amount = amountFrom(typed, name)
  return amount === 0 ? misused({ code: 'zero-amount', name }) : amount
}
