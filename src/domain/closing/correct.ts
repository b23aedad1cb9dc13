import type { TypedAmount } from '../costs/add.ts'
import type { PaymentMethod, ProductKind, Stall } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { dayOf } from '../kernel/instant.ts'
import { present } from '../kernel/present.ts'
import { amend } from './amendment.ts'
import type { CloseBody } from './close-body.ts'
import type { CorrectedTakings, CorrectionBody, CorrectionFact } from './correction.ts'
import { type VatRegime, vatOfZ } from './vat.ts'

/** A closed period and the last amendment of it, if there was one. */
export type Correctable = {
  readonly close: CloseBody
  readonly last: CorrectionBody | undefined
}

export type Correction = {
  readonly fact: CorrectionFact
  readonly day: Day
  readonly till: Stall
  readonly reason: string | undefined
  readonly software: string
}

/**
 * Corrects a closed period by one fact: the period stays closed, and an amendment says who gets how much more or less.
 * Refuses a day before that of the close: then the period was still open.
 */
export function correct({ close, last }: Correctable, made: Correction): CorrectionBody {
  const { fact, day, till, reason, software } = made
  const closedOn = dayOf(close.closedAt)
  if (day < closedOn) refuse({ code: 'correction-before-close', day, closedOn })
  const { cohort, period } = close
  invariant(last === undefined || last.period === period, 'an amendment follows its own period')
  return {
    cohort,
    period,
    number: (last?.number ?? 0) + 1,
    day,
    software,
    ...present({ reason }),
    fact,
    amendment: amend(close, last?.amendment.after ?? close, { fact, place: { day, till } }),
  }
}

export type TypedTakings = {
  readonly amounts: readonly TypedAmount[]
  readonly label: string | undefined
  readonly of: ProductKind
  readonly method: PaymentMethod
}

/** VAT is extracted once per rate, half up, on what this correction takes at that rate (law: as for a Z). */
export function correctedTakings(
  { amounts, label, of, method }: TypedTakings,
  regime: VatRegime,
): CorrectedTakings {
  invariant(amounts.length > 0, 'takings have an amount')
  const takings = amounts.map(({ amountCents, vatRatePerMille }) => ({
    ratePerMille: vatRatePerMille,
    kind: of,
    ttcCents: amountCents,
  }))
  return { ...present({ label }), of, method, rates: vatOfZ(takings, regime).rates }
}
