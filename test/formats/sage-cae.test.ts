import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sageFile } from '../../src/formats/sage-cae.ts'
import { anyEntries, GOLDEN_ENTRIES } from './exported.ts'

const GOLDEN = new URL('../../fixtures/exports/worked-example-sage.txt', import.meta.url)

describe('the file for Sage', () => {
  test('of the worked example is the one kept with the fixtures', () => {
    const { bytes, rows, lost } = sageFile(GOLDEN_ENTRIES, 35)
    expect(Buffer.compare(Buffer.from(bytes), readFileSync(GOLDEN))).toBe(0)
    expect([rows, lost]).toEqual([116, []])
  })

  test('has each line as general and as analytic, balanced, in cells that nothing breaks', () => {
    fc.assert(
      fc.property(anyEntries, fc.integer({ min: 10, max: 69 }), (entries, longest) => {
        const { bytes, rows } = sageFile(entries, longest)
        const lines = Buffer.from(bytes).toString('latin1').split('\r\n')
        expect(lines.pop()).toBe('')
        expect(lines.length).toBe(rows + 1)
        const cells = lines.slice(1).map((line) => line.split(';'))
        expect(
          cells.every((each) => each.length === 13 && (each[7]?.length ?? 99) <= longest),
        ).toBe(true)
        const general = cells.filter((each) => each[11] === 'G')
        const analytic = cells.filter((each) => each[11] === 'A')
        expect(analytic.map((each) => each.slice(0, 11))).toEqual(
          general.map((each) => each.slice(0, 11)),
        )
        expect(general.every((each) => each[12] === '')).toBe(true)
        expect(analytic.every((each) => each[12] !== '')).toBe(true)
        const sum = (side: number) =>
          general.reduce(
            (total, each) => total + Math.round(Number((each[side] ?? '').replace(',', '.')) * 100),
            0,
          )
        expect(sum(9)).toBe(sum(10))
        expect(/[^\d,]/.test(general.map((each) => `${each[9]}${each[10]}`).join(''))).toBe(false)
      }),
    )
  })
})
