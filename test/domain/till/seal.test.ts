import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vatOfZ } from '../../../src/domain/closing/vat.ts'
import { Refused } from '../../../src/domain/journal/refusal.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { cents, sumCents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { countTill, DENOMINATIONS, worthOf } from '../../../src/domain/till/count.ts'
import { type SessionSums, sealSession } from '../../../src/domain/till/seal.ts'
import { expectedCash, sealableTakings } from '../../../src/domain/till/takings.ts'
import { parseZName, zName } from '../../../src/domain/till/z-name.ts'

const AT = instant('2026-06-17T18:00:00+02:00')
const zero = cents(0)
const session = {
  number: 1,
  cohort: 'FC-EX',
  day: day('2026-06-17'),
  openedAt: AT,
  floatCents: cents(8000),
  afterZ: false,
}
const totals = { periodBeforeCents: zero, perpetualSalesCents: zero, perpetualVoidsCents: zero }
const place = { totals, happenedAt: AT, number: 1, previousZ: undefined, head: 'ab' }

/** The day of the worked example: 1 200.00 taken, 750.00 of it in cash, 30.00 of stall paid out. */
const worked: SessionSums = {
  session,
  tickets: {
    firstTicket: 1,
    lastTicket: 400,
    ticketCount: 400,
    salesCents: cents(120_000),
    tipsCents: zero,
    discountsCents: zero,
    voidCount: 0,
    voidsCents: zero,
    refundCount: 0,
    refundsCents: zero,
    refundVoidCount: 0,
    refundVoidsCents: zero,
    repayCount: 0,
  },
  methods: [
    { method: 'cash', amountCents: cents(75_000) },
    { method: 'card', amountCents: cents(32_000) },
    { method: 'cheque', amountCents: cents(13_000) },
  ],
  cash: {
    floatCents: cents(8000),
    cashSalesCents: cents(75_000),
    cashInCents: zero,
    cashOutCents: zero,
    costsCents: cents(3000),
  },
  count: { countedCents: cents(79_970), reason: undefined, movedSinceCents: zero },
  tenders: [],
}
const goods = [{ ratePerMille: vatRate(55), kind: 'goods' as const, ttcCents: cents(120_000) }]
const vat = vatOfZ(goods, 'normal')

describe('a Z', () => {
  test('of the worked example: 800.00 expected, 799.70 counted, VAT 62.56', () => {
    expect(sealSession(worked, vat, place)).toMatchObject({
      expectedCents: 80_000,
      countedCents: 79_970,
      differenceCents: -30,
      rates: [{ ratePerMille: 55, ttcCents: 120_000, vatCents: 6256, htCents: 113_744 }],
      periodTotalCents: 120_000,
      number: 1,
    })
  })

  test('without a count has no difference', () => {
    const z = sealSession({ ...worked, count: undefined }, vat, place)
    expect(z).not.toHaveProperty('countedCents')
    expect(z.differenceCents).toBe(0)
  })

  test('is refused when cash moved after the count, with what the drawer then holds', () => {
    const count = { countedCents: cents(79_970), reason: undefined, movedSinceCents: cents(250) }
    try {
      sealSession({ ...worked, count }, vat, place)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(Refused)
      expect(error).toHaveProperty('refusal', {
        code: 'count-outdated',
        countedCents: 79_970,
        nowCents: 80_220,
      })
    }
  })

  test('never holds payments that do not cover the sales, nor rates that leave some out', () => {
    const [cash] = worked.methods
    const short = { ...worked, methods: cash === undefined ? [] : [cash] }
    expect(() => sealSession(short, vat, place)).toThrow(Defect)
    expect(() => sealSession(worked, vatOfZ([], 'normal'), place)).toThrow(Defect)
  })
})

describe('takings without a VAT rate', () => {
  const open = [
    ...goods,
    { ...goods[0], kind: 'goods' as const, ratePerMille: undefined, ttcCents: cents(5) },
  ]
  const unrated = [{ product: 'cafe', label: 'Café' }]
  test('are not sealed', () => {
    expect(() => sealableTakings(open, unrated, 'normal')).toThrow(Refused)
    expect(sealableTakings(goods, [], 'normal')).toEqual(goods)
  })
  test('count as 0 % for a host that collects no VAT', () => {
    expect(sealableTakings(open, unrated, 'franchise').map((each) => each.ratePerMille)).toEqual([
      55, 0,
    ])
  })
})

describe('a count', () => {
  const amount = fc.integer({ min: 0, max: 99_999_999 }).map(cents)
  test('differs from what is expected by counted minus expected, whatever they are', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        amount,
        amount,
        (float, sales, cashIn, out, costs, counted) => {
          const expected = expectedCash({
            floatCents: float,
            cashSalesCents: sales,
            cashInCents: cashIn,
            cashOutCents: out,
            costsCents: costs,
          })
          const body = countTill(
            {
              cohort: 'C',
              session: 1,
              happenedAt: AT,
              countedCents: counted,
              pieces: undefined,
              reason: undefined,
              tenders: [],
              lastTicket: undefined,
            },
            expected,
            [],
          )
          expect(body.expectedCents + out + costs).toBe(float + sales + cashIn)
          expect(body.differenceCents + body.expectedCents).toBe(counted)
        },
      ),
    )
  })

  test('by pieces is worth their sum, whatever their order', () => {
    const piece = fc.record({
      valueCents: fc.constantFrom(...DENOMINATIONS).map(cents),
      count: fc.integer({ min: 0, max: 9999 }),
    })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const each = pieces.map(({ valueCents, count }) => cents(valueCents * count))
        expect(worthOf(pieces)).toBe(sumCents(each))
        expect(worthOf(pieces.toReversed())).toBe(worthOf(pieces))
      }),
    )
  })

  test('knows the fifteen euro notes and coins and no other', () => {
    expect(DENOMINATIONS).toHaveLength(15)
    expect(sumCents(DENOMINATIONS.map(cents))).toBe(88_888)
    expect(() => worthOf([{ valueCents: cents(300), count: 1 }])).toThrow(Defect)
  })
})

test('a Z is named Z-3, and understood as Z-3, z3 or 3', () => {
  expect(zName(3)).toBe('Z-3')
  expect(['Z-3', 'z3', '3', 'Z-003', ' 3 '].map(parseZName)).toEqual([3, 3, 3, 3, 3])
  expect(['', 'Z', 'Z-0', '0', '-3', '3a', '2026-06-17', 'A-3'].map(parseZName)).toEqual(
    Array.from({ length: 8 }, () => undefined),
  )
})

describe('cards and cheques that were counted', () => {
  const counted = (cardCents: number, movedSinceCents: number): SessionSums => ({
    ...worked,
    tenders: [
      {
        method: 'card',
        countedCents: cents(cardCents),
        count: undefined,
        reason: 'a slip lost',
        movedSinceCents: cents(movedSinceCents),
      },
    ],
  })

  test('stand in the Z beside the tickets, and leave the cash alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (card) => {
        const plain = sealSession(worked, vat, place)
        const { tenders, ...rest } = sealSession(counted(card, 0), vat, place)
        expect(rest).toEqual(plain)
        const differenceCents = card - 32_000
        expect(tenders).toEqual([
          {
            method: 'card',
            expectedCents: 32_000,
            countedCents: card,
            differenceCents,
            ...(differenceCents === 0 ? {} : { reason: 'a slip lost' }),
          },
        ])
      }),
    )
  })

  test('are counted again when more was taken since', () => {
    expect(() => sealSession(counted(31_750, 250), vat, place)).toThrow(
      expect.objectContaining({
        refusal: expect.objectContaining({
          code: 'tender-outdated',
          method: 'card',
          nowCents: 32_000,
          cashCents: 79_970,
        }),
      }),
    )
  })
})
