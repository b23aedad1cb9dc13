import type { CloseChoices } from '../domain/closing/close-choices.ts'
import { type CloseView, decideClose, previewClose } from '../domain/closing/decide-close.ts'
import { headCodeOf } from '../domain/journal/head-code.ts'
import { dayOf } from '../domain/kernel/instant.ts'
import { closeText, type ShownClose } from '../formats/close-text.ts'
import { type CloseStatus, closeAnswer } from '../reports/close-answer.ts'
import { digestOfInputs } from '../store/digest-of-inputs.ts'
import { firstBroken } from '../store/first-broken.ts'
import { type Journal, lastLink } from '../store/record.ts'
import { readTogether } from '../store/snapshot.ts'
import type { Db } from '../store/sql.ts'
import { type CloseWords, close as en } from '../words/en/close.ts'
import { close as fr } from '../words/fr/close.ts'
import { NEXT } from '../words/next.ts'
import { inLanguage } from '../words/said.ts'
import { notWhole } from './audit.ts'
import { SHARING_OPTIONS, sharingFrom, voteFrom } from './close-options.ts'
import { type PeriodContext, readPeriod } from './closing-context.ts'
import { command, type Input, type Outcome } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne, readerOf } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { optional } from './values.ts'
import { VERSION } from './version.ts'

const OPTIONS = {
  ...SHARING_OPTIONS,
  check: FLAGS.check,
  until: FLAGS.until,
  vote: FLAGS.vote,
  acceptLoss: FLAGS.acceptLoss,
  confirm: FLAGS.confirm,
} as const

export const close = command({ options: OPTIONS, writes: true, run: runClose })

type Wish = { readonly until: string | undefined; readonly choices: CloseChoices }

const nextOf = (session: Session): CloseWords['next'] =>
  inLanguage(session.language(), { en, fr }).next

async function runClose(session: Session, { options }: Input<typeof OPTIONS>): Promise<Outcome> {
  const vote = optional(options.vote, (text) => voteFrom(session, text))
  const sharing = sharingFrom(session, options)
  const wish = {
    until: options.until,
    choices: { ...sharing, acceptLoss: options.acceptLoss, vote },
  }
  const readNow = (): PeriodContext => {
    const { db } = session.ledger()
    return readTogether(db, () => readPeriod(session, db, wish))
  }
  if (options.check) {
    const { checkClose } = await import('./close-check.ts')
    return checkClose(session, readNow())
  }
  if (session.dryRun) return preview(session, wish)
  const code = session.cohort().code
  if (options.confirm === undefined) {
    const context = readNow()
    decideClose(context, { software: VERSION, inputs: '' })
    const { confirmClose } = await import('./close-confirm.ts')
    const outcome = await confirmClose(session, context, shownPreview(session, context))
    if (outcome !== undefined) return outcome
    await closeForGood(session, wish)
    return sayNext(session, nextOf(session).backup)
  }
  if (options.confirm.trim().toUpperCase() !== code.toUpperCase())
    misused({ code: 'confirm-differs', typed: options.confirm, cohort: code })
  const context = await closeForGood(session, wish)
  const { warn } = await import('./close-check.ts')
  warn(session, context, 'warning')
  return sayNext(session, nextOf(session).backup)
}

async function closeForGood(session: Session, wish: Wish): Promise<PeriodContext> {
  const { context, body, hash } = session.record((journal) => freeze(session, journal, wish))
  const shown = {
    view: body,
    closedOn: dayOf(body.closedAt),
    vote: body.vote,
    headCode: headCodeOf(hash),
    last: context.last,
  }
  await printClose(session, shown, { status: 'closed', head: hash.toString('hex') })
  return context
}

/**
 * Inside the one transaction: a sale lands wholly before the close, or is refused after it. What is frozen rests on the
 * whole journal, so every event is proved first; a broken one ends it with the exit code of the proof.
 */
function freeze(session: Session, journal: Journal, wish: Wish) {
  const context = readPeriod(session, journal.db, wish)
  const { facts, choices, moment } = context
  const weights = Object.fromEntries(choices.weights)
  const inputs = digestOfInputs({ facts, choices: { ...choices, weights }, moment })
  const body = decideClose(context, { software: VERSION, inputs })
  const broken = firstBroken(journal.db)
  if (broken !== undefined) throw notWhole(session, [broken])
  journal.append('close', body)
  return { context, body, hash: headHash(session, journal.db) }
}

async function preview(session: Session, wish: Wish): Promise<undefined> {
  const { db } = session.ledger()
  const { context, hash } = readTogether(db, () => ({
    context: readPeriod(session, db, wish),
    hash: headHash(session, db),
  }))
  const shown = shownOf(previewClose(context), context)
  await printClose(session, shown, { status: 'preview', head: hash.toString('hex') })
  const { warn } = await import('./close-check.ts')
  warn(session, context)
  session.say(`${NEXT[session.language()]}${nextOf(session).check}\n`)
  return undefined
}

/** The hash of this till's last event. */
function headHash(session: Session, db: Db): Buffer {
  const { coop, stall } = session.ledger()
  return lastLink(db, coop, stall).hash
}

const shownOf = (view: CloseView, { choices, last }: PeriodContext): ShownClose => ({
  view,
  closedOn: undefined,
  vote: choices.vote,
  headCode: undefined,
  last,
})

const shownPreview = (session: Session, context: PeriodContext): string =>
  closeText(shownOf(previewClose(context), context), readerOf(session))

const printClose = (
  session: Session,
  shown: ShownClose,
  { status, head }: { readonly status: CloseStatus; readonly head: string },
): Promise<void> =>
  printOne(session, closeAnswer(shown.view, status, head), () =>
    closeText(shown, readerOf(session)),
  )
