import type { CloseBody } from '../domain/closing/close-body.ts'
import { headCodeOf } from '../domain/journal/head-code.ts'
import { amendmentDocument } from '../formats/statement-amendment.ts'
import { peopleOf } from '../store/identity.ts'
import type { FrozenCorrection } from '../store/queries/correction.ts'
import { borneAfter } from './correct-amendment.ts'
import { printDocument, readerOf } from './output.ts'
import type { Session } from './session.ts'

/** An amendment as a paper to print and sign; names are joined here. */
export function amendmentPaper(
  session: Session,
  { close, body, hash }: FrozenCorrection & { readonly close: CloseBody },
): Promise<void> {
  const { code: cohort, name: cohortName } = session.cohort()
  const people = peopleOf(session.ledger().db, cohort)
  const paper = {
    host: session.settings().hostName,
    cohort,
    cohortName,
    close,
    body,
    headCode: headCodeOf(hash),
    ...borneAfter(session, body),
    nameOf: (participant: string) => people.get(participant)?.name,
  }
  return printDocument(session, amendmentDocument(paper, readerOf(session)), body)
}
