import { refuse } from '../domain/journal/refusal.ts'
import { sharesDocument, standingShares } from '../formats/statement-share.ts'
import { participantNamed } from '../store/queries/participant.ts'
import { statements as en } from '../words/en/statements.ts'
import { statements as fr } from '../words/fr/statements.ts'
import { inLanguage } from '../words/said.ts'
import { closedPaper } from './closed-paper.ts'
import { command, type Input } from './command.ts'
import { FLAGS, PAPER_FLAGS } from './flags.ts'
import { isOnScreen, printDocument, readerOf } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'

const OPTIONS = {
  ...PAPER_FLAGS,
  all: FLAGS.all,
  until: FLAGS.until,
  period: FLAGS.period,
} as const

/** The page that each participant takes home: the share in plain words, and how it came about. */
export const payoutStatement = command({ arguments: '[who...]', options: OPTIONS, run })

async function run(
  session: Session,
  { words: typed, options }: Input<typeof OPTIONS>,
): Promise<void> {
  if (options.all && typed.length > 0)
    misused({ code: 'option-conflict', one: '--all', other: typed[0] ?? '' })
  if (!options.all && typed.length === 0)
    misused({ code: 'missing-argument', name: '<who>', command: 'payout statement' })
  const paper = closedPaper(session, options)
  const { db } = session.ledger()
  const shares = standingShares(paper)
  const wanted = new Set(typed.map((who) => participantNamed(db, paper.cohort, who).code))
  const chosen = shares.filter((share) => options.all || wanted.has(share.participant))
  const absent = [...wanted].find((code) => shares.every((each) => each.participant !== code))
  if (absent !== undefined) refuse({ code: 'no-share', cohort: paper.cohort, participant: absent })
  const codes = chosen.map((share) => share.participant)
  const json = chosen.map((share) => ({ cohort: paper.cohort, ...share }))
  await printDocument(session, sharesDocument(paper, codes, readerOf(session)), json)
  const whom = options.all ? '--all' : codes.join(' ')
  if (isOnScreen(session))
    sayNext(session, inLanguage(session.language(), { en, fr }).share.print(whom))
}
