import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amend, amended } from '../../../src/domain/closing/amendment.ts'
import type { CloseInput } from '../../../src/domain/closing/close.ts'
import type { CloseBody } from '../../../src/domain/closing/close-body.ts'
import type {
  Amendment,
  CorrectionBody,
  CorrectionFact,
  Standing,
} from '../../../src/domain/closing/correction.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { basisPoints, vatRate } from '../../../src/domain/kernel/rate.ts'
import { brief } from './brief.ts'
import { anyCohort, WORKED_EXAMPLE } from './cohorts.ts'
import { anyFound, fits, frozen, ON, PLACE } from './found.ts'
import { type Expected, expectedClose } from './oracle.ts'

/** Ways that a close at once would refuse. */
const RARE = ['is kept whole', 'reserve gives way']

const ALL_KEPT = { kind: 'percent', rate: basisPoints(10_000) } as const

/** What a close of everything would give; where it would be refused, what an amendment makes of it instead. */
function atOnce(input: CloseInput): Expected {
  const kept = expectedClose({ ...input, reserve: ALL_KEPT })
  if (typeof kept === 'string') throw new Error(`all of it kept is never refused: ${kept}`)
  const { reserve } = input
  const most = cents(kept.reserve)
  const within =
    reserve.kind === 'amount' && reserve.amountCents > most
      ? { ...reserve, amountCents: most }
      : reserve
  const expected = expectedClose({ ...input, reserve: within })
  return typeof expected === 'string' ? kept : expected
}

/** Nothing else of the close goes into an amendment. */
const KEPT = ['distribution', 'incomeStatement', 'programmeHtCents']

/** New less old, figure by figure. */
function expectDifference({ before, after, difference }: Amendment): void {
  const less = (now: object, old: object) => {
    const before = new Map<string, unknown>(Object.entries(old))
    const changed = Object.entries(now).map(([name, figure]) => [
      name,
      Number(figure) - Number(before.get(name)),
    ])
    return Object.fromEntries(changed)
  }
  const [now, old] = [after.distribution, before.distribution]
  expect({ ...difference, shares: [] }).toEqual({
    incomeStatement: less(after.incomeStatement, before.incomeStatement),
    programmeHtCents: after.programmeHtCents - before.programmeHtCents,
    totalCents: now.totalCents - old.totalCents,
    reserveCents: now.reserveCents - old.reserveCents,
    deficitCents: now.deficitCents - old.deficitCents,
    shares: [],
  })
  expect(difference.shares).toEqual(
    now.shares.map(({ participant, shareCents, pay }, index) => {
      const was = old.shares[index]
      const changed = { participant, shareCents: shareCents - (was?.shareCents ?? 0) }
      return pay && was?.pay ? { ...changed, pay: less(pay, was.pay) } : changed
    }),
  )
}

describe('any closed period, corrected any number of times', () => {
  test('stands where a close of everything at once stands, per person and to the cent', () => {
    const seen = new Map<string, number>()
    const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1)
    fc.assert(
      fc.property(
        anyCohort,
        fc.array(anyFound, { minLength: 1, maxLength: 5 }),
        (input, candidates) => {
          const close = frozen(input)
          if (close === undefined) return
          const found = candidates.filter((each) => fits(each, input))
          let standing: Standing = close
          let whole = input
          const sums = close.distribution.shares.map((share) => share.shareCents as number)
          found.forEach(({ fact, into }, index) => {
            const amendment = amend(close, standing, { fact, place: PLACE })
            whole = into(whole, 1_000_000 + index)
            expect(brief(amendment.before)).toEqual(brief(standing))
            expect(Object.keys(amendment.before).toSorted()).toEqual(KEPT)
            expectDifference(amendment)
            amendment.difference.shares.forEach((share, person) => {
              sums[person] = (sums[person] ?? 0) + share.shareCents
            })
            standing = amendment.after
            count(fact.kind)
          })
          const { vat: _vat, ...expected } = atOnce(whole)
          expect(brief(standing)).toEqual(expected)
          expect(sums).toEqual(standing.distribution.shares.map((share) => share.shareCents))
          const [old, now] = [close.distribution, standing.distribution]
          if (old.deficitCents === 0 && now.deficitCents > 0) count('turns into a loss')
          if (now.totalCents === 0 && now.reserveCents > 0 && old.reserveCents < now.reserveCents)
            count('is kept whole')
          const { reserve } = input
          if (reserve.kind === 'amount' && now.reserveCents < reserve.amountCents)
            count('reserve gives way')
          if (old.deficitCents > 0 && now.deficitCents === 0) count('turns into a profit')
        },
      ),
      { numRuns: 3000 },
    )
    const wanted = ['cost', 'void-cost', 'sale', 'void-sale', 'cheque', 'till']
    for (const kind of [...wanted, 'turns into a loss', 'turns into a profit']) {
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(40)
    }
    for (const kind of RARE) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(4)
  })
})

const CLOSE = frozen(WORKED_EXAMPLE)
const amendWorked = (fact: CorrectionFact) => {
  if (CLOSE === undefined) throw new Error('the worked example is closed')
  return amend(CLOSE, CLOSE, { fact, place: PLACE })
}

describe('the worked example', () => {
  test('a late stall fee of 83.00 is borne by the seven, by half-days, and takes no contribution off', () => {
    const { difference, after, vat } = amendWorked({
      kind: 'cost',
      cost: 5,
      label: 'second stall',
      category: 'stall',
      paidBy: 'cae',
      chargedTo: 'activity',
      amounts: [{ amountCents: cents(8300), vatRatePerMille: vatRate(0), vatCents: cents(0) }],
    })
    expect(difference.incomeStatement).toMatchObject({
      otherChargesHtCents: 8300,
      contributionCents: 0,
      resultCents: -8300,
    })
    expect(after.distribution.totalCents).toBe(65_737)
    expect(vat).toEqual([])
    expect(difference.totalCents).toBe(-8300)
    expect(difference.shares.map((share) => share.shareCents)).toEqual([
      -1400, -1400, -1300, -1400, -1000, -1200, -600,
    ])
  })

  test('a forgotten sale has its VAT on the day of the correction', () => {
    const rates = [
      {
        ratePerMille: vatRate(55),
        ttcCents: cents(21_100),
        vatCents: cents(1100),
        htCents: cents(20_000),
      },
    ]
    const { vat, difference } = amendWorked({ kind: 'sale', of: 'goods', method: 'cash', rates })
    expect(vat).toEqual([{ day: ON, till: 'A', ...rates[0] }])
    expect(difference.incomeStatement).toMatchObject({
      revenueHtCents: 20_000,
      contributionCents: 2000,
      insuranceCents: 200,
      resultCents: 17_800,
    })
  })

  test('a sale too much is taken off with its VAT, on the day of the correction', () => {
    const rates = [
      {
        ratePerMille: vatRate(55),
        ttcCents: cents(21_100),
        vatCents: cents(1100),
        htCents: cents(20_000),
      },
    ]
    const { vat } = amendWorked({ kind: 'void-sale', of: 'goods', method: 'cash', rates })
    const off = { ttcCents: -21_100, vatCents: -1100, htCents: -20_000 }
    expect(vat).toEqual([{ day: ON, till: 'A', ratePerMille: 55, ...off }])
  })

  test('a deficit of the period before is made good first, and who takes no pay keeps the reason', () => {
    const found = frozen({ ...WORKED_EXAMPLE, carriedDeficitCents: cents(70_000) })
    if (found === undefined) throw new Error('it is closed')
    const shares = found.distribution.shares.map((share) =>
      share.participant === 'P07'
        ? { ...share, payable: false, weight: 0, payableReason: 'declined' }
        : share,
    )
    const close = { ...found, distribution: { ...found.distribution, shares } }
    const fact = { kind: 'cheque', amountCents: cents(5000) } as const
    const { after } = amend(close, close, { fact, place: PLACE })
    expect(after.distribution).toMatchObject({
      carriedDeficitCents: 70_000,
      totalCents: 0,
      deficitCents: 963,
    })
    expect(after.distribution.shares.at(-1)).toMatchObject({ payableReason: 'declined' })
    const more = { kind: 'till', differenceCents: cents(10_000) } as const
    const gained = amend(close, after, { fact: more, place: PLACE }).after.distribution
    expect(gained).toMatchObject({ totalCents: 9037, deficitCents: 0 })
    expect(gained.shares.at(-1)?.shareCents).toBe(0)
  })

  test('a loss leaves nobody owing anything, and a later sale gives the shares back', () => {
    if (CLOSE === undefined) throw new Error('the worked example is closed')
    const lost = amendWorked({ kind: 'cheque', amountCents: cents(100_000) })
    expect(lost.after.distribution).toMatchObject({ totalCents: 0, deficitCents: 25_963 })
    expect(lost.difference.shares.map((share) => share.shareCents)).toEqual(
      CLOSE.distribution.shares.map((share) => 0 - share.shareCents),
    )
    const found = { kind: 'till', differenceCents: cents(100_000) } as const
    const back = amend(CLOSE, lost.after, { fact: found, place: PLACE })
    expect(back.after.distribution.shares).toEqual(CLOSE.distribution.shares)
  })

  test('an amount in reserve gives way last', () => {
    const close = frozen({
      ...WORKED_EXAMPLE,
      reserve: { kind: 'amount', amountCents: cents(50_000) },
    })
    if (close === undefined) throw new Error('it is closed')
    const fact = { kind: 'cheque', amountCents: cents(40_000) } as const
    const { after } = amend(close, close, { fact, place: PLACE })
    expect(after.distribution).toMatchObject({ totalCents: 0, reserveCents: 34_037 })
  })
})

test('a close as its amendments leave it: the last one’s figures, and the VAT of all', () => {
  if (CLOSE === undefined) throw new Error('the worked example is closed')
  const row = (ttc: number) => {
    const rate = { ratePerMille: vatRate(0), vatCents: cents(0) }
    return { ...rate, ttcCents: cents(ttc), htCents: cents(ttc) }
  }
  const close = { ...CLOSE, vat: [{ ...PLACE, ...row(1) }] } as unknown as CloseBody
  const sold = (ttc: number): Amendment =>
    amendWorked({ kind: 'sale', of: 'goods', method: 'cash', rates: [row(ttc)] })
  const corrections = [sold(200), sold(300), sold(400)].map(
    (amendment) => ({ amendment }) as CorrectionBody,
  )
  expect(amended(close, [])).toBe(close)
  expect(amended(close, corrections)).toEqual({
    ...close,
    ...sold(400).after,
    vat: [1, 200, 300, 400].map((ttc) => ({ ...PLACE, ...row(ttc) })),
  })
})
