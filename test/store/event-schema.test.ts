import { expect, test } from 'vitest'
import { DEFAULT_CHART } from '../../src/domain/accounting/chart.ts'
import type { EventBodies, EventKind } from '../../src/domain/journal/event.ts'
import { day } from '../../src/domain/kernel/day.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import { cents } from '../../src/domain/kernel/money.ts'
import { vatRate } from '../../src/domain/kernel/rate.ts'
import { canonicalText } from '../../src/store/canonical.ts'
import { parseEvent, UnreadableEvent } from '../../src/store/event-schema.ts'

const J5 = day('2026-06-17')
const AT = instant('2026-06-17T10:32:00+02:00')
const COHORT = 'FC-TEST'
const zero = cents(0)
const changes = [
  { field: 'priceCents', from: 100, to: 150 },
  { field: 'key', to: 'c' },
  { field: 'retired', from: false },
]
const planned = { day: J5, label: 'J5', amMinutes: 210, pmMinutes: 210 }
const pay = {
  grossCents: cents(9265),
  employerCents: cents(3224),
  employeeCents: cents(1559),
  netCents: cents(7706),
  remainderCents: zero,
}
const rates = {
  validFrom: day('2026-01-01'),
  employer: [{ name: 'sickness', rate: 13_000 }],
  employee: [{ name: 'csg', rate: 6_800, baseShare: 9_825 }],
}

const move = { cohort: COHORT, number: 1, day: J5, voucher: 'RE-001', label: 'Remise' }

const product: EventBodies['product'] = {
  cohort: COHORT,
  code: 'cookie',
  name: 'Cookie',
  priceCents: cents(250),
  vatRatePerMille: vatRate(55),
  key: 'k',
  kind: 'goods',
  aliases: ['biscuit'],
}

const incomeStatement = {
  salesTtcCents: cents(120_000),
  vatCollectedCents: cents(6256),
  revenueHtCents: cents(113_744),
  purchasesHtCents: cents(23_250),
  packagingHtCents: cents(3000),
  grossMarginCents: cents(87_494),
  otherChargesHtCents: cents(3541),
  tillDifferenceCents: cents(-30),
  donationsCents: zero,
  contributionCents: cents(8749),
  insuranceCents: cents(1137),
  resultCents: cents(74_037),
}
const vat = [
  {
    day: J5,
    till: 'A',
    ratePerMille: 55,
    ttcCents: cents(120_000),
    vatCents: cents(6256),
    htCents: cents(113_744),
  },
]
const distribution = {
  totalCents: cents(74_037),
  reserveCents: zero,
  deficitCents: zero,
  carriedDeficitCents: zero,
  shares: [
    {
      participant: 'P01',
      weight: 14,
      payable: true,
      payableReason: 'declined',
      shareCents: cents(12_489),
      spareCent: true,
      pay,
    },
  ],
}
const standing = { incomeStatement, programmeHtCents: zero, distribution }

const tenders: EventBodies['till-count']['tenders'] = [
  {
    method: 'cheque',
    expectedCents: cents(500),
    countedCents: cents(400),
    differenceCents: cents(-100),
    count: 2,
    reason: 'one lost',
  },
]

/** One of each kind, every optional field present. All of it is invented. */
const FULL: { readonly [K in EventKind]: EventBodies[K] } = {
  init: {
    coop: '00ff',
    host: 'CAE Exemple',
    siren: '732829320',
    language: 'fr',
    csvProfile: 'excel-fr',
    till: 'A',
  },
  host: { changes },
  rates,
  cohort: {
    code: COHORT,
    name: 'Essai',
    template: 'flash7',
    place: 'Lille',
    sector: 'food',
    productLine: 'cookies',
    public: 'adults',
    venues: ['Wazemmes'],
    days: [planned],
  },
  'cohort-edit': { cohort: COHORT, changes, venues: { from: [], to: ['Wazemmes'] } },
  'cohort-use': { cohort: COHORT, before: 'FC-OLD' },
  day: { cohort: COHORT, ...planned },
  'day-edit': { cohort: COHORT, day: J5, changes },
  'day-move': { cohort: COHORT, from: J5, to: day('2026-06-18') },
  'day-remove': { cohort: COHORT, cancelled: true, ...planned },
  participant: {
    cohort: COHORT,
    code: 'P01',
    commitment: 'ab'.repeat(32),
    contractSigned: J5,
    payable: false,
    payableReason: 'declined',
    joinedOn: J5,
  },
  'participant-edit': { cohort: COHORT, code: 'P01', changes },
  'participant-leave': { cohort: COHORT, code: 'P01', on: J5, before: J5 },
  attendance: {
    cohort: COHORT,
    marks: [
      {
        day: J5,
        half: 'am',
        participant: 'P01',
        status: 'R',
        minutes: 20,
        reason: 'transport',
        before: { status: 'AI', minutes: 1, reason: 'other' },
      },
    ],
    sheet: 'F-1',
  },
  cost: {
    cohort: COHORT,
    number: 1,
    day: J5,
    label: 'Farine',
    category: 'ingredients',
    supplier: 'Grossiste',
    voucher: 'T-1',
    paidBy: 'till',
    chargedTo: 'activity',
    amounts: [{ amountCents: cents(1055), vatRatePerMille: vatRate(55), vatCents: cents(55) }],
    session: 1,
  },
  'cost-void': { cohort: COHORT, number: 1, reason: 'twice', undo: true },
  product,
  'product-edit': { cohort: COHORT, code: 'cookie', changes },
  stock: {
    cohort: COHORT,
    product: 'cookie',
    day: J5,
    reason: 'produced',
    quantity: 240,
    note: 'lu',
  },
  'sold-out': { cohort: COHORT, product: 'cookie', soldOut: true },
  'till-open': {
    cohort: COHORT,
    session: 1,
    day: J5,
    happenedAt: AT,
    floatCents: cents(8000),
    afterZ: true,
    imported: true,
  },
  'till-cash': {
    cohort: COHORT,
    session: 1,
    happenedAt: AT,
    direction: 'out',
    amountCents: cents(2000),
    reason: 'bank',
  },
  'till-count': {
    cohort: COHORT,
    session: 1,
    happenedAt: AT,
    expectedCents: cents(8000),
    countedCents: cents(7970),
    differenceCents: cents(-30),
    reason: 'change',
    pieces: [{ valueCents: cents(2000), count: 2 }],
    lastTicket: 4,
    tenders,
  },
  'till-closing': {
    scope: 'month',
    period: '2026-06',
    happenedAt: AT,
    zs: [1, 2],
    months: ['2026-06'],
    zCount: 2,
    ticketCount: 3,
    salesCents: cents(1055),
    tipsCents: zero,
    discountsCents: zero,
    voidCount: 1,
    voidsCents: cents(250),
    refundCount: 1,
    refundsCents: cents(100),
    refundVoidCount: 1,
    refundVoidsCents: cents(50),
    repayCount: 1,
    rates: [
      { ratePerMille: vatRate(55), ttcCents: cents(955), vatCents: cents(50), htCents: cents(905) },
    ],
    kinds: [],
    methods: [{ method: 'cash', amountCents: cents(955) }],
    differenceCents: cents(-5),
    periodTotalCents: cents(955),
    perpetualSalesCents: cents(1305),
    perpetualVoidsCents: cents(250),
    perpetualRefundsCents: cents(100),
    perpetualRefundVoidsCents: cents(50),
    previousClosing: 'ab'.repeat(32),
    head: 'cd'.repeat(32),
  },
  'till-z': {
    cohort: COHORT,
    session: 1,
    day: J5,
    happenedAt: AT,
    number: 1,
    firstTicket: 1,
    lastTicket: 2,
    ticketCount: 1,
    salesCents: cents(1055),
    tipsCents: zero,
    discountsCents: zero,
    voidCount: 1,
    voidsCents: cents(250),
    rates: [
      {
        ratePerMille: vatRate(55),
        ttcCents: cents(1055),
        vatCents: cents(55),
        htCents: cents(1000),
      },
    ],
    kinds: [
      {
        ratePerMille: vatRate(55),
        kind: 'service',
        ttcCents: cents(1055),
        vatCents: cents(55),
        htCents: cents(1000),
      },
    ],
    methods: [{ method: 'cash', amountCents: cents(1055) }],
    floatCents: cents(8000),
    cashInCents: zero,
    cashOutCents: zero,
    costsCents: zero,
    expectedCents: cents(9055),
    countedCents: cents(9050),
    differenceCents: cents(-5),
    reason: 'change',
    tenders,
    periodTotalCents: cents(1055),
    perpetualSalesCents: cents(1305),
    perpetualVoidsCents: cents(250),
    previousZ: 'ab'.repeat(32),
    head: 'cd'.repeat(32),
    afterZ: true,
  },
  sale: {
    cohort: COHORT,
    number: 1,
    session: 1,
    day: J5,
    happenedAt: AT,
    key: '01JXZ3C9QK7M5T8V2N4B6D0F1H',
    content: 'cookie',
    seller: 'P01',
    lines: [
      {
        product: 'cookie',
        label: 'Cookie',
        quantity: 2,
        unitPriceCents: cents(250),
        totalCents: zero,
        vatRatePerMille: vatRate(55),
        kind: 'goods',
        free: true,
      },
    ],
    payments: [{ method: 'cash', amountCents: cents(500), tenderedCents: cents(1000) }],
    discountCents: zero,
    tipCents: zero,
    totalCents: cents(500),
    changeCents: cents(500),
    recap: true,
    reference: 'T1',
  },
  'sale-import': {
    cohort: COHORT,
    session: 1,
    day: J5,
    first: 43,
    goods: [
      {
        name: 'cookie',
        product: 'cookie',
        label: 'Cookie',
        kind: 'goods',
        vatRatePerMille: vatRate(55),
      },
    ],
    tickets: [
      {
        happenedAt: AT,
        reference: 'T1',
        lines: [{ sold: 'cookie', quantity: 2, unitPriceCents: cents(150) }],
        method: 'cash',
      },
    ],
    totalCents: cents(300),
  },
  'sale-void': {
    cohort: COHORT,
    number: 1,
    reason: 'typed twice',
    voidedCents: cents(500),
    refund: true,
    undo: true,
  },
  'sale-refund': {
    cohort: COHORT,
    number: 3,
    of: 1,
    session: 1,
    day: J5,
    happenedAt: AT,
    reason: 'burnt',
    seller: 'P01',
    reference: 'A-0003',
    lines: [
      {
        of: 1,
        product: 'cookie',
        label: 'Cookie',
        quantity: -1,
        unitPriceCents: cents(250),
        totalCents: cents(-250),
        vatRatePerMille: vatRate(55),
        kind: 'goods',
        free: true,
      },
    ],
    payments: [{ method: 'cash', amountCents: cents(-350), tenderedCents: cents(-350) }],
    tipCents: cents(-100),
    totalCents: cents(-250),
    repeats: 2,
  },
  'sale-repay': {
    cohort: COHORT,
    number: 1,
    happenedAt: AT,
    payments: [{ method: 'card', amountCents: cents(250), tenderedCents: cents(250) }],
    changeCents: zero,
    before: {
      payments: [{ method: 'cash', amountCents: cents(250), tenderedCents: cents(500) }],
      changeCents: cents(250),
    },
  },
  'bank-withdrawal': { ...move, amountCents: cents(8000) },
  deposit: {
    ...move,
    method: 'card',
    amountCents: cents(32_000),
    feeCents: cents(541),
    cost: 4,
    count: 12,
  },
  'cost-payment': { ...move, cost: 3, amountCents: cents(3600) },
  'cost-refund': { ...move, who: 'ANIM01', amountCents: cents(25_000) },
  payout: { ...move, period: 1, payments: [{ participant: 'P01', amountCents: cents(7706) }] },
  close: {
    cohort: COHORT,
    period: 1,
    from: J5,
    until: J5,
    closedAt: AT,
    software: 'flashcoop 0.1.0',
    inputs: 'ab'.repeat(32),
    terms: {
      vatRegime: 'normal',
      contributionRateBp: 1000,
      contributionBase: 'gross_margin',
      contributionFloorCents: zero,
      contributionCapCents: cents(10_000),
      insuranceRateBp: 100,
      insurancePerParticipantCents: zero,
    },
    chart: DEFAULT_CHART,
    rates,
    rule: 'half-days',
    excusedCount: false,
    vote: { on: J5, for: 6, against: 0, abstained: 1 },
    incomeStatement,
    programmeHtCents: zero,
    vat,
    distribution,
  },
  correction: {
    cohort: COHORT,
    period: 1,
    number: 2,
    day: J5,
    software: 'flashcoop 0.1.0',
    reason: 'received late',
    fact: {
      kind: 'cost',
      cost: 5,
      label: 'Farine',
      category: 'ingredients',
      supplier: 'Moulin',
      voucher: 'F-12',
      paidBy: 'cae',
      chargedTo: 'activity',
      amounts: [{ amountCents: cents(2110), vatRatePerMille: vatRate(55), vatCents: cents(110) }],
    },
    amendment: {
      before: standing,
      after: standing,
      difference: {
        incomeStatement,
        programmeHtCents: zero,
        totalCents: zero,
        reserveCents: zero,
        deficitCents: zero,
        shares: [{ participant: 'P01', shareCents: zero, pay }],
      },
      vat,
    },
  },
  reversal: { of: 12, taken: { kind: 'product', body: product } },
  redo: { of: 13, taken: { kind: 'product', body: product } },
  import: { cohort: COHORT, kind: 'sale', digest: 'ab', rows: 2, added: 1 },
  export: {
    cohort: COHORT,
    format: 'fec',
    from: day('2026-06-15'),
    until: day('2026-06-30'),
    entries: 19,
    rows: 58,
    digest: 'ab'.repeat(32),
    file: '123456782FEC20261231_FC-1.txt',
  },
  join: { coop: '00ff', till: 'B', heads: [{ stall: 'A', seq: 3, hash: 'ab' }] },
  merge: { heads: [{ stall: 'A', seq: 3, hash: 'ab' }] },
  'clock-anomaly': { before: AT, after: AT },
}

const kinds = Object.entries(FULL)
const payloadOf = (kind: string, body: unknown): string =>
  canonicalText({
    actor: 'ANIM01',
    at: AT,
    body,
    cum: { salesCents: 0, voidsCents: 0 },
    kind,
    seq: 1,
    stall: 'A',
    v: 1,
  })

test.each(kinds)('a %s event is read back as it was written', (kind, body) => {
  const payload = payloadOf(kind, body)
  expect(canonicalText(parseEvent(payload))).toBe(payload)
})

test.each(kinds)('a %s event with a field more is refused', (kind, body) => {
  expect(() => parseEvent(payloadOf(kind, { ...body, extra: 1 }))).toThrow(UnreadableEvent)
})

test.each(kinds)('a %s event without its first field is refused', (kind, body) => {
  const rest = Object.fromEntries(Object.entries(body).slice(1))
  expect(() => parseEvent(payloadOf(kind, rest))).toThrow(UnreadableEvent)
})

const sale = payloadOf('sale', FULL.sale)
test.each([
  ['an unknown kind', sale.replace('"kind":"sale"', '"kind":"gift"')],
  ['a kind of the prototype', sale.replace('"kind":"sale"', '"kind":"toString"')],
  ['a list', '[]'],
  ['no JSON', '{'],
  ['nothing', 'null'],
  ['half a cent', sale.replace('"totalCents":500', '"totalCents":500.5')],
  ['minus zero', sale.replace('"tipCents":0', '"tipCents":-0')],
  ['a number too large to be exact', sale.replace('"changeCents":500', '"changeCents":1e16')],
  ['a day that is none', sale.replace('"day":"2026-06-17"', '"day":"2026-02-30"')],
  ['a time that is none', sale.replace('T10:32:00', 'T25:32:00')],
  ['a rate that is none', sale.replace('"vatRatePerMille":55', '"vatRatePerMille":56')],
  ['another version', sale.replace('"v":1', '"v":2')],
  [
    'a reversal of a reversal',
    payloadOf('reversal', { of: 1, taken: { kind: 'reversal', body: FULL.reversal } }),
  ],
  ['a redo of a sale', payloadOf('redo', { of: 1, taken: { kind: 'sale', body: FULL.sale } })],
  ['a redo of a redo', payloadOf('redo', { of: 1, taken: { kind: 'redo', body: FULL.redo } })],
  [
    'a reversal of half an event',
    payloadOf('reversal', { of: 1, taken: { kind: 'product', body: { code: 'k' } } }),
  ],
])('%s is refused', (_, payload) => {
  expect(payload).not.toBe(sale)
  expect(() => parseEvent(payload)).toThrow(UnreadableEvent)
})
