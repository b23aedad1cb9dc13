import { describe, expect, test } from 'vitest'
import { setHost } from '../../../src/domain/host/set.ts'
import { HOST_SETTING_NAMES, isHostSetting } from '../../../src/domain/host/setting.ts'
import { hasSirenChecksum, parseSiren } from '../../../src/domain/host/siren.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { refusalOf } from '../products/catalogue.ts'

test('the settings, in the order in which they are shown', () => {
  expect(HOST_SETTING_NAMES).toEqual([
    'name',
    'siren',
    'vat_regime',
    'contribution_rate',
    'contribution_base',
    'contribution_floor',
    'contribution_cap',
    'insurance_rate',
    'insurance_per_participant',
    'contribution_style',
    'section_host',
    'section_activity',
    'csv_profile',
    'language',
    'default_method',
    'quantity_limit',
  ])
  expect(['toString', '__proto__', 'Name', ''].filter(isHostSetting)).toEqual([])
})

const BOUNDS = { floor: cents(2000), cap: cents(10_000) }

describe('a setting is changed', () => {
  test('what stood before is kept for an undo; what was never set is not', () => {
    const change = { setting: 'contribution_rate', from: 1000, to: 0 } as const
    expect(setHost(change, BOUNDS)).toEqual({
      changes: [{ field: 'contribution_rate', from: 1000, to: 0 }],
    })
    expect(setHost({ ...change, from: undefined }, BOUNDS)).toEqual({
      changes: [{ field: 'contribution_rate', to: 0 }],
    })
    expect(setHost({ ...change, to: undefined }, BOUNDS)).toEqual({
      changes: [{ field: 'contribution_rate', from: 1000 }],
    })
  })

  test('the same value again records nothing', () => {
    expect(setHost({ setting: 'name', from: 'CAE', to: 'CAE' }, BOUNDS)).toBeUndefined()
  })

  test('a floor may equal the cap and not pass it', () => {
    const change = { setting: 'contribution_floor', from: undefined, to: 10_000 } as const
    expect(setHost(change, { ...BOUNDS, floor: cents(10_000) })).toBeDefined()
    const above = { ...BOUNDS, floor: cents(10_001) }
    expect(refusalOf(() => setHost(change, above))).toEqual({ code: 'floor-above-cap', ...above })
  })
})

describe('a SIREN', () => {
  test.each([
    ['732829320', '732829320'],
    ['732 829 320', '732829320'],
    ['732\u00a0829\u00a0320', '732829320'],
    ['73282932', undefined],
    ['7328293200', undefined],
    ['73282932O', undefined],
    ['٧٣٢٨٢٩٣٢٠', undefined],
    ['', undefined],
  ])('%j is read as %j', (typed, siren) => {
    expect(parseSiren(typed)).toBe(siren)
  })

  test.each([
    ['732829320', true],
    ['123456782', true],
    ['000000000', true],
    ['123456789', false],
    ['732829230', false],
  ])('the check digit of %s fits: %s', (siren, fits) => {
    expect(hasSirenChecksum(siren)).toBe(fits)
  })
})
