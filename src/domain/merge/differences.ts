import type { Change, Decided, JournalEvent, Scalar, Stall } from '../journal/event.ts'
import type { Knowledge } from '../journal/knowledge.ts'
import { numberText } from '../journal/own-number.ts'

/** Something that two tills may have said differently. */
export type Thing =
  | { readonly of: 'setting'; readonly field: string }
  | { readonly of: 'rates'; readonly field: string }
  | { readonly of: 'cohort'; readonly cohort: string; readonly field: string }
  | { readonly of: 'day'; readonly cohort: string; readonly day: string }
  | {
      readonly of: 'participant'
      readonly cohort: string
      readonly code: string
      readonly field: string
    }
  | {
      readonly of: 'product'
      readonly cohort: string
      readonly code: string
      readonly field: string
    }
  | { readonly of: 'key'; readonly cohort: string; readonly field: string }
  | {
      readonly of: 'attendance'
      readonly cohort: string
      readonly day: string
      readonly half: string
      readonly participant: string
    }
  /** One bill, share or advance paid on two tills. */
  | {
      readonly of: 'payment'
      readonly cohort: string
      readonly paid: 'cost' | 'share' | 'advance'
      /** The cost's number, or who was paid. */
      readonly what: string
    }
  /** The same file imported on two tills. */
  | {
      readonly of: 'file'
      readonly cohort: string
      readonly field: string
      readonly digest: string
    }

/** What a till said; absent for "no more". */
type Said = { readonly till: Stall; readonly seq: number; readonly value: Scalar | undefined }

/** What tills that did not know of each other said of one thing; the last one holds. */
export type Difference = { readonly thing: Thing; readonly said: readonly Said[] }

type Telling = { readonly thing: Thing; readonly value: Scalar | undefined }

/** Watches what is said twice. Takes events in canonical order, after `knowledge` has. */
export function watchDifferences(knowledge: Knowledge): {
  readonly take: (event: JournalEvent) => void
  readonly found: (isNew: (till: Stall, seq: number) => boolean) => readonly Difference[]
} {
  const things = new Map<string, { readonly thing: Thing; standing: readonly Said[] }>()
  return {
    take: (event) => {
      const { stall: till, seq } = event
      for (const { thing, value } of tellingsOf(event)) {
        const key = JSON.stringify(thing)
        const known = things.get(key)
        const others = (known?.standing ?? []).filter(
          (each) => !knowledge.knows(till, each.till, each.seq),
        )
        things.set(key, { thing, standing: [...others, { till, seq, value }] })
      }
    },
    found: (isNew) =>
      [...things.values()]
        .filter(({ thing, standing }) => isDifferent(thing, standing))
        .filter(({ standing }) => standing.some(({ till, seq }) => isNew(till, seq)))
        .map(({ thing, standing }) => ({ thing, said: standing })),
  }
}

/** A file or a payment that came twice is worth saying although both said the same. */
const isDifferent = (thing: Thing, standing: readonly Said[]): boolean =>
  standing.length > 1 &&
  (thing.of === 'file' ||
    thing.of === 'payment' ||
    new Set(standing.map(({ value }) => value)).size > 1)

function tellingsOf(event: JournalEvent): readonly Telling[] {
  if (event.kind === 'reversal') return tellings(event.body.taken, 'from')
  if (event.kind === 'redo') return tellings(event.body.taken, 'to')
  return tellings(event, 'to')
}

type Side = 'from' | 'to'
type Of<K extends Decided['kind']> = Extract<Decided, { readonly kind: K }>

/** What an event says, or says no more when it is taken back. */
function tellings(decided: Decided, side: Side): readonly Telling[] {
  switch (decided.kind) {
    case 'host':
      return edits(decided.body.changes, side, (field) => ({ of: 'setting', field }))
    case 'rates': {
      const { validFrom: field } = decided.body
      return [{ thing: { of: 'rates', field }, value: JSON.stringify(decided.body) }]
    }
    case 'cohort':
    case 'cohort-edit':
      return cohortTellings(decided, side)
    case 'day':
    case 'day-edit':
    case 'day-remove':
    case 'day-move':
      return dayTellings(decided, side)
    case 'participant':
    case 'participant-edit':
    case 'participant-leave':
      return participantTellings(decided, side)
    case 'product':
    case 'product-edit':
      return productTellings(decided, side)
    case 'attendance':
      return attendanceTellings(decided, side)
    case 'cost-payment':
    case 'cost-refund':
    case 'payout':
      return paymentTellings(decided, side)
    case 'import': {
      const { cohort, kind: field, digest, added } = decided.body
      return [{ thing: { of: 'file', cohort, field, digest }, value: added }]
    }
    default:
      return []
  }
}

function paymentTellings(
  { kind, body }: Of<'cost-payment' | 'cost-refund' | 'payout'>,
  side: Side,
): readonly Telling[] {
  const { cohort } = body
  const told = (paid: 'cost' | 'share' | 'advance', what: string, amount: number): Telling => ({
    thing: { of: 'payment', cohort, paid, what },
    value: side === 'to' ? amount : undefined,
  })
  if (kind === 'cost-payment') return [told('cost', numberText(body.cost), body.amountCents)]
  if (kind === 'cost-refund') return [told('advance', body.who, body.amountCents)]
  return body.payments.map((each) => told('share', each.participant, each.amountCents))
}

const edits = (
  changes: readonly Change[],
  side: Side,
  thingOf: (field: string) => Thing,
): readonly Telling[] =>
  changes.map((change) => ({ thing: thingOf(change.field), value: change[side] }))

/** The fields of something new, all of them gone when it is taken back. */
const fields = (
  values: Readonly<Record<string, Scalar | undefined>>,
  side: Side,
  thingOf: (field: string) => Thing,
): readonly Telling[] =>
  Object.entries(values).map(([field, value]) => ({
    thing: thingOf(field),
    value: side === 'to' ? value : undefined,
  }))

function cohortTellings({ kind, body }: Of<'cohort' | 'cohort-edit'>, side: Side) {
  if (kind === 'cohort-edit')
    return edits(body.changes, side, (field) => ({ of: 'cohort', cohort: body.cohort, field }))
  const { code: cohort, name, place, sector, productLine } = body
  const own = fields({ name, place, sector, productLine }, side, (field) => ({
    of: 'cohort',
    cohort,
    field,
  }))
  return [...own, ...body.days.map((planned) => dayTelling(cohort, planned, side))]
}

type Planned = { readonly day: string; readonly amMinutes: number; readonly pmMinutes: number }

const dayTelling = (
  cohort: string,
  { day, amMinutes, pmMinutes }: Planned,
  side: Side,
): Telling => ({
  thing: { of: 'day', cohort, day },
  value: side === 'to' ? `${amMinutes}+${pmMinutes}` : undefined,
})

function dayTellings(
  { kind, body }: Of<'day' | 'day-edit' | 'day-move' | 'day-remove'>,
  side: Side,
): readonly Telling[] {
  const { cohort } = body
  if (kind === 'day') return [dayTelling(cohort, body, side)]
  if (kind === 'day-remove') return [dayTelling(cohort, body, side === 'to' ? 'from' : 'to')]
  if (kind === 'day-move') {
    const [left, taken] = side === 'to' ? [body.from, body.to] : [body.to, body.from]
    return [
      { thing: { of: 'day', cohort, day: left }, value: undefined },
      { thing: { of: 'day', cohort, day: taken }, value: `${left} →` },
    ]
  }
  const value = body.changes.map((change) => `${change.field} ${String(change[side])}`).join(' ')
  return [{ thing: { of: 'day', cohort, day: body.day }, value }]
}

function participantTellings(
  { kind, body }: Of<'participant' | 'participant-edit' | 'participant-leave'>,
  side: Side,
): readonly Telling[] {
  const { cohort, code } = body
  const thingOf = (field: string): Thing => ({ of: 'participant', cohort, code, field })
  if (kind === 'participant-edit') return edits(body.changes, side, thingOf)
  if (kind === 'participant-leave')
    return [{ thing: thingOf('leftOn'), value: side === 'to' ? body.on : body.before }]
  const { commitment, payable } = body
  return fields({ commitment, payable }, side, thingOf)
}

function productTellings(
  { kind, body }: Of<'product' | 'product-edit'>,
  side: Side,
): readonly Telling[] {
  const { cohort, code } = body
  const keyed = (key: Scalar | undefined): readonly Telling[] =>
    typeof key === 'string' ? [{ thing: { of: 'key', cohort, field: key }, value: code }] : []
  const thingOf = (field: string): Thing => ({ of: 'product', cohort, code, field })
  if (kind === 'product-edit') {
    const key = body.changes.find((change) => change.field === 'key')?.[side]
    return [...edits(body.changes, side, thingOf), ...keyed(key)]
  }
  const { name, priceCents, vatRatePerMille, kind: sort, key } = body
  const own = fields({ name, priceCents, vatRatePerMille, kind: sort }, side, thingOf)
  return side === 'to' ? [...own, ...keyed(key)] : own
}

const attendanceTellings = ({ body }: Of<'attendance'>, side: Side): readonly Telling[] =>
  body.marks.map(({ day, half, participant, status, minutes, before }) => ({
    thing: { of: 'attendance', cohort: body.cohort, day, half, participant },
    value:
      side === 'to' ? marked(status, minutes) : before && marked(before.status, before.minutes),
  }))

const marked = (status: string, minutes: number | undefined): string =>
  minutes === undefined ? status : `${status} ${minutes}`
