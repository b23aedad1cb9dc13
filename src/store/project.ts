import type { EventBodies, EventKind, EventOf } from '../domain/journal/event.ts'
import { Defect } from '../domain/kernel/defect.ts'
import { attendanceProjectors } from './projections/attendance.ts'
import { closingProjectors } from './projections/closing.ts'
import { cohortProjectors } from './projections/cohort.ts'
import { correctionProjectors } from './projections/correction.ts'
import { costProjectors } from './projections/cost.ts'
import { exportProjectors } from './projections/export.ts'
import { ledgerProjectors } from './projections/ledger.ts'
import { noteMoney } from './projections/money-event.ts'
import { moneyMoveProjectors } from './projections/money-move.ts'
import { participantProjectors } from './projections/participant.ts'
import { productProjectors } from './projections/product.ts'
import type { Projectors } from './projections/projector.ts'
import { saleProjectors } from './projections/sale.ts'
import { stockProjectors } from './projections/stock.ts'
import { tillProjectors } from './projections/till.ts'
import { tillClosingProjectors } from './projections/till-closing.ts'
import { type Db, run } from './sql.ts'

const PROJECTORS: Projectors<EventKind> = {
  ...ledgerProjectors,
  ...cohortProjectors,
  ...participantProjectors,
  ...attendanceProjectors,
  ...costProjectors,
  ...productProjectors,
  ...stockProjectors,
  ...tillProjectors,
  ...tillClosingProjectors,
  ...saleProjectors,
  ...moneyMoveProjectors,
  ...closingProjectors,
  ...exportProjectors,
  ...correctionProjectors,
  reversal: { apply: reverse },
  redo: {
    apply: (db, event) => reapply(db, event, event.body.taken),
    revert: (db, event) => unproject(db, { ...event, of: event.seq }, event.body.taken),
  },
}

/** Writes what an event changes in the tables. The same function serves recording and replay. */
export function project<K extends EventKind>(db: Db, event: EventOf<K>): void {
  noteMoney(db, event)
  PROJECTORS[event.kind].apply(db, event)
}

/** True when an undo can take this kind back by {@link project}ing a reversal. */
export const isReversible = (kind: EventKind): boolean =>
  kind === 'reversal' ? false : PROJECTORS[kind].revert !== undefined

function unproject<K extends EventKind>(
  db: Db,
  { stall, of, at, actor, cum }: Taken,
  { kind, body }: { readonly kind: K; readonly body: EventBodies[K] },
): void {
  const revert = kind === 'reversal' ? undefined : PROJECTORS[kind].revert
  if (revert === undefined) throw new Defect(`an event of kind ${kind} is not taken back`)
  revert(db, { v: 1, stall, seq: of, at, actor, cum, kind, body })
}
type Taken = Pick<EventOf<'reversal'>, 'stall' | 'at' | 'actor' | 'cum'> & { readonly of: number }

/** What came back is written as if it had happened now, under the redo's own number. */
function reapply<K extends EventKind>(
  db: Db,
  { stall, seq, at, actor, cum }: EventOf<'redo'>,
  { kind, body }: { readonly kind: K; readonly body: EventBodies[K] },
): void {
  PROJECTORS[kind].apply(db, { v: 1, stall, seq, at, actor, cum, kind, body })
}

function reverse(db: Db, { stall, at, actor, cum, body }: EventOf<'reversal'>): void {
  unproject(db, { stall, at, actor, cum, of: body.of }, body.taken)
  run(db, 'INSERT INTO reversed (stall, seq) VALUES (?, ?)', [stall, body.of])
}
