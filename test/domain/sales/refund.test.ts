import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PaymentMethod, RefundLine, SaleLine } from '../../../src/domain/journal/event.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { cents, sumCents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import type { BasketItem, BasketPayment } from '../../../src/domain/sales/basket.ts'
import { isLineFault } from '../../../src/domain/sales/line-fault.ts'
import {
  type GivenBack,
  type RefundBasket,
  type RefundContext,
  refundSale,
} from '../../../src/domain/sales/refund.ts'
import { repaySale } from '../../../src/domain/sales/repay.ts'
import type { Ticket } from '../../../src/domain/sales/ticket.ts'

const J5 = day('2026-06-17')
const SOLD_AT = instant('2026-06-17T10:00:00+02:00')
const zero = cents(0)
const facts = {
  number: 9,
  session: 2,
  day: J5,
  happenedAt: instant('2026-06-17T11:00:00+02:00'),
  reason: 'burnt',
}

const line = (product: string, quantity: number, total: number): SaleLine => ({
  product,
  label: product,
  quantity,
  unitPriceCents: cents(250),
  totalCents: cents(total),
  vatRatePerMille: vatRate(55),
  kind: 'goods',
  ...(total === 0 ? { free: true } : {}),
})

function ticketOf(
  lines: readonly SaleLine[],
  tip = 0,
  methods: PaymentMethod[] = ['cash'],
): Ticket {
  const total = sumCents(lines.map((each) => each.totalCents))
  const due = total + tip
  return {
    ticket: 'A-0001',
    cohort: 'FC-1',
    day: J5,
    at: SOLD_AT,
    key: null,
    seller: null,
    totalCents: total,
    discountCents: zero,
    tipCents: cents(tip),
    changeCents: zero,
    lines: [],
    payments: methods.map((method, index) => {
      const share = cents(index === 0 ? due - (methods.length - 1) : 1)
      return { method, amountCents: share, tenderedCents: share }
    }),
    recap: false,
    voidedBy: null,
  }
}

const contextOf = (
  lines: readonly SaleLine[],
  more: Partial<RefundContext> & { readonly tip?: number; readonly methods?: PaymentMethod[] } = {},
): RefundContext => {
  const { tip, methods, ...rest } = more
  return {
    ticket: ticketOf(lines, tip, methods),
    of: 1,
    lines,
    givenBack: new Map(),
    tipGivenBackCents: zero,
    closedUntil: undefined,
    ...rest,
  }
}

const item = (product: string, quantity: number, more: Partial<BasketItem> = {}): BasketItem => ({
  product,
  quantity,
  priceCents: undefined,
  free: false,
  span: undefined,
  ...more,
})
const all: RefundBasket = { items: [], tip: undefined, payments: [] }
const pays = (method: PaymentMethod, amount?: number): BasketPayment => ({
  method,
  amountCents: amount === undefined ? undefined : cents(amount),
  span: undefined,
})

function refunded(basket: Partial<RefundBasket>, context: RefundContext) {
  const body = refundSale({ ...all, ...basket }, context, facts)
  if (isLineFault(body)) throw new Error(body.code)
  return body
}

/** Counts a refund among those that were made. */
function withRefund(context: RefundContext, lines: readonly RefundLine[]): RefundContext {
  const givenBack = new Map<number, GivenBack>(context.givenBack)
  for (const { of, quantity, totalCents } of lines) {
    const before = givenBack.get(of) ?? { quantity: 0, totalCents: zero }
    givenBack.set(of, {
      quantity: before.quantity - quantity,
      totalCents: cents(before.totalCents - totalCents),
    })
  }
  return { ...context, givenBack }
}

describe('a refund', () => {
  test('of everything is the ticket below zero, as it was paid', () => {
    const lines = [line('cookie', 3, 650), line('tea', 1, 0)]
    const body = refunded({}, contextOf(lines, { tip: 100, methods: ['card', 'cash'] }))
    expect(body.lines.map((each) => [each.of, each.quantity, each.totalCents])).toEqual([
      [1, -3, -650],
      [2, -1, 0],
    ])
    expect([body.totalCents, body.tipCents]).toEqual([-650, -100])
    expect(body.payments.map(({ method, amountCents }) => [method, amountCents])).toEqual([
      ['card', -749],
      ['cash', -1],
    ])
  })

  test('of pieces goes over the lines in their order; a price or a gift picks one', () => {
    const lines = [line('cookie', 1, 250), line('cookie', 2, 0), line('cookie', 2, 500)]
    const partsOf = (...items: readonly BasketItem[]) =>
      refunded({ items }, contextOf(lines)).lines.map(({ of, quantity }) => [of, quantity])
    expect(partsOf(item('cookie', 2))).toEqual([
      [1, -1],
      [3, -1],
    ])
    expect(partsOf(item('cookie', 1), item('cookie', 1, { free: true }))).toEqual([
      [1, -1],
      [2, -1],
    ])
    expect(partsOf(item('cookie', 1), item('cookie', 2))).toEqual([
      [1, -1],
      [3, -2],
    ])
    expect(() => partsOf(item('cookie', 4))).toThrow('refund-above-sold')
    expect(() => partsOf(item('cookie', 1, { priceCents: cents(300) }))).toThrow(
      'refund-above-sold',
    )
  })

  test('is paid back as it was typed, to the cent and without change', () => {
    const context = contextOf([line('cookie', 2, 500)], { methods: ['card', 'cash'] })
    const items = [item('cookie', 1)]
    expect(
      refunded({ items, payments: [pays('cheque', 100), pays('cash')] }, context),
    ).toMatchObject({
      payments: [
        { method: 'cheque', amountCents: -100, tenderedCents: -100 },
        { method: 'cash', amountCents: -150, tenderedCents: -150 },
      ],
    })
    for (const wrong of [pays('cash', 300), pays('cash', 200), pays('card', 251)])
      expect(() => refunded({ items, payments: [wrong] }, context)).toThrow('amounts-differ')
    expect(() => refunded({ items }, context)).toThrow('refund-method-missing')
  })

  test('gives no more of a tip back than there was', () => {
    const tip = (amount: number) => ({ amountCents: cents(amount), span: undefined })
    const context = contextOf([line('cookie', 1, 250)], {
      tip: 100,
      tipGivenBackCents: cents(40),
    })
    expect(refunded({ tip: tip(60) }, context)).toMatchObject({ tipCents: -60, totalCents: 0 })
    expect(() => refunded({ tip: tip(61) }, context)).toThrow('refund-above-tip')
  })

  test('is refused of what no refund can mend', () => {
    const lines = [line('cookie', 1, 250)]
    const good = contextOf(lines)
    const wrong: readonly (readonly [Partial<RefundContext>, string])[] = [
      [{ ticket: { ...good.ticket, voidedBy: 'A#9' } }, 'ticket-voided'],
      [{ ticket: { ...good.ticket, refundOf: 'A-0002' } }, 'refund-of-refund'],
      [{ ticket: { ...good.ticket, recap: true } }, 'refund-of-recap'],
      [{ ticket: { ...good.ticket, day: day('2026-06-18') } }, 'refund-before-sale'],
      [{ closedUntil: J5 }, 'period-closed'],
      [{ givenBack: new Map([[1, { quantity: 1, totalCents: cents(250) }]]) }, 'nothing-to-refund'],
    ]
    for (const [more, code] of wrong) expect(() => refunded({}, { ...good, ...more })).toThrow(code)
    expect(() => refunded({}, contextOf([line('tea', 1, 0)]))).toThrow('nothing-to-refund')
  })

  test('after voided refunds is never below nothing', () => {
    const start = contextOf([line('cookie', 8, 4), line('tea', 8, 800)])
    const both = { items: [item('cookie', 1), item('tea', 1)] }
    const made: (readonly RefundLine[])[] = []
    while (made.length < 5) made.push(refunded(both, made.reduce(withRefund, start)).lines)
    expect(made.map(([cookie]) => cookie?.totalCents)).toEqual([-1, 0, -1, 0, -1])
    const standing = made.filter((_, index) => index % 2 === 0).reduce(withRefund, start)
    expect(refunded(both, standing).lines[0]?.totalCents).toBe(0)
    expect(refunded({}, standing)).toMatchObject({ totalCents: -501 })
  })

  test('piece by piece comes to the line exactly, also when some of them are voided', () => {
    const life = fc.record({
      quantity: fc.integer({ min: 1, max: 40 }),
      total: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 999_999 })),
      steps: fc.array(fc.record({ pieces: fc.integer({ min: 1, max: 5 }), voids: fc.nat(9) }), {
        maxLength: 40,
      }),
    })
    fc.assert(
      fc.property(life, ({ quantity, total, steps }) => {
        const start = contextOf([line('cookie', quantity, total), line('tea', 1, 1)])
        let standing: (readonly RefundLine[])[] = []
        const now = () => standing.reduce(withRefund, start)
        for (const { pieces, voids } of steps) {
          if (voids < 3 && standing.length > 0) {
            standing = standing.filter((_, index) => index !== voids % standing.length)
            continue
          }
          const left = quantity - (now().givenBack.get(1)?.quantity ?? 0)
          const items = [item('cookie', Math.min(pieces, left))]
          if (left === 0) break
          try {
            standing.push(refunded({ items }, now()).lines)
          } catch (error) {
            expect(String(error)).toMatch('nothing-to-refund')
            break
          }
          expect(now().givenBack.get(1)?.totalCents).toBeLessThanOrEqual(total)
        }
        const rest = refunded({}, now())
        const whole = withRefund(now(), rest.lines).givenBack
        expect(whole.get(1)).toEqual({ quantity, totalCents: total })
        expect(whole.get(2)).toEqual({ quantity: 1, totalCents: 1 })
      }),
    )
  })
})

describe('a repayment', () => {
  const repaid = (typed: readonly BasketPayment[], ticket: Ticket, z?: number) => {
    const body = repaySale(typed, {
      ticket,
      number: 1,
      z,
      closedUntil: undefined,
      happenedAt: SOLD_AT,
    })
    if (isLineFault(body)) throw new Error(body.code)
    return body
  }

  test('comes to the same sum, whatever was typed', () => {
    const method = fc.constantFrom<PaymentMethod>('cash', 'card', 'cheque', 'transfer')
    const typed = fc.array(
      fc.record({
        method,
        amount: fc.option(fc.integer({ min: 1, max: 700 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(typed, fc.boolean(), (payments, isRefund) => {
        const sold = ticketOf([line('cookie', 2, 500)], 100)
        const ticket = isRefund
          ? {
              ...sold,
              refundOf: 'A-0002',
              payments: sold.payments.map((each) => ({
                ...each,
                amountCents: cents(0 - each.amountCents),
              })),
            }
          : sold
        try {
          const body = repaid(
            payments.map((each) => pays(each.method, each.amount)),
            ticket,
          )
          const sum = sumCents(body.payments.map((each) => each.amountCents))
          expect(sum).toBe(isRefund ? -600 : 600)
          expect(body.before.payments).toEqual(ticket.payments)
        } catch (error) {
          expect(String(error)).toMatch(
            /amounts-differ|nothing-left|two-open-payments|paid-so-already/,
          )
        }
      }),
    )
  })

  test('is refused after the Z, of a voided ticket, and where nothing was paid', () => {
    const ticket = ticketOf([line('cookie', 1, 250)])
    const card = [pays('card')]
    expect(() => repaid(card, ticket, 3)).toThrow('repay-sealed')
    expect(() => repaid(card, { ...ticket, voidedBy: 'A#9' })).toThrow('ticket-voided')
    expect(() => repaid(card, ticketOf([line('tea', 1, 0)]))).toThrow('nothing-to-repay')
    expect(() => repaid([pays('cash')], ticket)).toThrow('paid-so-already')
  })
})
