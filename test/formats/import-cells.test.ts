import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/domain/kernel/day.ts'
import { cents, decimalText, parseAmount } from '../../src/domain/kernel/money.ts'
import { parseText } from '../../src/domain/kernel/name.ts'
import {
  amountCell,
  dayCell,
  payerCell,
  personCell,
  quantityCell,
  textCell,
  timeCell,
  vatRateCell,
  wordCell,
  yesNoCell,
} from '../../src/formats/import-cells.ts'

const numberLike = fc.string({
  unit: fc.constantFrom('0', '1', '9', ',', '.', '-', ' ', '\u00a0', '€', 'e', 'x', '１', '٣'),
  maxLength: 12,
})
const shortText = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    ' ',
    '=',
    '+',
    '-',
    '@',
    "'",
    '\t',
    '~',
    '\u200d',
    '<',
    '>',
    '?',
  ),
  maxLength: 12,
})

describe('cells', () => {
  test('of amounts are read as the kernel reads them, the quick way too', () => {
    const amounts = fc
      .integer({ min: 0, max: 999_999_999 })
      .map((value) => decimalText(cents(value), '.'))
    const grouped = fc.constantFrom(
      '12',
      '12,5',
      '1 234,50 €',
      '12€50',
      '1234567,89',
      '12345678,90',
    )
    fc.assert(
      fc.property(fc.oneof(numberLike, amounts, grouped), (text) => {
        const cell = amountCell(text)
        const parsed = parseAmount(text)
        expect(cell.ok).toBe(parsed.ok)
        if (cell.ok && parsed.ok) expect(cell.value).toBe(parsed.amount)
      }),
      { numRuns: 5000 },
    )
  })

  test('of text are read as the kernel reads them, the quick way too', () => {
    const cellOf = textCell(10)
    fc.assert(
      fc.property(fc.oneof(shortText, fc.string({ maxLength: 12 })), (text) => {
        const cell = cellOf(text)
        const parsed = parseText(text, 10)
        expect(cell.ok).toBe(parsed.ok)
        if (cell.ok && parsed.ok) expect(cell.value).toBe(parsed.text)
      }),
      { numRuns: 10_000 },
    )
  })

  test('of text are as long as they may be, and no longer', () => {
    const cellOf = textCell(10)
    for (const letter of ['a', 'é', '🍪']) {
      expect(cellOf(letter.repeat(10))).toEqual({ ok: true, value: letter.repeat(10) })
      expect(cellOf(letter.repeat(11))).toEqual({
        ok: false,
        fault: { code: 'text-too-long', most: 10 },
      })
    }
  })

  test('of days are read as the kernel reads them, again and again', () => {
    const days = fc.constantFrom('2026-06-17', '17/06/2026', '31/06/2026', ' 2026-06-17', '')
    fc.assert(
      fc.property(days, (text) => {
        const cell = dayCell(text)
        expect(cell.ok ? cell.value : undefined).toBe(parseDay(text.trim()))
      }),
    )
  })

  test.each([
    ['10:32', '10:32'],
    ['9:05', '09:05'],
    [' 9h05 ', '09:05'],
    ['00:00', '00:00'],
    ['23:59:59', '23:59:59'],
    ['10:32:00', '10:32'],
    ['24:00', undefined],
    ['10:60', undefined],
    ['10:32:60', undefined],
    ['1032', undefined],
    ['10:3', undefined],
    ['１０:32', undefined],
    ['', undefined],
  ])('time %j is %j', (text, time) => {
    const cell = timeCell(text)
    expect(cell.ok ? cell.value : undefined).toBe(time)
  })

  test.each([
    ['1', 1],
    ['9999', 9999],
    [' 12 ', 12],
    ['007', 7],
    ['0', 'out-of-range'],
    ['10000', 'out-of-range'],
    ['999999999', 'out-of-range'],
    ['9999999999', 'not-a-whole-number'],
    ['1.0', 'not-a-whole-number'],
    ['+1', 'not-a-whole-number'],
    ['0x1F', 'not-a-whole-number'],
    ['', 'not-a-whole-number'],
    ['٣', 'foreign-digits'],
  ])('quantity %j is %j', (text, result) => {
    const cell = quantityCell(text)
    expect(cell.ok ? cell.value : cell.fault.code).toBe(result)
  })

  test.each([
    ['5,5', 55],
    ['5.5 %', 55],
    ['20', 200],
    ['0', 0],
    ['2,1', 21],
    ['19,6', 'vat-rate-not-allowed'],
    ['5,55', 'not-a-rate'],
    ['-5', 'not-a-rate'],
    ['0.055e2', 'not-a-rate'],
  ])('VAT rate %j is %j', (text, result) => {
    const cell = vatRateCell(text)
    expect(cell.ok ? cell.value : cell.fault.code).toBe(result)
  })

  test.each([
    ['oui', true],
    ['Yes', true],
    ['VRAI', true],
    ['non', false],
    ['FALSE', false],
    ['1', 'unknown-word'],
    ['peut-être', 'unknown-word'],
  ])('%j is the answer %j', (text, result) => {
    const cell = yesNoCell(text)
    expect(cell.ok ? cell.value : cell.fault.code).toBe(result)
  })

  test.each([
    ['p01', 'P01'],
    ['ANIM01', 'ANIM01'],
    ['P1', 'P1'],
    ['Amina', 'not-a-person-code'],
    ['P0001', 'not-a-person-code'],
    ['Р01', 'not-a-person-code'],
  ])('code %j is %j', (text, result) => {
    const cell = personCell(text)
    expect(cell.ok ? cell.value : cell.fault.code).toBe(result)
  })

  test.each([
    ['CAE', 'cae'],
    ['host', 'cae'],
    ['caisse', 'till'],
    ['anim01', 'ANIM01'],
    ['Amina', 'not-a-payer'],
  ])('payer %j is %j', (text, result) => {
    const cell = payerCell(text)
    expect(cell.ok ? cell.value : cell.fault.code).toBe(result)
  })

  test('remember no more spellings than they should, and each one right', () => {
    const method = wordCell('method')
    for (let blanks = 0; blanks < 300; blanks += 1) {
      const cell = method(`${' '.repeat(blanks)}CB`)
      expect(cell.ok && cell.value).toBe('card')
    }
    expect(method('espèces')).toEqual({ ok: true, value: 'cash' })
    expect(method('beads').ok).toBe(false)
    expect(method('beads').ok).toBe(false)
  })
})
