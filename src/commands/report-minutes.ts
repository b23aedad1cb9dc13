import { minutesDocument } from '../formats/statement-minutes.ts'
import { statements as en } from '../words/en/statements.ts'
import { statements as fr } from '../words/fr/statements.ts'
import { inLanguage } from '../words/said.ts'
import { closedPaper } from './closed-paper.ts'
import { lossBorne } from './closing-shown.ts'
import { command, type Input } from './command.ts'
import { FLAGS, PAPER_FLAGS } from './flags.ts'
import { isOnScreen, printDocument, readerOf } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'

const OPTIONS = { ...PAPER_FLAGS, until: FLAGS.until, period: FLAGS.period } as const

/** The minutes of a close, to sign. */
export const reportMinutes = command({ options: OPTIONS, run })

async function run(session: Session, { options }: Input<typeof OPTIONS>): Promise<void> {
  const paper = closedPaper(session, options)
  const { headCode, body } = paper
  const { deficitCents } = body.distribution
  const { last } = lossBorne(session, { period: body.period, deficitCents })
  await printDocument(session, minutesDocument({ ...paper, last }, readerOf(session)), {
    ...body,
    headCode,
  })
  if (isOnScreen(session))
    sayNext(session, inLanguage(session.language(), { en, fr }).minutes.print)
}
