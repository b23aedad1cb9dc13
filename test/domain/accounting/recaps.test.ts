import { expect, test } from 'vitest'
import { booksOf } from '../../../src/domain/accounting/books.ts'
import { DEFAULT_CHART } from '../../../src/domain/accounting/chart.ts'
import type { JournalEvent } from '../../../src/domain/journal/event.ts'

const LINE = { label: 'invented', quantity: 1, vatRatePerMille: 55, kind: 'goods' }
const eventOf = (seq: number, kind: string, body: object) => ({
  event: {
    v: 1,
    stall: 'A',
    seq,
    at: `2026-06-17T12:0${seq}:00+02:00`,
    actor: 'ANIM01',
    kind,
    body: { cohort: 'FC-1', ...body },
    cum: { salesCents: 0, voidsCents: 0 },
  } as unknown as JournalEvent,
  late: false,
})
/** Takings of 10 cents, of which VAT is 0.52 cent: 1 of one, 1 of two, 2 of three. */
const recap = (number: number, other: object = {}) =>
  eventOf(number, 'sale', {
    number,
    day: '2026-06-17',
    lines: [{ ...LINE, unitPriceCents: 10, totalCents: 10 }],
    payments: [{ method: 'cash', amountCents: 10, tenderedCents: 10 }],
    tipCents: 0,
    totalCents: 10,
    recap: true,
    ...other,
  })
const voided = (seq: number, number: number) => eventOf(seq, 'sale-void', { number })

const vatOf = (events: readonly ReturnType<typeof eventOf>[]): number =>
  booksOf(events, {
    chart: DEFAULT_CHART,
    vatRegime: 'normal',
    participants: new Set(),
    sessions: new Map(),
    rates: new Map(),
  })
    .flatMap((entry) => entry.lines)
    .filter((line) => line.account === 'vat_collected')
    .reduce((sum, line) => sum + line.creditCents - line.debitCents, 0)

test('VAT is that of the day’s total of the recaps that stand; a voided one counts no more', () => {
  expect(vatOf([recap(1), recap(2), recap(3)])).toBe(2)
  expect(vatOf([recap(1), recap(2), voided(3, 1), recap(4)])).toBe(1)
  expect(vatOf([recap(1), voided(2, 1)])).toBe(0)
})

test('recaps of another day, and tickets of a till session, count for themselves', () => {
  expect(vatOf([recap(1), recap(2, { day: '2026-06-18' })])).toBe(2)
  expect(vatOf([recap(1, { session: 1 }), recap(2)])).toBe(1)
})
