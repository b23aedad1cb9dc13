import type { EventBodies } from '../../domain/journal/event.ts'
import { type Db, run } from '../sql.ts'
import {
  bit,
  type Editable,
  orNull,
  type Projectors,
  type Side,
  writeChanges,
} from './projector.ts'

const PARTICIPANT: Editable = {
  table: 'participant',
  key: ['cohort', 'code'],
  columns: {
    commitment: 'commitment',
    contractSigned: 'contract_signed',
    payable: 'payable',
    payableReason: 'payable_reason',
    joinedOn: 'joined_on',
    leftOn: 'left_on',
  },
}

const edit = (
  db: Db,
  { cohort, code, changes }: EventBodies['participant-edit'],
  side: Side,
): void => writeChanges(db, PARTICIPANT, { of: [cohort, code], changes, side })

export const participantProjectors: Projectors<
  'participant' | 'participant-edit' | 'participant-leave'
> = {
  participant: {
    apply: (db, { body }) =>
      run(
        db,
        `INSERT INTO participant (cohort, code, commitment, contract_signed, payable, payable_reason, joined_on)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (cohort, code) DO UPDATE SET
           contract_signed = coalesce(contract_signed, excluded.contract_signed),
           joined_on = coalesce(joined_on, excluded.joined_on)`,
        [
          body.cohort,
          body.code,
          body.commitment,
          orNull(body.contractSigned),
          bit(body.payable),
          orNull(body.payableReason),
          orNull(body.joinedOn),
        ],
      ),
    revert: (db, { body }) =>
      run(db, 'DELETE FROM participant WHERE cohort = ? AND code = ?', [body.cohort, body.code]),
  },
  'participant-edit': {
    apply: (db, { body }) => edit(db, body, 'to'),
    revert: (db, { body }) => edit(db, body, 'from'),
  },
  'participant-leave': {
    apply: (db, { body }) =>
      run(db, 'UPDATE participant SET left_on = ? WHERE cohort = ? AND code = ?', [
        body.on,
        body.cohort,
        body.code,
      ]),
    revert: (db, { body }) =>
      run(db, 'UPDATE participant SET left_on = ? WHERE cohort = ? AND code = ?', [
        orNull(body.before),
        body.cohort,
        body.code,
      ]),
  },
}
