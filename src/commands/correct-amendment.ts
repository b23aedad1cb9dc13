import type { CloseBody } from '../domain/closing/close-body.ts'
import { correct as decide } from '../domain/closing/correct.ts'
import type { CorrectionBody, CorrectionFact } from '../domain/closing/correction.ts'
import { headCodeOf } from '../domain/journal/head-code.ts'
import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { amendmentText } from '../formats/amendment-text.ts'
import { amendmentAnswer } from '../reports/amendment.ts'
import { closedPeriod, lastCorrection } from '../store/queries/correction.ts'
import { periodClose } from '../store/queries/frozen-close.ts'
import { lastLink } from '../store/record.ts'
import { readTogether } from '../store/snapshot.ts'
import type { Db } from '../store/sql.ts'
import { type CorrectWords, correct as en } from '../words/en/correct.ts'
import { correct as fr } from '../words/fr/correct.ts'
import { inLanguage } from '../words/said.ts'
import { lossBorne } from './closing-shown.ts'
import type { Outcome } from './command.ts'
import { pastDayFrom } from './cost-typed.ts'
import { FLAGS, type FlagValues } from './flags.ts'
import { printOne, readerOf } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { integerFrom, optional, textFrom } from './values.ts'
import { VERSION } from './version.ts'

/** Options of every correction. */
export const AMENDMENT_OPTIONS = {
  reason: FLAGS.reason,
  period: FLAGS.period,
  on: FLAGS.on,
  confirm: FLAGS.confirm,
} as const

export const correctWords = (session: Session): CorrectWords =>
  inLanguage(session.language(), { en, fr })

export const reasonFrom = (typed: string | undefined): string | undefined =>
  optional(typed, (text) => textFrom(text, '--reason', 200))

const MOST_PERIODS = 999

export const periodFrom = (typed: string | undefined): number | undefined =>
  optional(typed, (text) => integerFrom(text, '--period', { from: 1, to: MOST_PERIODS }))

/** A fact to correct a period by: what a command made of its words, and how to read the rest of it. */
export type Wished = {
  readonly typed: Pick<FlagValues<typeof AMENDMENT_OPTIONS>, 'on' | 'confirm'>
  readonly reason: string | undefined
  /** The period that it corrects; undefined for the last one closed. */
  readonly periodIn: (db: Db) => number | undefined
  readonly factIn: (db: Db, close: CloseBody) => CorrectionFact
}

type Decided = { readonly close: CloseBody; readonly body: CorrectionBody }

/** Reads the period, computes its amendment, and records it once the code of the cohort is given: it stands for good. */
export async function recordCorrection(session: Session, wished: Wished): Promise<Outcome> {
  const { confirm } = wished.typed
  const { code } = session.cohort()
  const day = optional(wished.typed.on, (text) => pastDayFrom(session, text)) ?? session.today()
  if (confirm !== undefined && confirm.trim().toUpperCase() !== code.toUpperCase())
    misused({ code: 'confirm-differs', typed: confirm, cohort: code })
  if (!session.dryRun && confirm === undefined) {
    const { db } = session.ledger()
    const { close, body } = readTogether(db, () => decided(session, db, { wished, day }))
    const { confirmCode } = await import('./confirm-code.ts')
    const shown = { close, body, headCode: undefined, ...borneAfter(session, body) }
    const preview = amendmentText(shown, readerOf(session))
    const outcome = await confirmCode(session, { preview, words: correctWords(session) })
    if (outcome !== undefined) return outcome
  }
  const made = session.record((journal) => {
    const { close, body } = decided(session, journal.db, { wished, day })
    const before = headHash(session, journal.db)
    journal.append('correction', body)
    return { close, body, hash: session.dryRun ? before : headHash(session, journal.db) }
  })
  await printAmendment(session, made, session.dryRun ? 'preview' : 'recorded')
  if (session.dryRun) return undefined
  const { number, period } = made.body
  const newest = closedPeriod(session.ledger().db, code, undefined).body.period
  const named = period === newest ? undefined : period
  return sayNext(session, correctWords(session).paper(number, named))
}

function decided(
  session: Session,
  db: Db,
  { wished, day }: { readonly wished: Wished; readonly day: Day },
): Decided {
  const { code, status } = session.cohort()
  if (status === 'archived') refuse({ code: 'cohort-archived', cohort: code })
  const { body: close } = closedPeriod(db, code, wished.periodIn(db))
  const last = lastCorrection(db, { cohort: code, period: close.period })?.body
  const fact = wished.factIn(db, close)
  const { stall: till } = session.ledger()
  const made = { fact, day, till, reason: wished.reason, software: VERSION }
  const next = periodClose(db, code, close.period + 1)?.body
  return { close, body: decide({ close, last, next }, made) }
}

/** Who bears the loss that an amendment leaves. */
export const borneAfter = (session: Session, { period, amendment }: CorrectionBody) =>
  lossBorne(session, { period, deficitCents: amendment.after.distribution.deficitCents })

/** The hash of this till's last event. */
function headHash(session: Session, db: Db): Buffer {
  const { coop, stall } = session.ledger()
  return lastLink(db, coop, stall).hash
}

/** An amendment as it was given, or would be. */
export const printAmendment = (
  session: Session,
  { close, body, hash }: Decided & { readonly hash: Buffer },
  status: 'preview' | 'recorded',
): Promise<void> => {
  const { from, until } = close
  const headCode = status === 'preview' ? undefined : headCodeOf(hash)
  const answer = { body, period: { from, until }, status, head: hash.toString('hex') }
  return printOne(session, amendmentAnswer(answer), () =>
    amendmentText({ body, close, headCode, ...borneAfter(session, body) }, readerOf(session)),
  )
}
