import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { DEFAULT_CHART } from '../src/domain/accounting/chart.ts'
import { correct } from '../src/domain/closing/correct.ts'
import type { EventBodies } from '../src/domain/journal/event.ts'
import { type Day, day } from '../src/domain/kernel/day.ts'
import { dayOf, type Instant, instant } from '../src/domain/kernel/instant.ts'
import { cents } from '../src/domain/kernel/money.ts'
import { vatRate } from '../src/domain/kernel/rate.ts'
import { totalsOfZ } from '../src/domain/till/close-period.ts'
import { takenOf } from '../src/domain/till/takings.ts'
import { commitmentOf, writePerson } from '../src/store/identity.ts'
import { closeLedger, createLedger, type Ledger, openLedger } from '../src/store/ledger.ts'
import { perpetualTotals, zBody } from '../src/store/queries/z.ts'
import { type Journal, openJournal, type Recording, record } from '../src/store/record.ts'

// Everything in these ledgers is invented.

export const COHORT = 'FC-ESSAI'
export const COOP = '00112233445566778899aabbccddeeff'
export const AT = instant('2026-06-17T10:32:00+02:00')
const J5 = day('2026-06-17')
const zero = cents(0)

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A temporary folder that goes away after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flashcoop-store-'))
  folders.push(folder)
  return folder
}

const recordingAt = (at: Instant): Recording => ({ at, actor: 'ANIM01', dryRun: false })

/** A ledger that holds its `init` event, and what `more` appends in the same transaction. */
export function newLedger(
  path: string,
  more: (journal: Journal) => void = () => undefined,
  at: Instant = AT,
): string {
  createLedger(path, (db) => {
    const journal = openJournal(db, { stall: 'A', coop: COOP }, recordingAt(at))
    journal.append('init', {
      coop: COOP,
      host: 'CAE Exemple',
      language: 'fr',
      csvProfile: 'excel-fr',
      till: 'A',
    })
    more(journal)
  })
  return path
}

export function withLedger<T>(path: string, work: (ledger: Ledger) => T): T {
  const ledger = openLedger(path)
  try {
    return work(ledger)
  } finally {
    closeLedger(ledger)
  }
}

/** Records through the one write path. */
export const append = <T>(path: string, work: (journal: Journal) => T, at: Instant = AT): T =>
  withLedger(path, (ledger) => record(ledger, recordingAt(at), work))

/** What a stall needs before its first sale: a cohort, a product, an open till. */
export function openStall(journal: Journal, at: Instant = AT): void {
  const on = dayOf(at)
  journal.append('cohort', {
    code: COHORT,
    name: 'Essai',
    template: 'blank',
    venues: ['Wazemmes'],
    days: [{ day: on, label: 'J5', amMinutes: 210, pmMinutes: 210 }],
  })
  journal.append('product', {
    cohort: COHORT,
    code: 'cookie',
    name: 'Cookie',
    priceCents: cents(250),
    vatRatePerMille: vatRate(55),
    key: 'k',
    kind: 'goods',
    aliases: ['biscuit'],
  })
  journal.append('till-open', {
    cohort: COHORT,
    session: 1,
    day: on,
    happenedAt: at,
    floatCents: cents(8000),
  })
}

export function aSale(number: number, at: Instant = AT): EventBodies['sale'] {
  const total = cents(250 * (1 + (number % 3)))
  return {
    cohort: COHORT,
    number,
    session: 1,
    day: dayOf(at),
    happenedAt: at,
    key: `KEY${String(number).padStart(23, '0')}`,
    content: `${1 + (number % 3)} cookie cb`,
    lines: [
      {
        product: 'cookie',
        label: 'Cookie',
        quantity: 1 + (number % 3),
        unitPriceCents: cents(250),
        totalCents: total,
        vatRatePerMille: vatRate(55),
        kind: 'goods',
      },
    ],
    payments: [{ method: 'card', amountCents: total, tenderedCents: total }],
    discountCents: zero,
    tipCents: zero,
    totalCents: total,
    changeCents: zero,
  }
}

/** A stall that has sold this much. */
export const stallWithSales = (path: string, count: number, at: Instant = AT): string =>
  newLedger(
    path,
    (journal) => {
      openStall(journal, at)
      for (let number = 1; number <= count; number += 1) journal.append('sale', aSale(number, at))
    },
    at,
  )

export const NAMES = { P01: 'Awa Exemple', P02: 'Zoé Exemple' } as const

function joinUp(journal: Journal, code: keyof typeof NAMES): void {
  const salt = Buffer.alloc(32, code)
  const name = NAMES[code]
  journal.append('participant', {
    cohort: COHORT,
    code,
    commitment: commitmentOf(salt, code, name),
    payable: true,
    joinedOn: J5,
  })
  writePerson(journal.db, { cohort: COHORT, code }, { name, salt, indicators: { sex: 'female' } })
}

export const costOf = (number: number): EventBodies['cost'] => ({
  cohort: COHORT,
  number,
  day: J5,
  label: 'Farine',
  category: 'ingredients',
  paidBy: 'cae',
  chargedTo: 'activity',
  amounts: [{ amountCents: cents(1055), vatRatePerMille: vatRate(55), vatCents: cents(55) }],
})

const rates: EventBodies['rates'] = {
  validFrom: day('2026-01-01'),
  employer: [{ name: 'sickness', rate: 13_000 }],
  employee: [{ name: 'csg', rate: 6800, baseShare: 9825 }],
}

function zOf(journal: Journal): EventBodies['till-z'] {
  const { cum, hash } = journal.last()
  return {
    cohort: COHORT,
    session: 1,
    day: J5,
    happenedAt: AT,
    number: 1,
    firstTicket: 1,
    lastTicket: 5,
    ticketCount: 4,
    salesCents: cents(cum.salesCents - cum.voidsCents),
    tipsCents: zero,
    discountsCents: zero,
    voidCount: 1,
    voidsCents: cents(cum.voidsCents),
    rates: [],
    kinds: [],
    methods: [],
    floatCents: cents(8000),
    cashInCents: zero,
    cashOutCents: cents(2000),
    costsCents: zero,
    expectedCents: cents(6000),
    differenceCents: zero,
    periodTotalCents: cents(cum.salesCents),
    perpetualSalesCents: cents(cum.salesCents),
    perpetualVoidsCents: cents(cum.voidsCents),
    ...(cum.refundsCents === undefined ? {} : { perpetualRefundsCents: cents(cum.refundsCents) }),
    ...(cum.refundVoidsCents === undefined
      ? {}
      : { perpetualRefundVoidsCents: cents(cum.refundVoidsCents) }),
    head: hash.toString('hex'),
  }
}

function closingOf(journal: Journal): EventBodies['till-closing'] {
  const z = zBody(journal.db, journal.stall, 1)
  const { cum, hash } = journal.last()
  if (z === undefined) throw new Error('no Z')
  return {
    scope: 'month',
    period: J5.slice(0, 7),
    happenedAt: AT,
    zs: [1],
    ...totalsOfZ(z),
    periodTotalCents: takenOf(z),
    ...perpetualTotals(cum),
    head: hash.toString('hex'),
  }
}

const closeOf = (cohort: string, on: Day): EventBodies['close'] => ({
  cohort,
  period: 1,
  from: on,
  until: on,
  closedAt: AT,
  software: 'flashcoop test',
  inputs: 'ab'.repeat(32),
  terms: {
    vatRegime: 'normal',
    contributionRateBp: 1000,
    contributionBase: 'gross_margin',
    insuranceRateBp: 0,
    insurancePerParticipantCents: zero,
  },
  chart: DEFAULT_CHART,
  rule: 'equal',
  excusedCount: false,
  vote: { on, for: 2, against: 0, abstained: 0 },
  incomeStatement: {
    salesTtcCents: zero,
    vatCollectedCents: zero,
    revenueHtCents: zero,
    purchasesHtCents: zero,
    packagingHtCents: zero,
    grossMarginCents: zero,
    otherChargesHtCents: zero,
    tillDifferenceCents: zero,
    donationsCents: zero,
    contributionCents: zero,
    insuranceCents: zero,
    resultCents: zero,
  },
  programmeHtCents: zero,
  vat: [],
  distribution: { totalCents: zero, reserveCents: zero, deficitCents: zero, shares: [] },
})

/** Ticket 4 by card instead of cash and back again; two of its cookies come back, one of them after all not. */
function mend(journal: Journal): void {
  const [cash, card] = (['cash', 'card'] as const).map((method) => ({
    changeCents: zero,
    payments: [{ method, amountCents: cents(500), tenderedCents: cents(500) }],
  }))
  if (cash === undefined || card === undefined) throw new Error('two means of payment')
  const body = { cohort: COHORT, number: 4, happenedAt: AT, ...cash, before: card }
  const taken = { kind: 'sale-repay', body } as const
  const repaid = journal.append(taken.kind, taken.body)
  const undone = journal.append('reversal', { of: repaid.seq, taken })
  journal.append('redo', { of: undone.seq, taken })
  for (const number of [7, 8]) {
    journal.append('sale-refund', {
      cohort: COHORT,
      number,
      of: 4,
      session: 1,
      day: J5,
      happenedAt: AT,
      reason: 'brûlé',
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
        },
      ],
      payments: [{ method: 'cash', amountCents: cents(-250), tenderedCents: cents(-250) }],
      tipCents: zero,
      totalCents: cents(-250),
    })
  }
  journal.append('sale-void', {
    cohort: COHORT,
    number: 8,
    reason: 'erreur',
    voidedCents: cents(250),
    refund: true,
  })
}

/** A ledger in which every kind of event happened: some thirty of them. */
export function wholeLife(path: string): string {
  return newLedger(path, (journal) => {
    const on = (value: string) => day(`2026-06-${value}`)
    openStall(journal)
    journal.append('host', { changes: [{ field: 'name', from: 'CAE Exemple', to: 'CAE Essai' }] })
    journal.append('rates', rates)
    journal.append('cohort-edit', {
      cohort: COHORT,
      changes: [{ field: 'place', to: 'Lille' }],
      venues: { from: ['Wazemmes'], to: ['Wazemmes', 'Sébastopol'] },
    })
    journal.append('cohort-use', { cohort: COHORT })
    const planned = { label: 'J6', amMinutes: 210, pmMinutes: 0 }
    journal.append('day', { cohort: COHORT, day: on('18'), ...planned })
    journal.append('day-edit', {
      cohort: COHORT,
      day: on('18'),
      changes: [{ field: 'pmMinutes', from: 0, to: 210 }],
    })
    journal.append('day-move', { cohort: COHORT, from: on('18'), to: on('19') })
    journal.append('day', { cohort: COHORT, day: on('20'), ...planned, label: 'J7' })
    journal.append('day-remove', { cohort: COHORT, day: on('20'), ...planned, label: 'J7' })
    joinUp(journal, 'P01')
    joinUp(journal, 'P02')
    journal.append('participant-edit', {
      cohort: COHORT,
      code: 'P02',
      changes: [{ field: 'contractSigned', to: '2026-06-01' }],
    })
    journal.append('participant-leave', { cohort: COHORT, code: 'P02', on: on('19') })
    journal.append('attendance', {
      cohort: COHORT,
      marks: [{ day: J5, half: 'am', participant: 'P01', status: 'R', minutes: 20 }],
    })
    journal.append('cost', costOf(1))
    journal.append('cost', costOf(2))
    journal.append('cost-void', { cohort: COHORT, number: 2, reason: 'saisi deux fois' })
    journal.append('product-edit', {
      cohort: COHORT,
      code: 'cookie',
      changes: [{ field: 'priceCents', from: 250, to: 260 }],
    })
    const edited = journal.append('product-edit', {
      cohort: COHORT,
      code: 'cookie',
      changes: [{ field: 'name', from: 'Cookie', to: 'Cookies' }],
    })
    journal.append('reversal', {
      of: edited.seq,
      taken: { kind: 'product-edit', body: edited.body },
    })
    for (let number = 1; number <= 5; number += 1) journal.append('sale', aSale(number))
    journal.append('sale-void', {
      cohort: COHORT,
      number: 3,
      reason: 'erreur',
      voidedCents: cents(250),
    })
    mend(journal)
    journal.append('sale-import', {
      cohort: COHORT,
      session: 1,
      day: J5,
      first: 6,
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
    })
    journal.append('import', { cohort: COHORT, kind: 'sale', digest: 'ab', rows: 1, added: 1 })
    const pieces = { cohort: COHORT, product: 'cookie', day: J5 }
    journal.append('stock', { ...pieces, reason: 'produced', quantity: 24 })
    journal.append('stock', { ...pieces, reason: 'given', quantity: 2, note: 'dégustation' })
    journal.append('sold-out', { cohort: COHORT, product: 'cookie', soldOut: true })
    journal.append('till-cash', {
      cohort: COHORT,
      session: 1,
      happenedAt: AT,
      direction: 'out',
      amountCents: cents(2000),
      reason: 'banque',
    })
    journal.append('till-count', {
      cohort: COHORT,
      session: 1,
      happenedAt: AT,
      expectedCents: cents(6000),
      countedCents: cents(6000),
      differenceCents: zero,
    })
    journal.append('till-z', zOf(journal))
    journal.append('till-closing', closingOf(journal))
    journal.append('export', {
      cohort: COHORT,
      format: 'hledger',
      from: J5,
      until: J5,
      entries: 1,
      rows: 2,
      digest: 'ab'.repeat(32),
      file: 'FC-1_hledger.journal',
    })
    journal.append('merge', { heads: [] })
    journal.append('clock-anomaly', { before: AT, after: AT })
    const move = { cohort: COHORT, number: 1, day: J5 }
    journal.append('bank-withdrawal', { ...move, amountCents: cents(8000), voucher: 'FDC-001' })
    journal.append('deposit', {
      ...move,
      method: 'card',
      amountCents: cents(320),
      feeCents: cents(5),
      cost: 8,
    })
    journal.append('cost-payment', { ...move, cost: 1, amountCents: cents(1055) })
    journal.append('cost-refund', { ...move, who: 'ANIM01', amountCents: cents(100) })
    const payments = [{ participant: 'P01', amountCents: cents(7706) }]
    journal.append('payout', { ...move, period: 1, payments })
    const close = closeOf(COHORT, J5)
    journal.append('close', close)
    const fact = { kind: 'till', differenceCents: cents(-500) } as const
    const made = { fact, day: on('30'), till: 'A', reason: 'counted again', software: '0' }
    journal.append('correction', correct({ close, last: undefined }, made))
  })
}
