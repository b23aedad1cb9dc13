import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// The figures that the transcripts of the long formats show, computed once more from what is typed in them: from the
// rules, in fractions of bigint, with not one function of the product.

type Line = readonly [cents: number, perMille: number]
type Period = {
  readonly sales: readonly Line[]
  /** In the base of the contribution, and not. */
  readonly purchases: readonly Line[]
  readonly other?: readonly Line[]
  readonly till?: number
  readonly contribution?: bigint
  readonly insurance?: bigint
  readonly carried?: number
  readonly reserve?: (profit: bigint) => bigint
  readonly weights: Readonly<Record<string, number>>
}

const HALF_DAY = 210
const DAY = 2 * HALF_DAY

const EXAMPLES: Readonly<Record<string, readonly Period[]>> = {
  cjs: [
    {
      sales: [21600, 24000, 10500, 39600].map((each) => [each, 200]),
      purchases: [9600, 2400].map((each) => [each, 200]),
      other: [[3600, 200]],
      weights: {
        P01: 19 * DAY - 60,
        P02: 19 * DAY - 5 * HALF_DAY,
        P03: 19 * DAY,
        P04: 9 * DAY,
        P05: 19 * DAY - 45,
      },
    },
    {
      sales: [54000, 48000, 15000].map((each) => [each, 200]),
      purchases: [[3000, 200]],
      weights: { P01: 15 * DAY, P02: 20 * DAY, P03: 20 * DAY, P05: 20 * DAY, P06: 20 * DAY },
    },
  ],
  cjm: [
    {
      sales: [
        [18000, 100],
        [3000, 200],
      ],
      purchases: [
        [26400, 200],
        [6330, 55],
      ],
      weights: {},
    },
    {
      sales: [
        [43200, 100],
        [21000, 200],
        [33000, 200],
      ],
      purchases: [
        [10550, 55],
        [9000, 200],
      ],
      other: [[2500, 0]],
      till: -50,
      carried: 9136,
      reserve: (profit) => nearest(profit, 10n),
      weights: { P01: 34, P02: 36, P03: 36, P04: 0, P05: 18, P06: 36 },
    },
  ],
  long: [
    {
      sales: [120000, 37200, 63600].map((each) => [each, 200]),
      purchases: [48000, 6000].map((each) => [each, 200]),
      other: [[8800, 0]],
      insurance: 1n,
      reserve: () => 10000n,
      weights: { P01: 63 * DAY, P02: 63 * DAY, P03: 30 * DAY },
    },
    {
      sales: [96000, 54000].map((each) => [each, 200]),
      purchases: [30000, 4200].map((each) => [each, 200]),
      contribution: 12n,
      insurance: 1n,
      weights: { P01: 65 * DAY, P02: 55 * DAY, P04: 65 * DAY },
    },
  ],
  open: [
    {
      sales: [
        [21100, 55],
        [15825, 55],
      ],
      purchases: [[4220, 55]],
      weights: { P01: 3, P02: 2, P03: 1 },
    },
    { sales: [[26375, 55]], purchases: [[3165, 55]], weights: { P01: 7, P03: 9, P04: 9 } },
  ],
}

/** Half up, away from zero. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator
  const rounded = (2n * magnitude + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}

const total = (values: readonly bigint[]): bigint => values.reduce((sum, each) => sum + each, 0n)
const net = (lines: readonly Line[]): bigint =>
  total(lines.map(([sum, r]) => BigInt(sum) - nearest(BigInt(sum) * BigInt(r), 1000n + BigInt(r))))

function resultOf(period: Period): bigint {
  const revenue = net(period.sales)
  const margin = revenue - net(period.purchases)
  const contribution = margin > 0n ? nearest(margin * (period.contribution ?? 10n), 100n) : 0n
  const insurance = nearest(revenue * (period.insurance ?? 0n), 100n)
  return margin - net(period.other ?? []) + BigInt(period.till ?? 0) - contribution - insurance
}

const EMPLOYER = [13_000n, 300n, 8_550n, 2_110n, 5_250n, 1_500n, 100n, 4_000n]
const EMPLOYEE: readonly (readonly [bigint, bigint])[] = [
  [6_900n, 10_000n],
  [400n, 10_000n],
  [6_800n, 9_825n],
  [2_900n, 9_825n],
]
const charges = (gross: bigint): bigint =>
  total(EMPLOYER.map((rate) => nearest(gross * rate, 100_000n)))

/** share, gross, employer, employee, net, remainder */
function payOf(share: bigint): readonly bigint[] {
  let gross = share
  while (gross + charges(gross) > share) gross -= 1n
  const employee = total(
    EMPLOYEE.map(([rate, part]) => nearest(gross * rate * part, 1_000_000_000n)),
  )
  const remainder = share - gross - charges(gross)
  return [share, gross, charges(gross), employee, gross - employee, remainder]
}

function sharesOf(period: Period): Readonly<Record<string, readonly bigint[]>> {
  const profit = resultOf(period) - BigInt(period.carried ?? 0)
  if (profit <= 0n) return {}
  const shared = profit - (period.reserve?.(profit) ?? 0n)
  const people = Object.entries(period.weights).map(([code, weight]) => ({
    code,
    weight: BigInt(weight),
  }))
  const all = total(people.map(({ weight }) => weight))
  const shares = people.map(({ code, weight }) => ({
    code,
    weight,
    share: (shared * weight) / all,
    rest: (shared * weight) % all,
  }))
  const left = shared - total(shares.map(({ share }) => share))
  const first = shares
    .toSorted((a, b) =>
      a.rest !== b.rest
        ? Number(b.rest - a.rest)
        : a.weight !== b.weight
          ? Number(b.weight - a.weight)
          : a.code < b.code
            ? -1
            : 1,
    )
    .slice(0, Number(left))
  return Object.fromEntries(
    shares.map((each) => [each.code, payOf(each.share + (first.includes(each) ? 1n : 0n))]),
  )
}

/** `1 044,60 €` → 104460n; blanks between digits may be narrow ones. */
const amountsIn = (line: string): readonly bigint[] =>
  [...line.matchAll(/(-?\d{1,3}(?:\s\d{3})*,\d\d)\s€/g)].map(([, text = '']) =>
    BigInt(text.replace(/[\s,]/g, '')),
  )

test.each(Object.entries(EXAMPLES))(
  '%s.md shows what comes out by another way',
  (name, periods) => {
    const text = readFileSync(join(import.meta.dirname, 'transcripts', `${name}.md`), 'utf8')
    const closes = text
      .split(/^\$ flashcoop cloture --(?!.*\bn\b)/m)
      .filter((each) => each.includes('À noter'))
    expect(closes).toHaveLength(periods.length)
    for (const [index, period] of periods.entries()) {
      const shown = (closes[index] ?? '').split('À noter')[0] ?? ''
      const result = /^= résultat disponible.*$/m.exec(shown)?.[0] ?? ''
      expect(amountsIn(result)).toEqual([resultOf(period)])
      const rows = [...shown.matchAll(/^(P\d\d) .*€$/gm)].map(([row, code]) => [
        code,
        amountsIn(row),
      ])
      expect(Object.fromEntries(rows)).toEqual(sharesOf(period))
    }
  },
)
