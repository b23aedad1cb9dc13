import * as z from 'zod/mini'
import type { CorrectionBody } from '../../domain/closing/correction.ts'
import { refuse } from '../../domain/journal/refusal.ts'
import { correctionBody } from '../correction-fields.ts'
import { all, bytesOf, type Db, first, integerOf, type Row, textOf } from '../sql.ts'
import { type FrozenClose, periodClose } from './frozen-close.ts'

/** A correction as it was recorded, and the hash of its event. */
export type FrozenCorrection = { readonly body: CorrectionBody; readonly hash: Buffer }

const CORRECTIONS = `SELECT correction.body AS body, event.hash AS hash
  FROM correction JOIN event ON event.stall = correction.stall AND event.seq = correction.seq
  WHERE correction.cohort = :cohort`
const OF_PERIOD = `${CORRECTIONS} AND period = :period`

function correctionOf(row: Row): FrozenCorrection {
  const body: CorrectionBody = z.parse(correctionBody, JSON.parse(textOf(row, 'body')))
  return { body, hash: bytesOf(row, 'hash') }
}

type Named = { readonly cohort: string; readonly period: number }

/** Every amendment of a closed period, the first one first. */
export const correctionsOf = (db: Db, { cohort, period }: Named): readonly FrozenCorrection[] =>
  all(db, `${OF_PERIOD} ORDER BY number`, { cohort, period }).map(correctionOf)

/** Every amendment of a cohort, by period and number. */
export const cohortCorrections = (db: Db, cohort: string): readonly FrozenCorrection[] =>
  all(db, `${CORRECTIONS} ORDER BY period, number`, { cohort }).map(correctionOf)

/** The last amendment of a closed period: where it stands. */
export function lastCorrection(db: Db, { cohort, period }: Named): FrozenCorrection | undefined {
  const row = first(db, `${OF_PERIOD} ORDER BY number DESC LIMIT 1`, { cohort, period })
  return row === undefined ? undefined : correctionOf(row)
}

/** How many periods of a cohort are closed. */
function closesOf(db: Db, cohort: string): number {
  const row = first(db, 'SELECT count(*) AS closes FROM closing WHERE cohort = ?', [cohort])
  return row === undefined ? 0 : integerOf(row, 'closes')
}

/** The close of a period, by default of the last one; refuses a period that is not closed. */
export const closedPeriod = (db: Db, cohort: string, period: number | undefined): FrozenClose =>
  periodClose(db, cohort, period) ??
  refuse({ code: 'period-not-closed', cohort, period, closed: closesOf(db, cohort) })
