import { close as en } from '../words/en/close.ts'
import { close as fr } from '../words/fr/close.ts'
import { inLanguage } from '../words/said.ts'
import { warn } from './close-check.ts'
import type { PeriodContext } from './closing-context.ts'
import { confirmCode } from './confirm-code.ts'
import type { ExitCode } from './exit-code.ts'
import type { Session } from './session.ts'

/** Shows the close, warns, and asks for the cohort's code. */
export const confirmClose = (
  session: Session,
  context: PeriodContext,
  preview: string,
): Promise<ExitCode | undefined> =>
  confirmCode(session, {
    preview,
    words: inLanguage(session.language(), { en, fr }),
    warn: () => warn(session, context, 'warning'),
  })
