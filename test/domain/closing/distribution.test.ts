import { describe, expect, test } from 'vitest'
import {
  type Distributed,
  type DistributionInput,
  distribute,
  type Party,
} from '../../../src/domain/closing/distribution.ts'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { basisPoints } from '../../../src/domain/kernel/rate.ts'

const party = (participant: string, weight: number, payable = true): Party => ({
  participant,
  payable,
  weight,
})
const THREE = [party('P03', 1), party('P01', 2), party('P02', 1)]

const split = (result: number, more: Partial<DistributionInput> = {}): Distributed =>
  distribute({
    resultCents: cents(result),
    rule: 'weights',
    reserve: { kind: 'none' },
    parties: THREE,
    ...more,
  })

const brief = (outcome: Distributed): string => {
  if (!outcome.ok) return outcome.reason
  const { totalCents, reserveCents, deficitCents, shares } = outcome.distribution
  const people = shares.map(
    ({ participant, weight, payable, shareCents, spareCent }) =>
      `${participant}:${weight}${payable ? '' : ' unpaid'}=${shareCents}${spareCent ? '+' : ''}`,
  )
  return [totalCents, reserveCents, deficitCents, ...people].join(' ')
}

const amount = (value: number): Partial<DistributionInput> => ({
  reserve: { kind: 'amount', amountCents: cents(value) },
})
const percent = (rate: number): Partial<DistributionInput> => ({
  reserve: { kind: 'percent', rate: basisPoints(rate) },
})
const unpaid = [party('P01', 2, false), party('P02', 1), party('P03', 1)]
const nobody = [party('P01', 2, false)]
const absent = [party('P01', 5, false), party('P02', 0), party('P03', 0)]

describe('a result is split', () => {
  test.each<[string, number, Partial<DistributionInput>, string]>([
    ['in the order of codes', 101, {}, '101 0 0 P01:2=51+ P02:1=25 P03:1=25'],
    ['equally', 101, { rule: 'equal' }, '101 0 0 P01:1=34+ P02:1=34+ P03:1=33'],
    ['less 10 %', 1005, percent(1000), '904 101 0 P01:2=452 P02:1=226 P03:1=226'],
    ['less an amount', 1005, amount(5), '1000 5 0 P01:2=500 P02:1=250 P03:1=250'],
    ['less all of it', 1005, amount(1005), '0 1005 0 P01:2=0 P02:1=0 P03:1=0'],
    ['less 100 %', 1005, percent(10_000), '0 1005 0 P01:2=0 P02:1=0 P03:1=0'],
    ['of one cent', 1, {}, '1 0 0 P01:2=1+ P02:1=0 P03:1=0'],
    ['of nothing', 0, {}, '0 0 0 P01:2=0 P02:1=0 P03:1=0'],
    ['with somebody unpaid', 101, { parties: unpaid }, '101 0 0 P01:0 unpaid=0 P02:1=51+ P03:1=50'],
    [
      'equally with somebody unpaid',
      101,
      { parties: unpaid, rule: 'equal' },
      '101 0 0 P01:0 unpaid=0 P02:1=51+ P03:1=50',
    ],
    [
      'equally when nobody was there',
      9,
      { parties: absent, rule: 'equal' },
      '9 0 0 P01:0 unpaid=0 P02:1=5+ P03:1=4',
    ],
    ['a loss', -500, {}, '0 0 500 P01:2=0 P02:1=0 P03:1=0'],
    ['a loss less 10 %', -500, percent(1000), '0 0 500 P01:2=0 P02:1=0 P03:1=0'],
    [
      'a loss when nobody was there',
      -500,
      { parties: absent },
      '0 0 500 P01:0 unpaid=0 P02:0=0 P03:0=0',
    ],
    ['a loss of nobody', -500, { parties: [] }, '0 0 500'],
    [
      'all kept when nobody may be paid',
      50,
      { parties: nobody, ...amount(50) },
      '0 50 0 P01:0 unpaid=0',
    ],
  ])('%s (%d)', (_how, result, more, expected) => {
    expect(brief(split(result, more))).toBe(expected)
  })
})

describe('a split is refused', () => {
  test.each<[string, number, Partial<DistributionInput>, Distributed]>([
    [
      'reserve above the result',
      1005,
      amount(1006),
      {
        ok: false,
        reason: 'reserve-above-result',
        reserveCents: cents(1006),
        resultCents: cents(1005),
      },
    ],
    [
      'an amount kept of a loss',
      -5,
      amount(1),
      { ok: false, reason: 'reserve-above-result', reserveCents: cents(1), resultCents: cents(-5) },
    ],
    ['nobody payable', 1, { parties: nobody }, { ok: false, reason: 'nobody-payable' }],
    ['nobody at all', 1, { parties: [] }, { ok: false, reason: 'nobody-payable' }],
    [
      'weights all zero',
      1,
      { parties: absent },
      { ok: false, reason: 'weights-all-zero', rule: 'weights' },
    ],
    [
      'nobody present',
      1,
      { parties: absent, rule: 'half-days' },
      { ok: false, reason: 'weights-all-zero', rule: 'half-days' },
    ],
  ])('%s', (_why, result, more, refused) => {
    expect(split(result, more)).toEqual(refused)
  })

  test('as a defect where one code stands twice or a reserve is negative', () => {
    expect(() => split(5, { parties: [party('P01', 1), party('P01', 1)] })).toThrow(Defect)
    expect(() => split(5, amount(-1))).toThrow(Defect)
  })
})
