import { detailText } from '../formats/details.ts'
import { type Column, column, columns } from '../reports/column.ts'
import { type Person, peopleOf, personOf } from '../store/identity.ts'
import {
  type ParticipantRow,
  participantNamed,
  participantsOf,
} from '../store/queries/participant.ts'
import { participant as en } from '../words/en/participant.ts'
import { participant as fr } from '../words/fr/participant.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { isForPrograms, printOne, printReport, readerOf } from './output.ts'
import type { Session } from './session.ts'

/** One member with name and indicators, as listed, shown and imported again; null is "not known". */
export function participantFields(row: ParticipantRow, person: Person | undefined) {
  const indicators: Person['indicators'] = person?.indicators ?? {}
  const { birthYear } = indicators
  return {
    code: row.code,
    name: person?.name ?? null,
    contractSigned: row.contractSigned ?? null,
    payable: row.payable,
    payableReason: row.payableReason ?? null,
    joined: row.joinedOn ?? null,
    left: row.leftOn ?? null,
    sex: indicators.sex ?? null,
    birthYear: typeof birthYear === 'number' ? birthYear : null,
    territory: indicators.territory ?? null,
    schooling: indicators.schooling ?? null,
    status: indicators.status ?? null,
    prescriber: indicators.prescriber ?? null,
    projectIdea: indicators.projectIdea ?? null,
    publicType: indicators.publicType ?? null,
    imageRight: indicators.imageRight ?? null,
  }
}

const SHORT = columns(
  'code',
  'name',
  'contractSigned',
  'payable',
  'payableReason',
  'joined',
  'left',
)
const WHOLE: readonly Column[] = [
  ...SHORT,
  ...columns('sex', 'birthYear', 'territory', 'schooling'),
  column('status', { unit: 'word', words: 'situation' }),
  ...columns('prescriber', 'projectIdea', 'publicType', 'imageRight'),
]

export const participantList = command({ options: {}, lists: true, run: list })

async function list(session: Session): Promise<void> {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const people = peopleOf(db, cohort)
  const rows = participantsOf(db, cohort).map((row) => participantFields(row, people.get(row.code)))
  if (rows.length === 0) session.say(inLanguage(session.language(), { en, fr }).nobody)
  await printReport(session, {
    name: 'participants',
    columns: isForPrograms(session) ? WHOLE : SHORT,
    rows,
  })
}

export const participantShow = command({ arguments: '<who>', options: {}, run: show })

async function show(
  session: Session,
  { words }: { readonly words: readonly string[] },
): Promise<void> {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const row = participantNamed(db, cohort, words[0] ?? '')
  const fields = participantFields(row, personOf(db, cohort, row.code))
  await printOne(session, fields, () => detailText(WHOLE, fields, readerOf(session)))
}
