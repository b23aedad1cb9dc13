import * as z from 'zod/mini'
import type { EventBodies, EventKind, EventOf, JournalEvent } from '../domain/journal/event.ts'
import { FATES } from '../domain/undo/take-back.ts'
import { correctionBody } from './correction-fields.ts'
import {
  at,
  cents,
  changes,
  closeBody,
  costFields,
  count,
  csvProfile,
  day,
  half,
  knownHead,
  language,
  mark,
  maybe,
  method,
  moneyMove,
  payment,
  planned,
  productKind,
  rateTable,
  refundLine,
  saleLine,
  subject,
  template,
  tenders,
  text,
  tillClosing,
  vatRate,
  yes,
  zBody,
} from './event-fields.ts'

/** A stored event is not what this version writes: damage, or another program's work. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent'
}

/** A type with every field there, those that may be absent marked: two types are the same when each holds the other. */
type Plain<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer E)[]
    ? readonly Plain<E>[]
    : { readonly [F in keyof T]-?: object extends Pick<T, F> ? Maybe<Plain<T[F]>> : Plain<T[F]> }
type Maybe<T> = { readonly maybe: T }
type Same<A, B> = [A, B] extends [B, A] ? unknown : never

type Readable<K extends EventKind> = {
  readonly body: z.ZodMiniType<EventBodies[K]>
  readonly read: (raw: unknown) => EventOf<K>
}

/** Does not compile when the schema knows fewer fields or words than the type, or others. */
function event<K extends EventKind, B extends EventBodies[K]>(
  kind: K,
  body: z.ZodMiniType<B> & Same<Plain<B>, Plain<EventBodies[K]>>,
): Readable<K> {
  const checked: z.ZodMiniType<EventBodies[K]> = body
  const schema = z.strictObject({
    v: z.literal(1),
    stall: text,
    seq: count,
    at,
    actor: text,
    kind: z.literal(kind),
    body: checked,
    cum: z.strictObject({
      salesCents: cents,
      voidsCents: cents,
      refundsCents: maybe(cents),
      refundVoidsCents: maybe(cents),
    }),
  })
  const read = (raw: unknown): EventOf<K> => {
    const outcome = z.safeParse(schema, raw)
    if (outcome.success) return outcome.data
    const [issue] = outcome.error.issues
    throw new UnreadableEvent(`${kind} ${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}`)
  }
  return { body: checked, read }
}

const EVENTS = {
  init: event(
    'init',
    z.strictObject({
      coop: text,
      host: text,
      siren: maybe(text),
      language,
      csvProfile,
      till: text,
      training: maybe(z.literal(true)),
      operator: maybe(text),
    }),
  ),
  host: event('host', z.strictObject({ changes })),
  rates: event('rates', rateTable),
  cohort: event(
    'cohort',
    z.strictObject({
      code: text,
      name: text,
      template,
      place: maybe(text),
      sector: maybe(text),
      productLine: maybe(text),
      public: maybe(text),
      venues: z.array(text),
      days: z.array(z.strictObject(planned)),
    }),
  ),
  'cohort-edit': event(
    'cohort-edit',
    z.strictObject({
      cohort: text,
      changes,
      venues: maybe(z.strictObject({ from: z.array(text), to: z.array(text) })),
    }),
  ),
  'cohort-use': event('cohort-use', z.strictObject({ cohort: text, before: maybe(text) })),
  day: event('day', z.strictObject({ cohort: text, ...planned })),
  'day-edit': event('day-edit', z.strictObject({ cohort: text, day, changes })),
  'day-move': event('day-move', z.strictObject({ cohort: text, from: day, to: day })),
  'day-remove': event(
    'day-remove',
    z.strictObject({ cohort: text, cancelled: maybe(yes), ...planned }),
  ),
  participant: event(
    'participant',
    z.strictObject({
      cohort: text,
      code: text,
      commitment: text,
      contractSigned: maybe(day),
      payable: z.boolean(),
      payableReason: maybe(text),
      joinedOn: maybe(day),
    }),
  ),
  'participant-edit': event(
    'participant-edit',
    z.strictObject({ cohort: text, code: text, changes }),
  ),
  'participant-leave': event(
    'participant-leave',
    z.strictObject({ cohort: text, code: text, on: day, before: maybe(day) }),
  ),
  attendance: event(
    'attendance',
    z.strictObject({
      cohort: text,
      marks: z.array(
        z.strictObject({
          day,
          half,
          participant: text,
          ...mark,
          before: maybe(z.strictObject({ ...mark, sheet: maybe(text) })),
        }),
      ),
      sheet: maybe(text),
    }),
  ),
  cost: event(
    'cost',
    z.strictObject({
      cohort: text,
      number: count,
      day,
      ...costFields,
      session: maybe(count),
      repeats: maybe(count),
    }),
  ),
  'cost-void': event(
    'cost-void',
    z.strictObject({ cohort: text, number: count, reason: text, undo: maybe(yes) }),
  ),
  product: event(
    'product',
    z.strictObject({
      cohort: text,
      code: text,
      name: text,
      priceCents: cents,
      vatRatePerMille: maybe(vatRate),
      key: maybe(text),
      kind: productKind,
      aliases: maybe(z.array(text)),
    }),
  ),
  'product-edit': event('product-edit', z.strictObject({ cohort: text, code: text, changes })),
  stock: event(
    'stock',
    z.strictObject({
      cohort: text,
      product: text,
      day,
      reason: z.enum(['produced', 'given', 'lost', 'found']),
      quantity: count,
      note: maybe(text),
    }),
  ),
  'sold-out': event(
    'sold-out',
    z.strictObject({ cohort: text, product: text, soldOut: z.boolean() }),
  ),
  'till-open': event(
    'till-open',
    z.strictObject({
      cohort: text,
      session: count,
      day,
      happenedAt: at,
      floatCents: cents,
      venue: maybe(text),
      afterZ: maybe(yes),
      imported: maybe(yes),
    }),
  ),
  'till-cash': event(
    'till-cash',
    z.strictObject({
      cohort: text,
      session: count,
      happenedAt: at,
      direction: z.enum(['in', 'out']),
      amountCents: cents,
      reason: text,
    }),
  ),
  'till-count': event(
    'till-count',
    z.strictObject({
      cohort: text,
      session: count,
      happenedAt: at,
      expectedCents: cents,
      countedCents: cents,
      differenceCents: cents,
      reason: maybe(text),
      pieces: maybe(z.array(z.strictObject({ valueCents: cents, count }))),
      tenders: maybe(tenders),
      lastTicket: maybe(count),
    }),
  ),
  'till-z': event('till-z', zBody),
  'till-closing': event('till-closing', tillClosing),
  sale: event(
    'sale',
    z.strictObject({
      cohort: text,
      number: count,
      session: maybe(count),
      day,
      happenedAt: at,
      key: maybe(text),
      content: maybe(text),
      seller: maybe(text),
      lines: z.array(saleLine),
      payments: z.array(payment),
      discountCents: cents,
      tipCents: cents,
      totalCents: cents,
      changeCents: cents,
      recap: maybe(yes),
      reference: maybe(text),
      repeats: maybe(count),
    }),
  ),
  'sale-import': event(
    'sale-import',
    z.strictObject({
      cohort: text,
      session: count,
      day,
      first: count,
      goods: z.array(
        z.strictObject({
          name: text,
          product: maybe(text),
          label: text,
          kind: productKind,
          vatRatePerMille: maybe(vatRate),
        }),
      ),
      tickets: z.array(
        z.strictObject({
          happenedAt: at,
          seller: maybe(text),
          reference: maybe(text),
          lines: z.array(
            z.strictObject({
              sold: text,
              quantity: count,
              unitPriceCents: cents,
              totalCents: maybe(cents),
            }),
          ),
          tipCents: maybe(cents),
          method: maybe(method),
          payments: maybe(z.array(z.strictObject({ method, amountCents: cents }))),
        }),
      ),
      totalCents: cents,
    }),
  ),
  'sale-void': event(
    'sale-void',
    z.strictObject({
      cohort: text,
      number: count,
      reason: text,
      voidedCents: cents,
      refund: maybe(yes),
      undo: maybe(yes),
    }),
  ),
  'sale-refund': event(
    'sale-refund',
    z.strictObject({
      cohort: text,
      number: count,
      of: count,
      session: count,
      day,
      happenedAt: at,
      reason: text,
      seller: maybe(text),
      reference: maybe(text),
      lines: z.array(refundLine),
      payments: z.array(payment),
      tipCents: cents,
      totalCents: cents,
      repeats: maybe(count),
    }),
  ),
  'sale-repay': event(
    'sale-repay',
    z.strictObject({
      cohort: text,
      number: count,
      happenedAt: at,
      payments: z.array(payment),
      changeCents: cents,
      before: z.strictObject({ payments: z.array(payment), changeCents: cents }),
    }),
  ),
  'bank-withdrawal': event('bank-withdrawal', z.strictObject({ ...moneyMove, amountCents: cents })),
  deposit: event(
    'deposit',
    z.strictObject({
      ...moneyMove,
      method: z.enum(['cash', 'card', 'cheque']),
      amountCents: cents,
      feeCents: cents,
      cost: maybe(count),
      count: maybe(count),
    }),
  ),
  'cost-payment': event(
    'cost-payment',
    z.strictObject({ ...moneyMove, cost: count, amountCents: cents }),
  ),
  'cost-refund': event(
    'cost-refund',
    z.strictObject({ ...moneyMove, who: text, amountCents: cents }),
  ),
  payout: event(
    'payout',
    z.strictObject({
      ...moneyMove,
      period: count,
      payments: z.array(z.strictObject({ participant: text, amountCents: cents })),
    }),
  ),
  close: event('close', closeBody),
  correction: event('correction', correctionBody),
  reversal: event(
    'reversal',
    z.strictObject({ of: count, taken: z.custom<EventBodies['reversal']['taken']>(isTaken) }),
  ),
  redo: event(
    'redo',
    z.strictObject({ of: count, taken: z.custom<EventBodies['redo']['taken']>(isRedoable) }),
  ),
  join: event('join', z.strictObject({ coop: text, till: text, heads: z.array(knownHead) })),
  merge: event('merge', z.strictObject({ heads: z.array(knownHead) })),
  import: event(
    'import',
    z.strictObject({
      cohort: text,
      kind: subject,
      digest: text,
      rows: count,
      added: count,
      matched: maybe(z.array(z.strictObject({ till: text, number: count, reference: text }))),
    }),
  ),
  export: event(
    'export',
    z.strictObject({
      cohort: text,
      format: z.enum(['fec', 'sage-cae', 'hledger']),
      from: day,
      until: day,
      entries: count,
      rows: count,
      digest: text,
      file: maybe(text),
    }),
  ),
  'clock-anomaly': event('clock-anomaly', z.strictObject({ before: at, after: at })),
} satisfies { readonly [K in EventKind]: Readable<K> }

export const isKind = (kind: unknown): kind is EventKind =>
  typeof kind === 'string' && Object.hasOwn(EVENTS, kind)

function isTaken(value: unknown): boolean {
  const outcome = z.safeParse(z.strictObject({ kind: text, body: z.unknown() }), value)
  if (!outcome.success) return false
  const { kind, body } = outcome.data
  return isKind(kind) && kind !== 'reversal' && z.safeParse(EVENTS[kind].body, body).success
}

/** Only what a reversal takes back comes back so; sales and costs come back as records of their own. */
function isRedoable(value: unknown): boolean {
  if (!isTaken(value)) return false
  const kind = typeof value === 'object' && value !== null && 'kind' in value && value.kind
  return isKind(kind) && kind !== 'redo' && FATES[kind] === 'revert'
}

/**
 * Reads a stored event back: every field that this version writes and no other, each within its bounds. Throws
 * {@link UnreadableEvent}. It does not check the hash.
 */
export function parseEvent(payload: string): JournalEvent {
  const raw = jsonOf(payload)
  const kind = typeof raw === 'object' && raw !== null && 'kind' in raw ? raw.kind : undefined
  if (!isKind(kind)) throw new UnreadableEvent('kind')
  return EVENTS[kind].read(raw)
}

function jsonOf(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    throw new UnreadableEvent('JSON')
  }
}
