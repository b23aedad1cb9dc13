import { describe, expect, test } from 'vitest'
import { DEFAULT_CHART, isAccountNumber } from '../../../src/domain/accounting/chart.ts'
import { internalLines } from '../../../src/domain/accounting/close-posting.ts'
import { costDrafts, supplierOf } from '../../../src/domain/accounting/cost-posting.ts'
import { checkEntry, type Entry, sides } from '../../../src/domain/accounting/entry.ts'
import type { Known } from '../../../src/domain/accounting/known.ts'
import { payByRate, recapDrafts, zDrafts } from '../../../src/domain/accounting/sales-posting.ts'
import type { EventBodies, PaymentMethod, ZBody } from '../../../src/domain/journal/event.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { cents, ZERO } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'

const J5 = day('2026-06-17')
const KNOWN: Known = {
  chart: DEFAULT_CHART,
  vatRegime: 'normal',
  cost: () => undefined,
  sale: () => undefined,
  session: () => ({ day: J5 }),
  isParticipant: (code) => code === 'P01',
  rateOf: () => undefined,
  otherRecaps: () => [],
}

const paid = (amounts: Partial<Record<PaymentMethod, number>>) =>
  (['cash', 'card', 'cheque', 'transfer'] as const).flatMap((method) => {
    const amount = amounts[method]
    return amount === undefined ? [] : [{ method, amountCents: cents(amount) }]
  })
const ttc = (...amounts: readonly number[]) =>
  amounts.map((amount) => ({ ttcCents: cents(amount) }))
const figures = (parts: readonly (readonly { readonly amountCents: number }[])[]) =>
  parts.map((part) => part.map((each) => each.amountCents))

describe('who paid which VAT rate', () => {
  test.each([
    [
      'one rate',
      { cash: 75_000, card: 32_000, cheque: 13_000 },
      [120_000],
      [[75_000, 32_000, 13_000, 0]],
      0,
    ],
    [
      'cash fills the lowest rate first',
      { cash: 100, card: 100 },
      [150, 50],
      [
        [100, 50, 0, 0],
        [0, 50, 0, 0],
      ],
      0,
    ],
    ['what is left pays tips', { cash: 100, card: 50 }, [120], [[100, 20, 0, 0]], 30],
    ['a refund above the sales of a means', { cash: -30, card: 130 }, [100], [[-30, 130, 0, 0]], 0],
    [
      'a rate below zero',
      { cash: 50, card: -70 },
      [-40, 20],
      [
        [50, -70, 0, -20],
        [0, 0, 0, 20],
      ],
      0,
    ],
    [
      'money given back waits for the rate that is below zero',
      { cash: 100, card: -30 },
      [100, -30],
      [
        [100, 0, 0, 0],
        [0, -30, 0, 0],
      ],
      0,
    ],
    [
      'more given back in cash than the rate is due: taken whole',
      { cash: -200, card: 300 },
      [100],
      [[-200, 300, 0, 0]],
      0,
    ],
  ])('%s', (_, methods, rates, parts, rest) => {
    const split = payByRate(paid(methods), ttc(...rates))
    expect(figures(split.parts)).toEqual(parts)
    expect(split.rest.reduce((sum, each) => sum + each.amountCents, 0)).toBe(rest)
    expect(figures(split.parts).map((part) => part.reduce((sum, each) => sum + each, 0))).toEqual(
      rates,
    )
  })
})

const recap = (number: number, amount: number): EventBodies['sale'] => ({
  cohort: 'FC-1',
  number,
  day: J5,
  happenedAt: instant('2026-06-17T12:00:00+02:00'),
  lines: [
    {
      label: 'Recettes',
      quantity: 1,
      unitPriceCents: cents(amount),
      totalCents: cents(amount),
      vatRatePerMille: vatRate(55),
      kind: 'goods',
    },
  ],
  payments: [{ method: 'cash', amountCents: cents(amount), tenderedCents: cents(amount) }],
  discountCents: ZERO,
  tipCents: ZERO,
  totalCents: cents(amount),
  changeCents: ZERO,
  recap: true,
})

test('the second recap of a day adds what it makes of the VAT of the day’s total, not its own', () => {
  const vatOf = (known: Known): number | undefined =>
    recapDrafts('A', recap(2, 10), known)[0]?.lines.find((line) => line.account === 'vat_collected')
      ?.creditCents
  const others = [recap(1, 20)]
  expect(vatOf(KNOWN)).toBe(1)
  expect(vatOf({ ...KNOWN, otherRecaps: () => others })).toBe(1)
  const more = [recap(1, 10)]
  expect(vatOf({ ...KNOWN, otherRecaps: () => more })).toBe(0)
})

const COST: EventBodies['cost'] = {
  cohort: 'FC-1',
  number: 1_000_012,
  day: J5,
  label: 'Farine',
  category: 'ingredients',
  paidBy: 'cae',
  chargedTo: 'activity',
  amounts: [{ amountCents: cents(1055), vatRatePerMille: vatRate(55), vatCents: cents(55) }],
}
const told = (body: EventBodies['cost'], known = KNOWN) =>
  costDrafts(body, known).map(({ journal, piece, lines }) => [
    journal,
    piece,
    ...lines.map((line) =>
      [
        line.number,
        line.auxiliary?.code ?? '',
        line.section,
        line.debitCents - line.creditCents,
      ].join(' '),
    ),
  ])

describe('a cost', () => {
  test('of the host is owed to the supplier, under the till’s own number where no voucher is', () => {
    expect(told({ ...COST, supplier: 'PACKFR: Emballages SARL' })).toEqual([
      ['AC', 'C-B-12', '601000  FC-1 1000', '445660  FC-1 55', '401000 PACKFR FC-1 -1055'],
    ])
  })
  test('of a person is owed to that person, on the account of participants or of staff', () => {
    expect(told({ ...COST, paidBy: 'P01', voucher: 'T-1' })[0]?.at(-1)).toBe(
      '425000 P01 FC-1 -1055',
    )
    expect(told({ ...COST, paidBy: 'ANIM01' })[0]?.at(-1)).toBe('467000 ANIM01 FC-1 -1055')
  })
  test('of the programme is in the host’s section; under franchise VAT is part of the charge', () => {
    expect(told({ ...COST, chargedTo: 'programme', paidBy: 'till' })).toEqual([
      ['CA', 'C-B-12', '601000  CAE 1000', '445660  CAE 55', '530000  CAE -1055'],
    ])
    const [entry] = told(COST, { ...KNOWN, vatRegime: 'franchise' })
    expect(entry?.slice(2, 4)).toEqual(['601000  FC-1 1055', '445660  FC-1 0'])
  })
  test('names its supplier by a code, or by the name', () => {
    expect(supplierOf('PACKFR: Emballages SARL')).toEqual({
      kind: 'supplier',
      code: 'PACKFR',
      name: 'Emballages SARL',
    })
    expect(supplierOf('Épicerie')).toEqual({ kind: 'supplier', code: 'Épicerie', name: 'Épicerie' })
  })
})

const Z = {
  cohort: 'FC-1',
  session: 1,
  day: J5,
  number: 7,
  tipsCents: ZERO,
  methods: [{ method: 'cash', amountCents: cents(1000) }],
  kinds: [
    {
      ratePerMille: vatRate(55),
      kind: 'goods',
      ttcCents: cents(1000),
      vatCents: cents(52),
      htCents: cents(948),
    },
  ],
  differenceCents: cents(5),
} as unknown as ZBody

test('a Z is named by its till, and money found too much is a gain', () => {
  const drafts = zDrafts('B', Z, KNOWN)
  expect(drafts.map((draft) => draft.piece)).toEqual(['Z-B-0007', 'Z-B-0007', 'Z-B-0007'])
  const [, , difference] = drafts
  expect(
    difference?.lines.map((line) => [line.account, line.debitCents, line.creditCents]),
  ).toEqual([
    ['till', 5, 0],
    ['till_gain', 0, 5],
  ])
  const franchise = zDrafts('A', Z, { ...KNOWN, vatRegime: 'franchise' })
  expect(franchise[0]?.lines.map((line) => line.creditCents)).toEqual([0, 0, 0, 0, 1000, 0, 0])
})

test('the contribution in two lines or in four, with a debit and a credit in each section', () => {
  const lines = (style: 'two_line' | 'four_line') =>
    internalLines(cents(8749), { ...DEFAULT_CHART, contributionStyle: style }, 'FC-1').map((line) =>
      [line.number, line.section, line.debitCents - line.creditCents].join(' '),
    )
  expect(lines('two_line')).toEqual(['186000 FC-1 8749', '187000 CAE -8749'])
  expect(lines('four_line')).toEqual([
    '186000 FC-1 8749',
    '580000 FC-1 -8749',
    '580000 CAE 8749',
    '187000 CAE -8749',
  ])
})

describe('what no entry may be', () => {
  const line = (balance: number) => ({
    account: 'till' as const,
    number: '530000',
    section: 'FC-1',
    ...sides(cents(balance)),
  })
  const entry = (...balances: readonly number[]): Entry => ({
    journal: 'CA',
    day: J5,
    piece: 'X-1',
    pieceDay: J5,
    label: { code: 'till-difference' },
    lines: balances.map(line),
    source: { stall: 'A', seq: 1 },
    stage: 0,
  })
  test('unbalanced, of one line, with a line of nothing, without a piece', () => {
    expect(checkEntry(entry(5, -5)).lines).toHaveLength(2)
    for (const wrong of [entry(5, -4), entry(5), entry(5, 0, -5), { ...entry(5, -5), piece: '' }])
      expect(() => checkEntry(wrong)).toThrow('does not hold')
  })
})

test.each([
  ['512100', true],
  ['411', true],
  ['4671ANIM', true],
  ['51', false],
  ['51A000', false],
  ['512100 ', false],
  ['5121000000000', false],
  ['bank', false],
])('%s is an account number: %s', (text, expected) => {
  expect(isAccountNumber(text)).toBe(expected)
})
