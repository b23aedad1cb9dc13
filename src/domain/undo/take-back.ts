import type { EventBodies, EventKind, JournalEvent } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { Defect } from '../kernel/defect.ts'
import { deedOf } from './bring-back.ts'
import type { Depended, Dependent, Final } from './refusal.ts'

/**
 * What an undo does with each kind: `revert` it with a reversal; `void` it with the subject's own void; refuse it for
 * it is `final`; `pass` it by, for nobody did it, it changed nothing, or it takes something back itself. A void that an
 * undo made is passed by too; one that was asked for by name is final, so that an undo after it never takes back something else.
 */
export const FATES = {
  init: 'final',
  host: 'revert',
  rates: 'final',
  cohort: 'revert',
  'cohort-edit': 'revert',
  'cohort-use': 'revert',
  day: 'revert',
  'day-edit': 'revert',
  'day-move': 'revert',
  'day-remove': 'revert',
  participant: 'revert',
  'participant-edit': 'revert',
  'participant-leave': 'revert',
  attendance: 'revert',
  cost: 'void',
  'cost-void': 'final',
  product: 'revert',
  'product-edit': 'revert',
  stock: 'revert',
  'sold-out': 'revert',
  'till-open': 'revert',
  'till-cash': 'revert',
  'till-count': 'revert',
  'till-z': 'final',
  'till-closing': 'pass',
  sale: 'void',
  'sale-import': 'final',
  'sale-void': 'final',
  'sale-refund': 'void',
  'sale-repay': 'revert',
  'bank-withdrawal': 'revert',
  deposit: 'revert',
  'cost-payment': 'revert',
  'cost-refund': 'revert',
  payout: 'revert',
  close: 'final',
  correction: 'final',
  reversal: 'pass',
  redo: 'revert',
  join: 'final',
  merge: 'pass',
  import: 'final',
  export: 'pass',
  'clock-anomaly': 'pass',
} as const satisfies { readonly [K in EventKind]: 'revert' | 'void' | 'final' | 'pass' }

export const isKind = (kind: string): kind is EventKind => Object.hasOwn(FATES, kind)

/** Refuses to take back what stands for good (till law: corrections are entries of their own). */
export function refuseFinal(event: JournalEvent, possible: number): never {
  const final = finalOf(event)
  return final === undefined
    ? refuse({ code: 'nothing-to-undo', possible })
    : refuse({ code: 'not-undoable', final, possible })
}

/** The beginning of the ledger is no deed to take back: there is nothing before it. */
function finalOf({ kind, stall, body }: JournalEvent): Final | undefined {
  if (kind === 'init' || kind === 'join') return undefined
  if (kind === 'till-z') return { kind, z: body.number }
  if (kind === 'close') return { kind, cohort: body.cohort, until: body.until }
  if (kind === 'correction') return { kind, cohort: body.cohort, number: body.number }
  if (kind === 'sale-import') return { kind, day: body.day, tickets: body.tickets.length }
  if (kind === 'import') return { kind, of: body.kind, added: body.added }
  if (kind === 'rates') return { kind, validFrom: body.validFrom }
  if (kind === 'sale-void') return { kind, stall, ticket: body.number }
  if (kind === 'cost-void') return { kind, cost: body.number }
  throw new Defect(`an event of kind ${kind} is not final`)
}

/**
 * Takes an event back by a reversal that repeats it. Refuses while something depends on what it brought; a price, a
 * name or a setting depends on nothing.
 */
export function takeBack(
  event: JournalEvent,
  by: readonly Dependent[],
  possible: number,
): EventBodies['reversal'] {
  const what = dependedOf(deedOf(event))
  if (what !== undefined && by.length > 0) refuse({ code: 'undo-blocked', what, by, possible })
  const { v: _v, stall: _stall, at: _at, actor: _actor, cum: _cum, seq, ...taken } = event
  return { of: seq, taken }
}

function dependedOf({ kind, body }: JournalEvent): Depended | undefined {
  if (kind === 'till-open') return { kind, day: body.day }
  if (kind === 'cohort') return { kind, cohort: body.code }
  if (kind === 'day') return { kind, day: body.day }
  if (kind === 'participant') return { kind, participant: body.code }
  if (kind === 'product') return { kind, product: body.code }
  return undefined
}
