import {
  array,
  assert,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { epochMsOf, type Instant, instantOf } from '../../../src/domain/kernel/instant.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { type CardTicket, matchCards } from '../../../src/domain/sales/card-matching.ts'

const START = Date.parse('2026-06-17T10:00:00+02:00')
const minute = (count: number): Instant => instantOf(START + count * 60_000)

const payment = (name: string, at: number, amount: number) => ({
  transaction: name,
  at: minute(at),
  amountCents: cents(amount),
})
const ticket = (name: string, at: number, amount: number): CardTicket => ({
  ticket: name,
  at: minute(at),
  amountCents: cents(amount),
  reference: undefined,
  byHand: true,
})
const names = (pairs: readonly { payment: { transaction: string }; ticket: CardTicket }[]) =>
  pairs.map((pair) => `${pair.payment.transaction}=${pair.ticket.ticket}`).toSorted()

describe('payments and tickets', () => {
  test('the nearer ticket is taken, the other stays', () => {
    const found = matchCards(
      [payment('T1', 10, 300)],
      [ticket('A-1', 1, 300), ticket('A-2', 10, 300), ticket('A-3', 12, 300)],
      10,
    )
    expect(names(found.matched)).toEqual(['T1=A-2'])
    expect(found.left.map((each) => each.ticket)).toEqual(['A-1', 'A-3'])
  })

  test('the nearer payment takes the ticket, the other is in doubt', () => {
    const found = matchCards(
      [payment('T1', 1, 300), payment('T2', 10, 300)],
      [ticket('A-1', 10, 300)],
      10,
    )
    expect(names(found.matched)).toEqual(['T2=A-1'])
    expect(names(found.doubtful)).toEqual(['T1=A-1'])
  })

  test('another amount, a minute too far: new', () => {
    const found = matchCards(
      [payment('T1', 0, 300), payment('T2', 30, 200)],
      [ticket('A-1', 0, 301), ticket('A-2', 41, 200)],
      10,
    )
    expect(found.fresh.map((each) => each.transaction)).toEqual(['T1', 'T2'])
  })

  test('a ticket that is another transaction is not taken, and in doubt where a hand recorded it', () => {
    const known = { ...ticket('A-1', 0, 300), reference: 'T0' }
    const ofFile = { ...known, ticket: 'A-2', byHand: false }
    const one = [payment('T1', 1, 300)]
    expect(names(matchCards(one, [known], 10).doubtful)).toEqual(['T1=A-1'])
    expect(matchCards(one, [ofFile], 10).fresh).toHaveLength(1)
  })
})

const sale = record({
  at: integer({ min: 0, max: 120 }),
  drift: integer({ min: -4, max: 4 }),
  amount: constantFrom(150, 300, 450),
})

describe('whatever was sold', () => {
  test('what a hand recorded within minutes is found whole, in any order', () => {
    assert(
      property(array(sale, { maxLength: 40 }), (sales) => {
        const payments = sales.map(({ at, amount }, index) => payment(`T${index}`, at, amount))
        const tickets = sales.map(({ at, drift, amount }, index) =>
          ticket(`A-${index}`, at + drift, amount),
        )
        const found = matchCards(payments.toReversed(), tickets, 4)
        expect(found.matched).toHaveLength(sales.length)
        expect(found.left).toEqual([])
      }),
    )
  })

  test('pairs are alike and near, and what is new is like nothing', () => {
    const some = array(sale, { maxLength: 25 }).chain((sales) =>
      shuffledSubarray(sales).map((kept) => ({ sales, kept })),
    )
    assert(
      property(some, ({ sales, kept }) => {
        const payments = sales.map(({ at, amount }, index) => payment(`T${index}`, at, amount))
        const tickets = kept.map(({ at, drift, amount }, index) =>
          ticket(`A-${index}`, at + drift, amount),
        )
        const found = matchCards(payments, tickets, 5)
        const isLike = (one: (typeof payments)[number], other: CardTicket): boolean =>
          one.amountCents === other.amountCents &&
          Math.abs(epochMsOf(one.at) - epochMsOf(other.at)) <= 5 * 60_000
        for (const pair of found.matched) expect(isLike(pair.payment, pair.ticket)).toBe(true)
        for (const one of found.fresh) expect(tickets.some((each) => isLike(one, each))).toBe(false)
        expect(found.matched).toHaveLength(kept.length)
      }),
    )
  })
})
