import type { EventBodies, EventKind } from '../../domain/journal/event.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { type Cents, negated, sumCents } from '../../domain/kernel/money.ts'
import { goodsBack } from '../goods-back.ts'
import { counted } from './day-text.ts'

/** How figures and typed texts are written inside a sentence. */
export type EventSay = {
  readonly money: (amount: Cents) => string
  readonly day: (on: Day) => string
  /** Makes typed text safe to print. */
  readonly text: (typed: string) => string
  readonly ticket: (number: number) => string
}

/** What each kind of event did, in a few words. */
export type EventTexts = {
  readonly [K in EventKind]: (body: EventBodies[K], say: EventSay) => string
}

const FIELDS: { readonly [field: string]: string } = {
  name: 'name',
  place: 'place',
  sector: 'sector',
  productLine: 'product line',
  public: 'public',
  status: 'state',
  amMinutes: 'morning',
  pmMinutes: 'afternoon',
  cancelled: 'cancelled',
  commitment: 'name',
  contractSigned: 'contract',
  payable: 'payable',
  payableReason: 'reason',
  joinedOn: 'joined',
  leftOn: 'left',
  priceCents: 'price',
  vatRatePerMille: 'VAT rate',
  key: 'key',
  kind: 'kind',
  retired: 'retired',
  aliases: 'aliases',
}
const fields = (changes: EventBodies['host']['changes']): string =>
  changes.map(({ field }) => FIELDS[field] ?? field).join(', ')

const MOVED = { produced: 'produced', given: 'given away', lost: 'lost', found: 'found' } as const

const DEPOSITED = { cash: 'cash', card: 'card takings', cheque: 'cheques' } as const

const METHOD = { cash: 'cash', card: 'card', cheque: 'cheque', transfer: 'transfer' } as const

function takenText<K extends EventKind>(
  { kind, body }: { readonly kind: K; readonly body: EventBodies[K] },
  say: EventSay,
): string {
  return events[kind](body, say)
}

export const events: EventTexts = {
  init: () => 'ledger created',
  host: ({ changes }) => `host's settings: ${fields(changes)}`,
  rates: ({ validFrom }, say) => `social rates from ${say.day(validFrom)}`,
  cohort: ({ code }) => `cohort ${code} created`,
  'cohort-edit': ({ cohort, changes, venues }) =>
    `cohort ${cohort} changed: ${[...(changes.length > 0 ? [fields(changes)] : []), ...(venues ? ['venues'] : [])].join(', ')}`,
  'cohort-use': ({ cohort }) => `cohort ${cohort} chosen`,
  day: ({ day }, say) => `day ${say.day(day)} added`,
  'day-edit': ({ day, changes }, say) => `day ${say.day(day)} changed: ${fields(changes)}`,
  'day-move': ({ from, to }, say) => `day ${say.day(from)} moved to ${say.day(to)}`,
  'day-remove': ({ day }, say) => `day ${say.day(day)} removed`,
  participant: ({ code }) => `participant ${code} added`,
  'participant-edit': ({ code, changes }) => `participant ${code} changed: ${fields(changes)}`,
  'participant-leave': ({ code, on }, say) => `participant ${code} left on ${say.day(on)}`,
  attendance: ({ marks }, say) =>
    `attendance of ${[...new Set(marks.map((mark) => say.day(mark.day)))].join(', ')}: ${counted(marks.length, 'half-day')}`,
  cost: ({ number, label, amounts }, say) =>
    `cost ${numberText(number)}: ${say.text(label)}, ${amounts.map((each) => say.money(each.amountCents)).join(' + ')}`,
  'cost-void': ({ number }) => `cost ${numberText(number)} voided`,
  product: ({ code }) => `product ${code} added`,
  'product-edit': ({ code, changes }) => `product ${code} changed: ${fields(changes)}`,
  stock: ({ product, reason, quantity }) => `stock of ${product}: ${quantity} ${MOVED[reason]}`,
  'sold-out': ({ product, soldOut }) =>
    soldOut ? `${product} sold out` : `${product} back on sale`,
  'till-open': ({ day, floatCents }, say) =>
    `till opened on ${say.day(day)}, float ${say.money(floatCents)}`,
  'till-cash': ({ direction, amountCents, reason }, say) =>
    `cash ${direction} ${say.money(amountCents)}: ${say.text(reason)}`,
  'till-count': ({ countedCents }, say) => `cash counted: ${say.money(countedCents)}`,
  'till-closing': ({ scope, period }) => `closing of the ${scope} ${period}`,
  'till-z': ({ number, day }, say) => `Z-${number} of ${say.day(day)}`,
  sale: ({ number, lines, totalCents }, say) =>
    `sale ${say.ticket(number)}: ${lines.map((each) => `${each.quantity} ${say.text(each.product ?? each.label)}`).join(' + ')} = ${say.money(totalCents)}`,
  'sale-import': ({ tickets, day }, say) =>
    `${counted(tickets.length, 'sale')} of ${say.day(day)} imported`,
  'sale-void': ({ number }, say) => `sale ${say.ticket(number)} voided`,
  'sale-refund': ({ number, of, lines, totalCents, tipCents }, say) =>
    `refund ${say.ticket(number)} of ${say.ticket(of)}: ${goodsBack(lines, say.text)}${say.money(negated(sumCents([totalCents, tipCents])))}`,
  'sale-repay': ({ number, payments }, say) =>
    `${say.ticket(number)} paid by ${payments.map((each) => METHOD[each.method]).join(' + ')}`,
  'bank-withdrawal': ({ amountCents, day }, say) =>
    `${say.money(amountCents)} fetched at the bank on ${say.day(day)}`,
  deposit: ({ method, amountCents, day }, say) =>
    `${DEPOSITED[method]} deposited on ${say.day(day)}: ${say.money(amountCents)}`,
  'cost-payment': ({ cost, amountCents }, say) =>
    `cost ${numberText(cost)} paid to its supplier: ${say.money(amountCents)}`,
  'cost-refund': ({ who, amountCents }, say) => `${say.money(amountCents)} refunded to ${who}`,
  payout: ({ payments }, say) =>
    `payout to ${payments.map((each) => each.participant).join(', ')}: ${say.money(sumCents(payments.map((each) => each.amountCents)))}`,
  correction: ({ cohort, number }) => `amendment ${number} of cohort ${cohort}`,
  close: ({ cohort, until }, say) => `cohort ${cohort} closed until ${say.day(until)}`,
  reversal: () => 'undo',
  redo: ({ taken }, say) => takenText(taken, say),
  join: ({ till }) => `till ${till} joined`,
  merge: ({ heads }) => `merged with ${heads.map((each) => `till ${each.stall}`).join(', ')}`,
  import: ({ added, matched }) =>
    `import of ${counted(added, 'row')}${matched === undefined ? '' : `, ${counted(matched.length, 'card payment')} known again`}`,
  export: ({ cohort, format }) => `export of ${cohort} as ${format}`,
  'clock-anomaly': () => "the computer's clock went back",
}
