import { invariant } from '../kernel/defect.ts'
import { epochMsOf, type Instant } from '../kernel/instant.ts'
import type { Cents } from '../kernel/money.ts'

/** A payment that a card terminal took, as far as it is told apart from others. */
export type CardPayment = {
  readonly transaction: string
  readonly at: Instant
  /** What the card paid, tip included. */
  readonly amountCents: Cents
}

/** A ticket of ours that a card paid, whole or in part. */
export type CardTicket = {
  readonly ticket: string
  readonly at: Instant
  /** What cards paid of it, tip included. */
  readonly amountCents: Cents
  /** The transaction that it is known to be, or its name in another file. */
  readonly reference: string | undefined
  /** Recorded by hand, not from a file. */
  readonly byHand: boolean
}

type Matched<P, T> = { readonly payment: P; readonly ticket: T }

export type CardMatching<P, T> = {
  /** Recorded here already: same amount, nearly the same time. */
  readonly matched: readonly Matched<P, T>[]
  /** Nothing here is like them. */
  readonly fresh: readonly P[]
  /** A ticket is like this payment, but it is another payment's. */
  readonly doubtful: readonly Matched<P, T>[]
  /** Tickets that no payment of the file belongs to. */
  readonly left: readonly T[]
}

type Timed<T> = { readonly of: T; readonly ms: number }

const timed = <T extends { readonly at: Instant }>(all: readonly T[]): readonly Timed<T>[] =>
  all.map((of) => ({ of, ms: epochMsOf(of.at) })).toSorted((a, b) => a.ms - b.ms)

/**
 * Which payments of a terminal are tickets that stand here: the same amount within `minutes`. As many pairs as there
 * can be, in the order of time; a pair moves to a nearer free partner. A payment that is left over although a ticket
 * is like it is doubtful, never new: two of three like sales may be recorded, and nobody can say which (choice).
 */
export function matchCards<P extends CardPayment, T extends CardTicket>(
  payments: readonly P[],
  tickets: readonly T[],
  minutes: number,
): CardMatching<P, T> {
  const windowMs = minutes * 60_000
  const matched: Matched<P, T>[] = []
  const fresh: P[] = []
  const doubtful: Matched<P, T>[] = []
  const left: T[] = []
  const byAmount = Map.groupBy(tickets, (ticket) => ticket.amountCents)
  const paid = Map.groupBy(payments, (payment) => payment.amountCents)
  for (const [amount, alike] of paid) {
    const standing = timed(byAmount.get(amount) ?? [])
    const free = standing.filter(({ of }) => of.reference === undefined)
    const pairs = pairsOf(timed(alike), free, windowMs)
    for (const [payment, ticket] of pairs.made)
      matched.push({ payment: payment.of, ticket: ticket.of })
    const doubts = standing.filter(({ of }) => of.byHand || of.reference === undefined)
    for (const payment of pairs.leftOver) {
      const like = nearest(payment, doubts, windowMs)
      if (like === undefined) fresh.push(payment.of)
      else doubtful.push({ payment: payment.of, ticket: like.of })
    }
  }
  const taken = new Set(matched.map(({ ticket }) => ticket.ticket))
  for (const ticket of tickets) {
    if (ticket.reference === undefined && !taken.has(ticket.ticket)) left.push(ticket)
  }
  invariant(
    matched.length + fresh.length + doubtful.length === payments.length,
    'every payment is in one list',
  )
  invariant(taken.size === matched.length, 'a ticket is one payment')
  return { matched, fresh, doubtful, left }
}

type Pairs<P, T> = {
  readonly made: readonly (readonly [Timed<P>, Timed<T>])[]
  readonly leftOver: readonly Timed<P>[]
}

/** All of one amount, both in the order of time. */
function pairsOf<P, T>(
  payments: readonly Timed<P>[],
  tickets: readonly Timed<T>[],
  windowMs: number,
): Pairs<P, T> {
  const partner: (number | undefined)[] = payments.map(() => undefined)
  let next = 0
  for (const [index, { ms }] of payments.entries()) {
    while (next < tickets.length && (tickets[next]?.ms ?? 0) < ms - windowMs) next += 1
    if (next < tickets.length && (tickets[next]?.ms ?? 0) <= ms + windowMs) partner[index] = next++
  }
  moveNearer(payments, tickets, partner)
  passOn(payments, tickets, partner)
  const made = payments.flatMap((payment, index) => {
    const ticket = tickets[partner[index] ?? -1]
    return ticket === undefined ? [] : [[payment, ticket] as const]
  })
  return { made, leftOver: payments.filter((_, index) => partner[index] === undefined) }
}

const apart = (one: Timed<unknown> | undefined, other: Timed<unknown> | undefined): number =>
  Math.abs((one?.ms ?? 0) - (other?.ms ?? 0))

/** From the last pair back: a later ticket that is free and nearer. */
function moveNearer(
  payments: readonly Timed<unknown>[],
  tickets: readonly Timed<unknown>[],
  partner: (number | undefined)[],
): void {
  let bound = tickets.length
  for (let index = payments.length - 1; index >= 0; index -= 1) {
    let at = partner[index]
    if (at === undefined) continue
    while (
      at + 1 < bound &&
      apart(payments[index], tickets[at + 1]) < apart(payments[index], tickets[at])
    ) {
      at += 1
    }
    partner[index] = at
    bound = at
  }
}

/** A payment that is left over takes the ticket of the one before it where it is nearer, and so on back. */
function passOn(
  payments: readonly Timed<unknown>[],
  tickets: readonly Timed<unknown>[],
  partner: (number | undefined)[],
): void {
  for (let index = 1; index < payments.length; index += 1) {
    const before = partner[index - 1]
    if (partner[index] !== undefined || before === undefined) continue
    if (apart(payments[index], tickets[before]) >= apart(payments[index - 1], tickets[before]))
      continue
    partner[index] = before
    partner[index - 1] = undefined
  }
}

/** By halving: the like tickets of a long day are many. */
function nearest<T>(
  payment: Timed<unknown>,
  tickets: readonly Timed<T>[],
  windowMs: number,
): Timed<T> | undefined {
  let low = 0
  let high = tickets.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((tickets[middle]?.ms ?? 0) < payment.ms) low = middle + 1
    else high = middle
  }
  const near = [tickets[low - 1], tickets[low]].filter((each) => each !== undefined)
  return near
    .filter((each) => apart(each, payment) <= windowMs)
    .toSorted((a, b) => apart(a, payment) - apart(b, payment))[0]
}
