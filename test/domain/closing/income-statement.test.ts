import { describe, expect, test } from 'vitest'
import type { ClosingTerms, IncomeStatement } from '../../../src/domain/closing/close-body.ts'
import {
  chargeOf,
  contributionOf,
  type IncomeInput,
  incomeStatement,
  insuranceOf,
  programmeCharges,
} from '../../../src/domain/closing/income-statement.ts'
import { vatOf } from '../../../src/domain/closing/vat.ts'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { costLine, TERMS, WORKED_EXAMPLE } from './cohorts.ts'

const NOTHING: IncomeInput = {
  vat: [],
  costs: [],
  tillDifferenceCents: cents(0),
  donationsCents: cents(0),
  terms: TERMS,
  participantsJoined: 0,
}

const statement = (input: Partial<IncomeInput>): IncomeStatement =>
  incomeStatement({ ...NOTHING, ...input })

describe('where a cost stands', () => {
  test.each<[string, keyof IncomeStatement]>([
    ['ingredients', 'purchasesHtCents'],
    ['goods', 'purchasesHtCents'],
    ['supplies', 'purchasesHtCents'],
    ['subcontracting', 'purchasesHtCents'],
    ['packaging', 'packagingHtCents'],
    ['stall', 'otherChargesHtCents'],
    ['communication', 'otherChargesHtCents'],
    ['travel', 'otherChargesHtCents'],
    ['bank_fees', 'otherChargesHtCents'],
    ['insurance', 'otherChargesHtCents'],
    ['fees', 'otherChargesHtCents'],
    ['other', 'otherChargesHtCents'],
  ])('%s weighs on %s alone', (category, place) => {
    const { purchasesHtCents, packagingHtCents, otherChargesHtCents, ...rest } = statement({
      costs: [costLine(category, 1200, 200)],
    })
    const charges = { purchasesHtCents, packagingHtCents, otherChargesHtCents }
    expect(charges).toEqual({
      purchasesHtCents: 0,
      packagingHtCents: 0,
      otherChargesHtCents: 0,
      [place]: 1000,
    })
    expect(rest.grossMarginCents).toBe(place === 'otherChargesHtCents' ? 0 : -1000)
    expect(rest.resultCents).toBe(-1000)
  })

  test('VAT is deducted per amount, half up each: three amounts of 0.03 at 20 % weigh 0.06', () => {
    const costs = [3, 3, 3].map((amount) => costLine('ingredients', amount, 200))
    expect(statement({ costs }).purchasesHtCents).toBe(6)
  })

  test('a host in franchise deducts no VAT', () => {
    const terms: ClosingTerms = { ...TERMS, vatRegime: 'franchise' }
    expect(chargeOf(costLine('goods', 1200, 200), 'franchise')).toBe(1200)
    expect(statement({ terms, costs: [costLine('goods', 1200, 200)] }).purchasesHtCents).toBe(1200)
    expect(() => statement({ terms, vat: vatOf(WORKED_EXAMPLE.takings, 'normal') })).toThrow(Defect)
  })

  test('the programme is reported apart and never enters the result', () => {
    const costs = [
      costLine('fees', 120_000, 200, 'programme'),
      costLine('ingredients', 1055, 55, 'programme'),
      costLine('ingredients', 2110, 55),
    ]
    expect(programmeCharges(costs, 'normal')).toBe(101_000)
    expect(programmeCharges(costs, 'franchise')).toBe(121_055)
    expect(statement({ costs }).resultCents).toBe(-2000)
  })
})

test('donations and till differences enter the result and no base', () => {
  const terms: ClosingTerms = { ...TERMS, insuranceRateBp: 100 }
  const vat = vatOf(WORKED_EXAMPLE.takings, 'normal')
  const plain = statement({ vat, terms })
  const tips = statement({
    vat,
    terms,
    donationsCents: cents(1000),
    tillDifferenceCents: cents(-30),
  })
  expect(tips).toEqual({
    ...plain,
    donationsCents: 1000,
    tillDifferenceCents: -30,
    resultCents: plain.resultCents + 970,
  })
})

describe("the host's contribution", () => {
  const of = (margin: number, revenue: number, terms: Partial<ClosingTerms>) =>
    contributionOf(
      { grossMarginCents: cents(margin), revenueHtCents: cents(revenue) },
      { ...TERMS, ...terms },
    )
  const floor = { contributionFloorCents: cents(2000) }
  const cap = { contributionCapCents: cents(5000) }

  test.each<[string, number, number, Partial<ClosingTerms>, number]>([
    ['10 % of gross margin', 87_494, 113_744, {}, 8749],
    ['half up', 5, 0, {}, 1],
    ['under half', 4, 0, {}, 0],
    ['of revenue', 87_494, 113_744, { contributionBase: 'revenue' }, 11_374],
    ['no base', 87_494, 113_744, { contributionBase: 'none' }, 0],
    ['no base, even with a floor', 87_494, 113_744, { contributionBase: 'none', ...floor }, 0],
    ['rate 0', 87_494, 113_744, { contributionRateBp: 0 }, 0],
    ['raised to the floor', 10_000, 0, floor, 2000],
    ['above the floor', 30_000, 0, floor, 3000],
    ['lowered to the cap', 87_494, 0, cap, 5000],
    ['under the cap', 30_000, 0, cap, 3000],
    ['a cap below the floor wins', 10_000, 0, { ...floor, contributionCapCents: cents(500) }, 500],
    ['a cap of 0', 87_494, 0, { contributionCapCents: cents(0) }, 0],
    ['a negative base', -10_000, 5000, {}, 0],
    ['a negative base, even with a floor', -1, 5000, floor, 0],
    ['a base of zero pays the floor', 0, 5000, floor, 2000],
    ['a base of zero without a floor', 0, 5000, {}, 0],
    ['negative revenue', 5000, -1, { contributionBase: 'revenue', ...floor }, 0],
  ])('%s (margin %d, revenue %d)', (_rule, margin, revenue, terms, contribution) => {
    expect(of(margin, revenue, terms)).toBe(contribution)
  })

  test('a rate that is no rate is a defect', () => {
    expect(() => of(100, 100, { contributionRateBp: 10_001 })).toThrow(Defect)
    expect(() => of(100, 100, { contributionRateBp: 0.5 })).toThrow(Defect)
  })
})

describe('insurance', () => {
  const of = (revenue: number, joined: number, terms: Partial<ClosingTerms>) =>
    insuranceOf(cents(revenue), { ...TERMS, ...terms }, joined)
  const each = { insurancePerParticipantCents: cents(250) }

  test.each<[string, number, number, Partial<ClosingTerms>, number]>([
    ['none by default', 113_744, 7, {}, 0],
    ['1 % of revenue', 113_744, 7, { insuranceRateBp: 100 }, 1137],
    ['half up', 50, 7, { insuranceRateBp: 100 }, 1],
    ['an amount for everybody who joined', 113_744, 7, each, 1750],
    ['the amount in place of the rate', 113_744, 7, { ...each, insuranceRateBp: 100 }, 1750],
    ['the amount without any sale', 0, 7, each, 1750],
    ['nobody', 113_744, 0, each, 0],
    ['negative revenue', -113_744, 7, { insuranceRateBp: 100 }, 0],
  ])('%s (revenue %d, %d people)', (_rule, revenue, joined, terms, insurance) => {
    expect(of(revenue, joined, terms)).toBe(insurance)
  })

  test('people are whole', () => {
    expect(() => of(1, -1, each)).toThrow(Defect)
    expect(() => of(1, 0.5, each)).toThrow(Defect)
  })
})
