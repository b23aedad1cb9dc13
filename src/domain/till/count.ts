import type { CountedTender, EventBodies } from '../journal/event.ts'
import { invariant } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { MethodSum } from './takings.ts'

/** Euro notes and coins, in cents, the largest first (law: Regulation (EC) 974/98). */
export const DENOMINATIONS: readonly number[] = [
  50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
]

export type Pieces = { readonly valueCents: Cents; readonly count: number }

/** What the pieces are worth; the same value may be there twice. */
export function worthOf(pieces: readonly Pieces[]): Cents {
  for (const { valueCents, count } of pieces) {
    invariant(DENOMINATIONS.includes(valueCents), 'a piece is a euro note or coin')
    invariant(Number.isSafeInteger(count) && count >= 0, 'pieces are counted in whole numbers')
  }
  return sumCents(pieces.map(({ valueCents, count }) => cents(valueCents * count)))
}

/** Cards, cheques or transfers as they lie there. */
export type TypedTender = {
  readonly method: CountedTender['method']
  readonly countedCents: Cents
  readonly count: number | undefined
}

export type Counted = {
  readonly cohort: string
  readonly session: number
  readonly happenedAt: Instant
  readonly countedCents: Cents
  readonly pieces: readonly Pieces[] | undefined
  readonly reason: string | undefined
  readonly tenders: readonly TypedTender[]
  /** The till's newest ticket; undefined before the first. */
  readonly lastTicket: number | undefined
}

/** Records what lies in the drawer beside what should; the last count of a session stands. */
export function countTill(
  { cohort, session, happenedAt, countedCents, pieces, reason, tenders, lastTicket }: Counted,
  expectedCents: Cents,
  methods: readonly MethodSum[],
): EventBodies['till-count'] {
  invariant(countedCents >= 0, 'nobody counts less than nothing')
  if (pieces !== undefined)
    invariant(worthOf(pieces) === countedCents, 'the pieces are what was counted')
  const differenceCents = cents(countedCents - expectedCents)
  return {
    cohort,
    session,
    happenedAt,
    expectedCents,
    countedCents,
    differenceCents,
    ...present({ reason, pieces }),
    ...(tenders.length === 0
      ? {}
      : { tenders: tenders.map((tender) => besideExpected({ ...tender, reason }, methods)) }),
    ...present({ lastTicket }),
  }
}

/** What was counted of one means beside what the tickets say; a reason is of a difference. */
export function besideExpected(
  { method, countedCents, count, reason }: TypedTender & { readonly reason: string | undefined },
  methods: readonly MethodSum[],
): CountedTender {
  const expectedCents = methods.find((each) => each.method === method)?.amountCents ?? ZERO
  const differenceCents = cents(countedCents - expectedCents)
  const why = differenceCents === 0 ? undefined : reason
  return {
    method,
    expectedCents,
    countedCents,
    differenceCents,
    ...present({ count, reason: why }),
  }
}
