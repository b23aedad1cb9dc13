import { describe, expect, test } from 'vitest'
import {
  costPaymentDrafts,
  costRefundDrafts,
  depositDrafts,
  payoutDrafts,
  withdrawalDrafts,
} from '../../../src/domain/accounting/bank-posting.ts'
import { DEFAULT_CHART } from '../../../src/domain/accounting/chart.ts'
import { closeDrafts } from '../../../src/domain/accounting/close-posting.ts'
import { correctionDrafts } from '../../../src/domain/accounting/correction-posting.ts'
import { costDrafts, supplierOf } from '../../../src/domain/accounting/cost-posting.ts'
import type { Draft } from '../../../src/domain/accounting/draft.ts'
import type { Known } from '../../../src/domain/accounting/known.ts'
import { zDrafts } from '../../../src/domain/accounting/sales-posting.ts'
import { amend } from '../../../src/domain/closing/amendment.ts'
import type { CloseBody } from '../../../src/domain/closing/close-body.ts'
import type { CorrectionFact } from '../../../src/domain/closing/correction.ts'
import type { EventBodies, ZBody } from '../../../src/domain/journal/event.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { WORKED_EXAMPLE } from '../closing/cohorts.ts'
import { frozen, PLACE } from '../closing/found.ts'

/** Which piece, journal, place in the day and words an entry has: what it moves is told elsewhere. */

const KNOWN: Known = {
  chart: DEFAULT_CHART,
  vatRegime: 'normal',
  cost: () => undefined,
  sale: () => undefined,
  session: () => ({ day: day('2026-06-17'), venue: 'Market' }),
  isParticipant: (code) => code === 'P01',
  rateOf: () => undefined,
  otherRecaps: () => [],
}
const heads = (drafts: readonly Draft[]): readonly string[] =>
  drafts.map(({ journal, stage, piece }) => `${journal} ${stage} ${piece}`)

const terms = frozen(WORKED_EXAMPLE)
if (terms === undefined) throw new Error('the worked example is closed')
const CLOSE: CloseBody = {
  ...terms,
  cohort: 'FC-1',
  period: 12,
  from: day('2026-06-08'),
  until: day('2026-06-18'),
  closedAt: instant('2026-06-18T18:00:00+02:00'),
  software: '0',
  inputs: '',
  chart: DEFAULT_CHART,
  excusedCount: false,
  vote: { on: day('2026-06-18'), for: 7, against: 0, abstained: 0 },
  vat: [],
}

describe('a close', () => {
  test('has a piece for the contribution, one for the insurance and one for the pay', () => {
    expect(heads(closeDrafts(CLOSE, DEFAULT_CHART))).toEqual([
      'OD contribution CTR-012',
      'OD insurance ASS-012',
      'PA pay REM-012',
      'PA pay REM-012',
    ])
  })

  test('says the rate of the insurance where it is one, and that pay is due to a participant', () => {
    const [, byRate, pay] = closeDrafts(CLOSE, DEFAULT_CHART)
    expect(byRate?.label).toEqual({ code: 'insurance', rateBp: 100 })
    const perHead = { ...CLOSE.terms, insurancePerParticipantCents: cents(500) }
    expect(closeDrafts({ ...CLOSE, terms: perHead }, DEFAULT_CHART)[1]?.label).toEqual({
      code: 'insurance',
    })
    expect(pay?.lines.map((line) => line.auxiliary)).toEqual([
      undefined,
      ...CLOSE.distribution.shares.map(({ participant: code }) => ({ kind: 'participant', code })),
      { kind: 'social', code: 'URSSAF', name: 'Urssaf' },
    ])
  })
})

const corrected = (fact: CorrectionFact): readonly Draft[] => {
  const amendment = amend(CLOSE, CLOSE, { fact, place: PLACE })
  const head = { cohort: 'FC-1', period: 12, number: 3, day: PLACE.day, software: '0' }
  return correctionDrafts({ ...head, reason: 'found', fact, amendment }, KNOWN)
}
const rates = [
  { ratePerMille: vatRate(55), ttcCents: cents(211), vatCents: cents(11), htCents: cents(200) },
]

describe('a correction', () => {
  const SHIFTS = [
    'OD contribution AV-012-3',
    'OD insurance AV-012-3',
    'PA pay AV-012-3',
    'PA pay AV-012-3',
  ]
  test.each<[CorrectionFact, string]>([
    [{ kind: 'cheque', amountCents: cents(500) }, 'BQ settlements AV-012-3'],
    [{ kind: 'till', differenceCents: cents(-500) }, 'CA till-differences AV-012-3'],
    [{ kind: 'sale', of: 'goods', method: 'cash', rates }, 'VE sales AV-012-3'],
  ])('of %j is a piece of its own', (fact, head) => {
    const drafts = corrected(fact)
    expect(heads(drafts)).toEqual([head, ...SHIFTS])
    expect(drafts[0]?.label).toEqual({
      code: 'amendment',
      number: 3,
      of: { code: 'typed', text: 'found' },
    })
  })

  test('of the till has its debit first', () => {
    const accounts = (difference: number) =>
      corrected({ kind: 'till', differenceCents: cents(difference) })[0]?.lines.map(
        ({ account, debitCents }) => `${account} ${debitCents}`,
      )
    expect(accounts(-500)).toEqual(['till_loss 500', 'till 0'])
    expect(accounts(500)).toEqual(['till 500', 'till_gain 0'])
  })
})

describe('a Z', () => {
  const kind = (ratePerMille: number) => ({ ratePerMille, kind: 'goods', ttcCents: 1000 })
  const sealed = (stall: string, ...perMilles: readonly number[]) =>
    zDrafts(
      stall,
      {
        cohort: 'FC-1',
        session: 1,
        number: 7,
        day: day('2026-06-17'),
        kinds: perMilles.map(kind),
        methods: [{ method: 'cash', amountCents: 1000 * perMilles.length + 50 }],
        tipsCents: 50,
        differenceCents: -5,
      } as unknown as ZBody,
      KNOWN,
    )

  test('of one rate is told by its till alone, of several by the rate too', () => {
    expect(sealed('A', 55)[0]?.label).toEqual({ code: 'sales', z: '7', place: 'Market' })
    expect(sealed('B', 55, 200).map((draft) => draft.label)).toEqual([
      { code: 'sales', z: 'B-7', place: 'Market', ratePerMille: 55 },
      { code: 'sales', z: 'B-7', place: 'Market', ratePerMille: 200 },
      { code: 'tips', z: 'B-7' },
      { code: 'till-difference' },
    ])
  })

  test('has its sales, its tips and its difference under one piece', () => {
    expect(heads(sealed('A', 55))).toEqual([
      'VE sales Z-0007',
      'VE sales Z-0007',
      'CA till-differences Z-0007',
    ])
  })
})

const MOVE = { cohort: 'FC-1', number: 1_000_012, day: PLACE.day }
const COST: EventBodies['cost'] = {
  cohort: 'FC-1',
  number: 4,
  day: PLACE.day,
  label: 'Flour',
  category: 'ingredients',
  paidBy: 'cae',
  chargedTo: 'activity',
  amounts: [{ amountCents: cents(500), vatRatePerMille: vatRate(0), vatCents: cents(0) }],
}
const paying = (cost: EventBodies['cost']) =>
  costPaymentDrafts({ ...MOVE, cost: 4, amountCents: cents(500) }, { ...KNOWN, cost: () => cost })
const deposited = (method: 'cash' | 'cheque' | 'card', feeCents = 0) =>
  depositDrafts({ ...MOVE, method, amountCents: cents(32_000), feeCents: cents(feeCents) }, KNOWN)
const refunded = (who: string) => costRefundDrafts({ ...MOVE, who, amountCents: cents(500) }, KNOWN)
const payments = [{ participant: 'P01', amountCents: cents(500) }]

describe('a move of money', () => {
  test('has its own number behind a mark where no voucher is, and its place in the day', () => {
    const all = [
      ...withdrawalDrafts({ ...MOVE, amountCents: cents(500) }, KNOWN),
      ...deposited('cash'),
      ...deposited('cheque'),
      ...deposited('card'),
      ...paying(COST),
      ...refunded('P01'),
      ...payoutDrafts({ ...MOVE, period: 1, payments }, KNOWN),
    ]
    expect(heads(all)).toEqual([
      'BQ withdrawals F-B-12',
      'CA withdrawals F-B-12',
      'CA cash-deposits D-B-12',
      'BQ cash-deposits D-B-12',
      'BQ cheque-deposits D-B-12',
      'BQ card-deposits D-B-12',
      'BQ supplier-payments R-B-12',
      'BQ settlements RA-B-12',
      'BQ settlements V-B-12',
    ])
  })

  test('is named by its voucher, and told in the words typed, where there are some', () => {
    const typed = { ...MOVE, voucher: 'VIR-1', label: 'Invented', amountCents: cents(500) }
    const [draft] = withdrawalDrafts(typed, KNOWN)
    expect([draft?.piece, draft?.label]).toEqual(['VIR-1', { code: 'typed', text: 'Invented' }])
    const { label: _left, ...untold } = typed
    expect(withdrawalDrafts(untold, KNOWN)[0]?.label).toEqual({ code: 'withdrawal-bank' })
  })

  test('of cards says the fee in basis points of the takings; without one, nothing', () => {
    expect(deposited('card', 541)[0]?.label).toEqual({ code: 'deposit-cards', feeBp: 169 })
    expect(deposited('card')[0]?.label).toEqual({ code: 'deposit-cards' })
  })

  test('says whose account it is: a participant’s, somebody of the staff’s, a supplier’s or nobody’s', () => {
    const auxiliaryOf = ([draft]: readonly Draft[]) => draft?.lines[0]?.auxiliary
    expect(auxiliaryOf(refunded('P01'))).toEqual({ kind: 'participant', code: 'P01' })
    expect(auxiliaryOf(refunded('ANIM01'))).toEqual({ kind: 'staff', code: 'ANIM01' })
    const told = (who: string) => refunded(who)[0]?.label
    expect(told('P01')).toEqual({ code: 'cost-refund', kind: 'participant', who: 'P01' })
    expect(told('ANIM01')).toEqual({ code: 'cost-refund', kind: 'staff', who: 'ANIM01' })
    expect(auxiliaryOf(payoutDrafts({ ...MOVE, period: 1, payments }, KNOWN))).toEqual({
      kind: 'participant',
      code: 'P01',
    })
    expect(auxiliaryOf(paying({ ...COST, supplier: 'Mill' }))).toMatchObject({ code: 'Mill' })
    expect(auxiliaryOf(paying(COST))).toBeUndefined()
  })
})

describe('a cost', () => {
  test('is a purchase, an expense claim or a move of the till', () => {
    const by = (paidBy: string) => heads(costDrafts({ ...COST, paidBy }, KNOWN))
    expect(by('cae')).toEqual(['AC purchases C-4'])
    expect(by('ANIM01')).toEqual(['NF purchases C-4'])
    expect(by('till')).toEqual(['CA till-moves C-4'])
    const whose = (paidBy: string) => costDrafts({ ...COST, paidBy }, KNOWN)[0]?.lines.at(-1)
    expect(whose('cae')?.auxiliary).toBeUndefined()
    expect(whose('ANIM01')?.auxiliary).toEqual({ kind: 'staff', code: 'ANIM01' })
  })

  test.each([
    ['MILL:Invented', 'MILL', 'Invented'],
    ['MILL : Invented', 'MILL', 'Invented'],
    ['The MILL: Invented', 'The MILL: Invented', 'The MILL: Invented'],
    ['MILL', 'MILL', 'MILL'],
  ])('of %j is owed to the code %j', (supplier, code, name) => {
    expect(supplierOf(supplier)).toEqual({ kind: 'supplier', code, name })
  })
})
