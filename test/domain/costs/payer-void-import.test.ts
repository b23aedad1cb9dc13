import { describe, expect, test } from 'vitest'
import {
  type CostLine,
  costKeyOf,
  costOfLines,
  identityOf,
} from '../../../src/domain/costs/import.ts'
import { payerOf } from '../../../src/domain/costs/payer.ts'
import { voidCost } from '../../../src/domain/costs/void.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { refusalOf } from '../products/catalogue.ts'

test.each([
  ['P01', { ok: true, payer: 'P01' }],
  [' p01 ', { ok: true, payer: 'P01' }],
  ['lea1', { ok: true, payer: 'LEA1' }],
  ['anim01', { ok: true, payer: 'ANIM01' }],
  ['P09', { ok: false, fault: 'unknown-participant' }],
  ['P1', { ok: false, fault: 'unknown-participant' }],
  ['paul', { ok: false, fault: 'unknown-payer' }],
  ['', { ok: false, fault: 'unknown-payer' }],
])('%s pays: %o', (typed, reading) => {
  expect(payerOf(typed, ['P01', 'P02', 'LEA1'])).toEqual(reading)
})

describe('a cost is voided', () => {
  const cost = { cohort: 'FC', number: 4, day: day('2026-06-17'), voided: false, z: undefined }

  test('with a reason', () => {
    expect(voidCost(cost, 'twice')).toEqual({ cohort: 'FC', number: 4, reason: 'twice' })
  })

  test('once', () => {
    const refusal = refusalOf(() => voidCost({ ...cost, voided: true }, 'twice'))
    expect(refusal).toEqual({ code: 'cost-voided', number: 4 })
  })

  test('not when a sealed till paid it', () => {
    const refusal = refusalOf(() => voidCost({ ...cost, z: 2 }, 'twice'))
    expect(refusal).toEqual({ code: 'cost-sealed', number: 4, day: '2026-06-17', z: 2 })
  })
})

describe('lines of a file', () => {
  const line: CostLine = {
    day: day('2026-06-15'),
    label: 'Farine',
    category: 'ingredients',
    amountCents: cents(100),
    vatRatePerMille: vatRate(55),
    supplier: 'Metro',
    paidBy: 'cae',
    chargedTo: 'activity',
    voucher: 'F12',
  }
  const others: readonly Partial<CostLine>[] = [
    { day: day('2026-06-16') },
    { label: 'Œufs' },
    { category: 'supplies' },
    { supplier: undefined },
    { paidBy: 'P01' },
    { chargedTo: 'programme' },
    { voucher: 'F13' },
  ]

  test('are one cost while date, label, supplier, voucher and what a cost has once agree', () => {
    expect(costKeyOf({ ...line, amountCents: cents(5), vatRatePerMille: vatRate(200) })).toBe(
      costKeyOf(line),
    )
    for (const other of others) expect(costKeyOf({ ...line, ...other })).not.toBe(costKeyOf(line))
  })

  test('without a voucher are costs of their own', () => {
    expect(costKeyOf({ ...line, voucher: undefined })).toBeUndefined()
  })

  test('say the same only when all of it agrees, the amount and its rate too', () => {
    expect(identityOf({ ...line })).toBe(identityOf(line))
    const all = [...others, { amountCents: cents(5) }, { vatRatePerMille: vatRate(200) }]
    for (const other of all) expect(identityOf({ ...line, ...other })).not.toBe(identityOf(line))
  })

  test('make a cost with their amounts in order', () => {
    const { amountCents: _, vatRatePerMille: __, ...shared } = line
    const second = { amountCents: cents(5), vatRatePerMille: vatRate(200) }
    expect(costOfLines([line, { ...line, ...second }])).toEqual({
      ...shared,
      amounts: [{ amountCents: 100, vatRatePerMille: 55 }, second],
    })
  })

  test('are too many, or too much', () => {
    expect(costOfLines(Array.from({ length: 20 }, () => line))).toMatchObject({ label: 'Farine' })
    expect(costOfLines(Array.from({ length: 21 }, () => line))).toBe('too-many-amounts')
    const most = { ...line, amountCents: cents(999_999_999) }
    expect(costOfLines([most])).toMatchObject({ label: 'Farine' })
    expect(costOfLines([most, line])).toBe('total-too-large')
  })
})
