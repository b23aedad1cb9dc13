import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Takings, vatOf, vatOfZ } from '../../../src/domain/closing/vat.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { VAT_RATES, vatRate, vatWithin } from '../../../src/domain/kernel/rate.ts'

type Row = readonly [on: string, till: string, z: number, rate: number, ttc: number]

const taken = ([on, till, z, rate, ttc]: Row, kind: Takings['kind'] = 'goods'): Takings => ({
  day: day(on),
  till,
  z,
  ratePerMille: vatRate(rate),
  kind,
  ttcCents: cents(ttc),
})

const text = (rows: ReturnType<typeof vatOf>) => rows.map((row) => Object.values(row).join(' '))

describe('VAT of a period', () => {
  test.each<[number, number, number, number]>([
    [120_000, 55, 6256, 113_744],
    [21_100, 55, 1100, 20_000],
    [3900, 200, 650, 3250],
    [52_800, 200, 8800, 44_000],
    [166_800, 100, 15_164, 151_636],
    [21_600, 55, 1126, 20_474],
  ])('of %d cents at %d is %d, net %d', (ttc, rate, vat, ht) => {
    expect(text(vatOf([taken(['2026-06-17', 'A', 1, rate, ttc])], 'normal'))).toEqual([
      `2026-06-17 A ${rate} ${ttc} ${vat} ${ht}`,
    ])
  })

  test('is extracted on the total of the Z, not per ticket: 62.56 on 400 tickets of 3.00', () => {
    const tickets = Array.from({ length: 400 }, () => taken(['2026-06-17', 'A', 1, 55, 300]))
    expect(text(vatOf(tickets, 'normal'))).toEqual(['2026-06-17 A 55 120000 6256 113744'])
  })

  test('is extracted once on goods and services together', () => {
    const both = [
      taken(['2026-06-17', 'A', 1, 200, 3], 'goods'),
      taken(['2026-06-17', 'A', 1, 200, 3], 'service'),
    ]
    expect(text(vatOf(both, 'normal'))).toEqual(['2026-06-17 A 200 6 1 5'])
  })

  test('is extracted Z by Z: two tills, two days and two Zs of one day stay apart', () => {
    const rows = [
      taken(['2026-06-18', 'A', 3, 55, 9]),
      taken(['2026-06-17', 'B', 1, 55, 9]),
      taken(['2026-06-17', 'A', 10, 55, 10]),
      taken(['2026-06-17', 'A', 9, 200, 3]),
      taken(['2026-06-17', 'A', 9, 55, 10]),
    ]
    expect(text(vatOf(rows, 'normal'))).toEqual([
      '2026-06-17 A 55 10 1 9',
      '2026-06-17 A 200 3 1 2',
      '2026-06-17 A 55 10 1 9',
      '2026-06-17 B 55 9 0 9',
      '2026-06-18 A 55 9 0 9',
    ])
  })

  test('of a Z where voids prevail is given back', () => {
    expect(text(vatOf([taken(['2026-06-17', 'A', 1, 55, -21_600])], 'normal'))).toEqual([
      '2026-06-17 A 55 -21600 -1126 -20474',
    ])
  })

  test('does not exist for a host in franchise', () => {
    expect(text(vatOf([taken(['2026-06-17', 'A', 1, 55, 120_000])], 'franchise'))).toEqual([
      '2026-06-17 A 55 120000 0 120000',
    ])
  })

  test('of nothing is no row', () => {
    expect(vatOf([], 'normal')).toEqual([])
  })
})

describe('the Z by kind', () => {
  test.each<[string, number, number, number, readonly string[]]>([
    ['each half a cent, goods take it', 200, 3, 3, ['goods 3 1 2', 'service 3 0 3']],
    ['equal remainders, the larger takings take it', 200, 3, 9, ['goods 3 0 3', 'service 9 2 7']],
    ['the larger remainder takes it', 200, 1, 4, ['goods 1 0 1', 'service 4 1 3']],
    ['nothing spare', 200, 600, 1200, ['goods 600 100 500', 'service 1200 200 1000']],
    ['no VAT at rate 0', 0, 500, 300, ['goods 500 0 500', 'service 300 0 300']],
    ['voided services', 55, 12_000, -120, ['goods 12000 625 11375', 'service -120 -6 -114']],
    [
      'voids as large as sales',
      200,
      1000,
      -1000,
      ['goods 1000 167 833', 'service -1000 -167 -833'],
    ],
  ])('%s (rate %d, goods %d, services %d)', (_rule, rate, goods, service, rows) => {
    const { kinds } = vatOfZ(
      [
        taken(['2026-06-17', 'A', 1, rate, service], 'service'),
        taken(['2026-06-17', 'A', 1, rate, goods], 'goods'),
      ],
      'normal',
    )
    expect(
      kinds.map((row) => [row.kind, row.ttcCents, row.vatCents, row.htCents].join(' ')),
    ).toEqual(rows)
  })

  test('a kind that nobody bought has no row, and rates stand in their order', () => {
    const { rates, kinds } = vatOfZ(
      [taken(['2026-06-17', 'A', 1, 200, 600]), taken(['2026-06-17', 'A', 1, 55, 1055], 'service')],
      'normal',
    )
    expect(rates.map((row) => Object.values(row))).toEqual([
      [55, 1055, 55, 1000],
      [200, 600, 100, 500],
    ])
    expect(kinds.map((row) => `${row.ratePerMille} ${row.kind}`)).toEqual([
      '55 service',
      '200 goods',
    ])
  })

  const any = fc.record({
    rate: fc.constantFrom(...VAT_RATES),
    kind: fc.constantFrom<Takings['kind']>('goods', 'service'),
    ttc: fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -1e12, max: 1e12 })),
  })

  test('adds up to the rates, agrees with the period, and is within one cent of its own VAT', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.boolean(), (all, franchise) => {
        const regime = franchise ? 'franchise' : 'normal'
        const takings = all.map(({ rate, kind, ttc }) =>
          taken(['2026-06-17', 'A', 1, rate, ttc], kind),
        )
        const { rates, kinds } = vatOfZ(takings, regime)
        const period = vatOf(takings, regime).map(({ day: _day, till: _till, ...row }) => row)
        expect(rates).toEqual(period)
        for (const row of rates) {
          const own = kinds.filter((kind) => kind.ratePerMille === row.ratePerMille)
          for (const column of ['ttcCents', 'vatCents', 'htCents'] as const) {
            expect(own.reduce((sum, kind) => sum + kind[column], 0)).toBe(row[column])
          }
        }
        for (const { ttcCents, vatCents, ratePerMille } of kinds) {
          const alone = franchise ? 0 : vatWithin(ttcCents, ratePerMille).vat
          expect(Math.abs(vatCents - alone)).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
