import type { TypedAmount } from '../costs/add.ts'
import type { PaymentMethod, ProductKind, Stall } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { dayOf } from '../kernel/instant.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { amend, amended } from './amendment.ts'
import type { CloseBody } from './close-body.ts'
import type { CorrectedTakings, CorrectionBody, CorrectionFact } from './correction.ts'
import { type VatRegime, vatOfZ } from './vat.ts'

/** A closed period and the last amendment of it, if there was one. */
export type Correctable = {
  readonly close: CloseBody
  readonly last: CorrectionBody | undefined
  /** The close of the next period, if there is one. */
  readonly next?: CloseBody | undefined
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
 * Refuses a day before that of the close: then the period was still open; and what would give away again a loss that the
 * next period has made good (choice: who made it good gets it back).
 */
export function correct({ close, last, next }: Correctable, made: Correction): CorrectionBody {
  const { fact, day, till, reason, software } = made
  const closedOn = dayOf(close.closedAt)
  if (day < closedOn) refuse({ code: 'correction-before-close', day, closedOn })
  const { cohort, period } = close
  invariant(last === undefined || last.period === period, 'an amendment follows its own period')
  const standing = last?.amendment.after ?? close
  const amendment = amend(close, standing, { fact, place: { day, till } })
  const madeGoodCents = next?.distribution.carriedDeficitCents ?? ZERO
  const { deficitCents } = amendment.after.distribution
  if (deficitCents < standing.distribution.deficitCents && deficitCents < madeGoodCents)
    refuse({ code: 'loss-made-good', period, by: period + 1, madeGoodCents })
  return {
    cohort,
    period,
    number: (last?.number ?? 0) + 1,
    day,
    software,
    ...present({ reason }),
    fact,
    amendment,
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

/** A cheque that the bank sent back: never more than came in by cheque and was not sent back yet. */
export function bouncedCheque(
  amountCents: Cents,
  known: { readonly receivedCents: Cents; readonly corrections: readonly CorrectionBody[] },
): CorrectionFact {
  const bounced = known.corrections.flatMap(({ fact }) =>
    fact.kind === 'cheque' ? [fact.amountCents] : [],
  )
  const leftCents = cents(Math.max(0, known.receivedCents - sumCents(bounced)))
  if (amountCents > leftCents) refuse({ code: 'cheque-above-received', amountCents, leftCents })
  return { kind: 'cheque', amountCents }
}

/** Takings that were none: at no rate more than the period has sold, its amendments included. */
export function refuseUnsold(
  { rates }: CorrectedTakings,
  close: CloseBody,
  corrections: readonly CorrectionBody[],
): void {
  const { period, vat } = amended(close, corrections)
  for (const { ratePerMille, ttcCents } of rates) {
    const rows = vat.filter((row) => row.ratePerMille === ratePerMille)
    const soldCents = sumCents(rows.map((row) => row.ttcCents))
    if (ttcCents > soldCents)
      refuse({
        code: 'sale-above-sold',
        period,
        ratePerMille,
        amountCents: ttcCents,
        soldCents: cents(Math.max(0, soldCents)),
      })
  }
}
