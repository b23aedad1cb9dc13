import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refused } from '../../../src/domain/journal/refusal.ts'
import { type Day, day } from '../../../src/domain/kernel/day.ts'
import { freeOn } from '../../../src/domain/kernel/free-on.ts'
import { cents, ZERO } from '../../../src/domain/kernel/money.ts'
import {
  type DepositContext,
  deposit,
  standing,
  type TakingsMove,
  type TypedDeposit,
} from '../../../src/domain/payments/deposit.ts'
import {
  type Asked,
  type Due,
  type Paid,
  payees,
  payOut,
} from '../../../src/domain/payments/payout.ts'
import {
  type AdvanceMove,
  advances,
  type PayableCost,
  payCost,
  refundAdvance,
} from '../../../src/domain/payments/settle-cost.ts'

const COHORT = 'FC'
const june = (date: number): Day => day(`2026-06-${String(date).padStart(2, '0')}`)
const typed = { cohort: COHORT, day: june(18), voucher: undefined, label: undefined }

/** The facts of what `work` refuses; fails when it refuses nothing. */
function refusalOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  throw new Error('nothing was refused')
}

const codeOf = (work: () => unknown): unknown => {
  const refusal = refusalOf(work)
  return typeof refusal === 'object' && refusal !== null && 'code' in refusal
    ? refusal.code
    : undefined
}

describe('what is free on a day', () => {
  const moves = [
    { day: june(10), amountCents: cents(100) },
    { day: june(12), amountCents: cents(-70) },
    { day: june(14), amountCents: cents(50) },
  ]
  test.each([
    [9, 0],
    [10, 30],
    [11, 30],
    [12, 30],
    [13, 30],
    [14, 80],
    [20, 80],
  ])('the %ith: %i', (on, free) => {
    expect(freeOn(moves, june(on))).toBe(free)
  })

  test('what came and went on one day counts together', () => {
    const same = [
      { day: june(10), amountCents: cents(-70) },
      { day: june(10), amountCents: cents(100) },
    ]
    expect(freeOn(same, june(10))).toBe(30)
  })

  test('taking it leaves every evening at zero or above, one cent more does not', () => {
    const movement = fc.record({
      day: fc.integer({ min: 1, max: 28 }).map(june),
      amountCents: fc.integer({ min: -500, max: 500 }).map(cents),
    })
    fc.assert(
      fc.property(fc.array(movement), fc.integer({ min: 1, max: 28 }), (moves, date) => {
        const on = june(date)
        const free = freeOn(moves, on)
        const lowest = (taken: number): number =>
          Math.min(
            ...Array.from({ length: 29 - date }, (_, index) => june(date + index)).map(
              (evening) =>
                moves
                  .filter((each) => each.day <= evening)
                  .reduce((sum, each) => sum + each.amountCents, 0) - taken,
            ),
          )
        expect(lowest(free)).toBe(0)
      }),
    )
  })
})

describe('a deposit', () => {
  const took = (method: TakingsMove['method'], date: number, amount: number): TakingsMove => ({
    method,
    day: june(date),
    amountCents: cents(amount),
    is: amount < 0 ? 'deposited' : 'taken',
  })
  const moves = [took('card', 17, 32_000), took('cheque', 17, 13_000), took('cash', 16, 8_000)]
  const context: DepositContext = {
    number: 1,
    moves,
    openTill: undefined,
    costNumber: 4,
    closedUntil: undefined,
  }
  const cards: TypedDeposit = {
    ...typed,
    method: 'card',
    amountCents: undefined,
    feeCents: ZERO,
    count: undefined,
  }

  test('without an amount is all that is there of its means', () => {
    expect(deposit(cards, context)).toEqual({
      cohort: COHORT,
      number: 1,
      day: june(18),
      method: 'card',
      amountCents: 32_000,
      feeCents: 0,
    })
  })

  test('with a fee takes a number among the costs', () => {
    const body = deposit({ ...cards, feeCents: cents(541), voucher: 'TPE-001' }, context)
    expect(body).toMatchObject({ amountCents: 32_000, feeCents: 541, cost: 4, voucher: 'TPE-001' })
  })

  test.each<[string, Partial<TypedDeposit>, Partial<DepositContext>, object]>([
    [
      'one cent more than there is',
      { amountCents: cents(32_001) },
      {},
      { code: 'deposit-too-large', leftCents: 32_000 },
    ],
    ['a day before the takings', { day: june(16) }, {}, { code: 'nothing-to-deposit' }],
    [
      'a till that is not sealed',
      {},
      { moves: [], openTill: june(18) },
      { code: 'nothing-to-deposit', openTill: june(18) },
    ],
    [
      'what a later deposit took already',
      { amountCents: cents(2) },
      { moves: [...moves, took('card', 20, -31_999)] },
      { code: 'deposit-too-large', leftCents: 1 },
    ],
    ['a fee above the amount', { feeCents: cents(32_001) }, {}, { code: 'fee-too-large' }],
    [
      'a fee in what is closed',
      { feeCents: cents(1) },
      { closedUntil: june(18) },
      { code: 'fee-after-close', until: june(18), feeCents: 1 },
    ],
  ])('refuses %s', (_, change, other, facts) => {
    expect(
      refusalOf(() => deposit({ ...cards, ...change }, { ...context, ...other })),
    ).toMatchObject(facts)
  })

  test('after the close goes without a fee', () => {
    expect(deposit(cards, { ...context, closedUntil: june(18) })).toMatchObject({ feeCents: 0 })
  })

  test('takings less deposits are what is left, by means', () => {
    expect(standing([...moves, took('card', 18, -30_000)])).toEqual([
      { method: 'cash', takenCents: 8_000, depositedCents: 0, leftCents: 8_000 },
      { method: 'card', takenCents: 32_000, depositedCents: 30_000, leftCents: 2_000 },
      { method: 'cheque', takenCents: 13_000, depositedCents: 0, leftCents: 13_000 },
    ])
  })
})

describe('a supplier', () => {
  const cost: PayableCost = {
    number: 3,
    paidBy: 'cae',
    totalCents: cents(3_600),
    voided: false,
    deposit: undefined,
    paidOn: undefined,
  }
  test('is paid the whole cost', () => {
    expect(payCost(typed, cost, 7)).toEqual({
      cohort: COHORT,
      number: 7,
      day: june(18),
      cost: 3,
      amountCents: 3_600,
    })
  })
  test.each<[string, Partial<PayableCost>]>([
    ['cost-voided', { voided: true }],
    ['cost-of-deposit', { deposit: 2 }],
    ['cost-not-to-pay', { paidBy: 'till' }],
    ['cost-not-to-pay', { paidBy: 'ANIM01' }],
    ['cost-paid', { paidOn: june(16) }],
  ])('%s', (code, change) => {
    expect(codeOf(() => payCost(typed, { ...cost, ...change }, 1))).toBe(code)
  })
})

describe('an advance', () => {
  const advanced: AdvanceMove = {
    who: 'ANIM01',
    day: june(15),
    amountCents: cents(25_000),
    is: 'advanced',
  }
  const refund = { ...typed, who: 'ANIM01', amountCents: undefined }

  test('is refunded in full when no amount is said', () => {
    expect(refundAdvance(refund, [advanced], 1)).toMatchObject({ amountCents: 25_000 })
  })

  test('is not refunded before it was made', () => {
    expect(codeOf(() => refundAdvance({ ...refund, day: june(14) }, [advanced], 1))).toBe(
      'nothing-owed',
    )
  })

  test('somebody else’s is not one’s own', () => {
    const others = [{ ...advanced, who: 'P01' }]
    expect(codeOf(() => refundAdvance(refund, others, 1))).toBe('nothing-owed')
  })

  test('any row of refunds never passes what was advanced, and the sums are right', () => {
    const asked = fc.array(fc.option(fc.integer({ min: 1, max: 30_000 }), { nil: undefined }))
    fc.assert(
      fc.property(asked, (amounts) => {
        const moves = [advanced]
        for (const amount of amounts) {
          const amountCents = amount === undefined ? undefined : cents(amount)
          const before = advances(moves)[0]
          try {
            const body = refundAdvance({ ...refund, amountCents }, moves, moves.length)
            if (amountCents !== undefined) expect(body.amountCents).toBe(amountCents)
            moves.push({
              who: body.who,
              day: body.day,
              amountCents: cents(0 - body.amountCents),
              is: 'refunded',
            })
          } catch (error) {
            expect(error).toBeInstanceOf(Refused)
            expect(amount ?? 1).toBeGreaterThan(before?.owedCents ?? 0)
          }
          const [after] = advances(moves)
          expect(after?.owedCents).toBeGreaterThanOrEqual(0)
          expect(after?.advancedCents).toBe((after?.refundedCents ?? 0) + (after?.owedCents ?? 0))
        }
      }),
    )
  })
})

describe('a payout', () => {
  const due = (participant: string, amount: number, more: Partial<Due> = {}): Due => ({
    participant,
    period: 1,
    day: june(18),
    payable: true,
    dueCents: cents(amount),
    ...more,
  })
  const dues = [due('P01', 7_706), due('P02', 7_705), due('P03', 0, { payable: false })]
  const one = (participant: string, amount?: number): Asked => ({
    participant,
    amountCents: amount === undefined ? undefined : cents(amount),
  })
  const paidOut = (participant: string, amount: number, date = 20): Paid => ({
    participant,
    day: june(date),
    amountCents: cents(amount),
  })
  const pay = (
    asked: readonly Asked[] | 'all',
    {
      owed = dues,
      paid = [],
      on = 30,
    }: { owed?: readonly Due[]; paid?: readonly Paid[]; on?: number } = {},
  ) => payOut({ ...typed, day: june(on), asked }, { number: 1, period: 1, dues: owed, paid })

  test('to all pays each what is left, and nobody else', () => {
    expect(pay('all', { paid: [paidOut('P01', 7_706), paidOut('P02', 5)] }).payments).toEqual([
      { participant: 'P02', amountCents: 7_700 },
    ])
  })

  test('of several closes is one sum', () => {
    const owed = [...dues, due('P01', 294, { period: 2, day: june(25) })]
    expect(pay([one('P01')], { owed }).payments).toEqual([
      { participant: 'P01', amountCents: 8_000 },
    ])
    expect(pay([one('P01')], { owed, on: 24 }).payments).toEqual([
      { participant: 'P01', amountCents: 7_706 },
    ])
  })

  test.each<[string, () => unknown]>([
    ['not-closed', () => pay('all', { owed: [] })],
    ['payout-too-early', () => pay([one('P01')], { on: 17 })],
    ['payout-too-large', () => pay([one('P01', 7_707)])],
    ['payout-too-large', () => pay([one('P01', 2)], { paid: [paidOut('P01', 7_705)] })],
    ['payout-too-large', () => pay([one('P01', 2)], { paid: [paidOut('P01', 7_705, 30)], on: 20 })],
    ['already-paid', () => pay([one('P01')], { paid: [paidOut('P01', 7_706)] })],
    ['not-payable', () => pay([one('P03')])],
    ['nothing-due', () => pay([one('P09')])],
    ['nothing-due', () => pay([one('P01'), one('P09')])],
    ['all-paid', () => pay('all', { paid: [paidOut('P01', 7_706), paidOut('P02', 7_705)] })],
  ])('%s', (code, work) => {
    expect(codeOf(work)).toBe(code)
  })

  test('after an amendment that takes back, nobody is asked and nobody is paid more', () => {
    const owed = [...dues, due('P01', -706, { day: june(25) })]
    const paid = [paidOut('P01', 7_706)]
    expect(payees(owed, paid)[0]).toMatchObject({
      dueCents: 7_000,
      paidCents: 7_706,
      leftCents: 0,
      overpaidCents: 706,
    })
    expect(pay('all', { owed, paid }).payments.map((each) => each.participant)).toEqual(['P02'])
  })

  test('any row of payments never passes what is due; all of it can be paid; undo restores', () => {
    const step = fc.record({
      participant: fc.constantFrom('P01', 'P02', 'P03', 'P09'),
      amount: fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: undefined }),
      on: fc.integer({ min: 16, max: 30 }),
      undo: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let paid: readonly Paid[] = []
        for (const { participant, amount, on, undo } of steps) {
          const before = JSON.stringify(payees(dues, paid))
          try {
            const body = pay([one(participant, amount)], { paid, on })
            const after = [...paid, ...body.payments.map((each) => ({ ...each, day: body.day }))]
            for (const each of payees(dues, after)) expect(each.overpaidCents).toBe(0)
            if (undo) expect(JSON.stringify(payees(dues, paid))).toBe(before)
            else paid = after
          } catch (error) {
            expect(error).toBeInstanceOf(Refused)
          }
        }
        const left = payees(dues, paid).filter((each) => each.leftCents > 0)
        if (left.length > 0) {
          const rest = pay('all', { paid })
          paid = [...paid, ...rest.payments.map((each) => ({ ...each, day: rest.day }))]
        }
        for (const each of payees(dues, paid)) expect(each.paidCents).toBe(each.dueCents)
      }),
    )
  })
})
