import { describe, expect, test } from 'vitest'
import type { RateTable } from '../../../src/domain/closing/close-body.ts'
import { DEFAULT_RATES } from '../../../src/domain/closing/pay.ts'
import {
  newTables,
  type RateRow,
  rateNotes,
  rateTablesOf,
} from '../../../src/domain/closing/rate-tables.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { socialRate } from '../../../src/domain/kernel/rate.ts'
import { refusalOf } from '../products/catalogue.ts'

const rowsOf = (validFrom: string): readonly RateRow[] => [
  {
    line: 2,
    validFrom: day(validFrom),
    side: 'employer',
    name: 'a',
    rate: socialRate(13_000),
    base: null,
  },
  {
    line: 3,
    validFrom: day(validFrom),
    side: 'employee',
    name: 'a',
    rate: socialRate(6_900),
    base: null,
  },
  {
    line: 4,
    validFrom: day(validFrom),
    side: 'employee',
    name: 'b',
    rate: socialRate(2_900),
    base: 9_825,
  },
]

describe('the rows of a file', () => {
  test('become one table a date, the earliest first; no base is the whole gross', () => {
    expect(rateTablesOf([...rowsOf('2028-01-01'), ...rowsOf('2027-01-01')])).toEqual(
      ['2027-01-01', '2028-01-01'].map((validFrom) => ({
        validFrom,
        employer: [{ name: 'a', rate: 13_000 }],
        employee: [
          { name: 'a', rate: 6_900, baseShare: 10_000 },
          { name: 'b', rate: 2_900, baseShare: 9_825 },
        ],
      })),
    )
  })

  test('are refused when a contribution stands twice under one date and side', () => {
    const rows = rowsOf('2027-01-01')
    const again = { ...rows[0], line: 5 } as RateRow
    expect(refusalOf(() => rateTablesOf([...rows, again]))).toEqual({
      code: 'rate-twice',
      line: 5,
      validFrom: '2027-01-01',
      side: 'employer',
      name: 'a',
    })
  })

  test.each([
    ['employer', 'employee'],
    ['employee', 'employer'],
  ] as const)('are refused with %s rates alone', (side, missing) => {
    const half = rowsOf('2027-01-01').filter((row) => row.side === side)
    expect(refusalOf(() => rateTablesOf(half))).toEqual({
      code: 'rates-incomplete',
      validFrom: '2027-01-01',
      missing,
    })
  })

  test('are refused when employees would pay more than half', () => {
    const rows = rowsOf('2027-01-01').map((row) => ({ ...row, rate: socialRate(50_000) }))
    expect(refusalOf(() => rateTablesOf(rows)).code).toBe('rates-unsound')
  })
})

describe('what a file says new', () => {
  const turned = {
    ...DEFAULT_RATES,
    employer: DEFAULT_RATES.employer.toReversed(),
    employee: DEFAULT_RATES.employee.toReversed(),
  }
  const [first, ...others] = DEFAULT_RATES.employee

  test('is nothing when the same rates stand in another order', () => {
    expect(newTables([turned], [DEFAULT_RATES])).toEqual([])
  })

  test('is the table of another date, and one with another rate, base or name', () => {
    const later = { ...DEFAULT_RATES, validFrom: day('2027-01-01') }
    const changed = [
      later,
      { ...DEFAULT_RATES, employee: others },
      { ...DEFAULT_RATES, employee: [{ ...first, rate: 1 }, ...others] },
      { ...DEFAULT_RATES, employee: [{ ...first, baseShare: 1 }, ...others] },
      { ...DEFAULT_RATES, employee: [{ ...first, name: 'x' }, ...others] },
    ] as (typeof DEFAULT_RATES)[]
    expect(newTables(changed, [DEFAULT_RATES])).toEqual(changed)
  })
})

describe('overlaps and gaps', () => {
  const known: RateTable = {
    validFrom: day('2026-01-01'),
    employer: [
      { name: 'sickness', rate: 13_000 },
      { name: 'housing', rate: 100 },
    ],
    employee: [{ name: 'csg', rate: 6_800, baseShare: 9_825 }],
  }
  const from = (validFrom: string, changes: Partial<RateTable> = {}): RateTable => ({
    ...known,
    ...changes,
    validFrom: day(validFrom),
  })
  const withoutHousing = { employer: [{ name: 'sickness', rate: 13_100 }] }
  const housing = [{ side: 'employer', name: 'housing' }]

  test.each<[string, readonly RateTable[], readonly RateTable[], readonly unknown[]]>([
    ['other rates of the same contributions, later on: nothing', [from('2027-01-01')], [known], []],
    [
      'one more contribution: nothing',
      [from('2027-01-01', { employer: [...known.employer, { name: 'new', rate: 1 }] })],
      [known],
      [],
    ],
    [
      'the same date with other figures: an overlap, and a gap if one is gone',
      [from('2026-01-01', withoutHousing)],
      [known],
      [
        {
          is: 'replaced',
          validFrom: '2026-01-01',
          changed: [
            { side: 'employer', name: 'sickness' },
            { side: 'employer', name: 'housing' },
          ],
        },
      ],
    ],
    [
      'another base is another figure',
      [from('2026-01-01', { employee: [{ name: 'csg', rate: 6_800, baseShare: 10_000 }] })],
      [known],
      [{ is: 'replaced', validFrom: '2026-01-01', changed: [{ side: 'employee', name: 'csg' }] }],
    ],
    [
      'a contribution that the table before has: a gap',
      [from('2027-01-01', withoutHousing)],
      [known],
      [{ is: 'lacking', validFrom: '2027-01-01', before: '2026-01-01', missing: housing }],
    ],
    [
      'a table before one that lacks what it has: a gap of the later one',
      [known],
      [from('2027-01-01', withoutHousing)],
      [{ is: 'lacking', validFrom: '2027-01-01', before: '2026-01-01', missing: housing }],
    ],
    [
      'a gap between tables that were there before: said when it was made, not again',
      [from('2028-01-01', withoutHousing)],
      [known, from('2027-01-01', withoutHousing)],
      [],
    ],
    [
      'two tables of one file',
      [from('2027-01-01'), from('2028-01-01', withoutHousing)],
      [known],
      [{ is: 'lacking', validFrom: '2028-01-01', before: '2027-01-01', missing: housing }],
    ],
  ])('%s', (_, fresh, before, expected) => {
    expect(rateNotes(fresh, before)).toEqual(expected)
  })
})
