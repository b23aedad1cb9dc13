import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { present } from '../domain/kernel/present.ts'
import { addParticipant } from '../domain/participants/add.ts'
import { editParticipant } from '../domain/participants/edit.ts'
import type { Indicators } from '../domain/participants/indicators.ts'
import { looksLike, mixesScripts } from '../domain/participants/likeness.ts'
import { leaveCohort } from '../domain/participants/stay.ts'
import {
  commitmentOf,
  commitmentToName,
  newSalt,
  peopleOf,
  personOf,
  renamePerson,
  writeIndicators,
  writePerson,
} from '../store/identity.ts'
import { presencesOfParticipant } from '../store/queries/attendance.ts'
import {
  type ParticipantRow,
  participantNamed,
  participantsOf,
} from '../store/queries/participant.ts'
import type { Journal } from '../store/record.ts'
import { dayText } from '../words/day-text.ts'
import { participant as en } from '../words/en/participant.ts'
import { participant as fr } from '../words/fr/participant.ts'
import { inLanguage } from '../words/said.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { liveCohort } from './live-cohort.ts'
import { printOne } from './output.ts'
import { participantFields } from './participant-list.ts'
import {
  indicatorsOf,
  MEMBER_OPTIONS,
  nameFrom,
  pastDay,
  personCodeFrom,
  saidOf,
} from './participant-options.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { optional } from './values.ts'

const wordsOf = (session: Session) => inLanguage(session.language(), { en, fr })

const ADD_OPTIONS = { code: FLAGS.code, ...MEMBER_OPTIONS } as const

export const participantAdd = command({
  arguments: '<name>',
  options: ADD_OPTIONS,
  writes: true,
  run: add,
})

async function add(session: Session, { words, options }: Input<typeof ADD_OPTIONS>): Promise<void> {
  const name = await nameFrom(session, words[0] ?? '', '<name>')
  const code = optional(options.code, personCodeFrom)
  const said = saidOf(session, options)
  const indicators = indicatorsOf(session, options)
  const { added, alike } = session.record((journal) => {
    const cohort = liveCohort(session).code
    const alikeBefore = namesLike(journal, cohort, name)
    const taken = new Set(participantsOf(journal.db, cohort).map((each) => each.code))
    const salt = newSalt()
    const body = addParticipant(
      {
        cohort,
        till: journal.stall,
        code,
        ...said,
        payable: said.payable ?? said.payableReason === undefined,
      },
      taken,
      (chosen) => commitmentOf(salt, chosen, name),
    )
    journal.append('participant', body)
    writePerson(journal.db, body, { name, salt, indicators })
    return { added: whole(journal, cohort, body.code), alike: alikeBefore }
  })
  const text = wordsOf(session)
  await printOne(session, added, () => text.added(added.code, name))
  if (alike.length > 0) session.say(text.alike(alike))
  if (mixesScripts(name)) session.say(text.mixedScripts)
  sayNext(session, text.next)
}

/** Codes of those whose name would be taken for this one. */
const namesLike = ({ db }: Journal, cohort: string, name: string): readonly string[] =>
  [...peopleOf(db, cohort).values()]
    .filter((each) => looksLike(each.name, name))
    .map((each) => each.code)

function whole({ db }: Pick<Journal, 'db'>, cohort: string, code: string) {
  const row = participantNamed(db, cohort, code)
  return participantFields(row, personOf(db, cohort, code))
}

const EDIT_OPTIONS = { name: FLAGS.name, ...MEMBER_OPTIONS } as const

export const participantEdit = command({
  arguments: '<who>',
  options: EDIT_OPTIONS,
  writes: true,
  run: edit,
})

async function edit(
  session: Session,
  { words, options }: Input<typeof EDIT_OPTIONS>,
): Promise<void> {
  const name =
    options.name === undefined ? undefined : await nameFrom(session, options.name, '--name')
  const said = saidOf(session, options)
  const indicators = indicatorsOf(session, options)
  const changed = session.record((journal) => {
    const cohort = liveCohort(session).code
    const row = participantNamed(journal.db, cohort, words[0] ?? '')
    changeMember(journal, { cohort, row }, { said: { ...said, name }, indicators })
    return whole(journal, cohort, row.code)
  })
  const text = wordsOf(session)
  await printOne(session, changed, () => text.changed(changed.code))
}

type Member = { readonly cohort: string; readonly row: ParticipantRow }
type Wishes = {
  readonly said: ReturnType<typeof saidOf> & { readonly name: string | undefined }
  readonly indicators: Indicators
}

/** The name and the indicators are beside the journal; what the journal holds of an edit is an event. */
function changeMember(
  journal: Journal,
  { cohort, row }: Member,
  { said: { name, ...said }, indicators }: Wishes,
): void {
  const { db } = journal
  const whose = { cohort, code: row.code }
  const commitment = optional(name, (text) => commitmentToName(db, whose, text))
  const body = editParticipant(
    { ...whose, facts: row, presences: presencesOfParticipant(db, cohort, row.code) },
    present({ ...said, commitment }),
  )
  const known: Indicators = personOf(db, cohort, row.code)?.indicators ?? {}
  const isNew = Object.entries(indicators).some(
    ([field, value]) => Object.entries(known).find(([each]) => each === field)?.[1] !== value,
  )
  if (body.changes.length === 0 && !isNew) refuse({ code: 'nothing-to-change' })
  if (name !== undefined && commitment !== row.commitment) renamePerson(db, whose, name)
  if (body.changes.length > 0) journal.append('participant-edit', body)
  writeIndicators(db, whose, indicators)
}

const LEAVE_OPTIONS = { on: FLAGS.on, cancel: FLAGS.cancel } as const

export const participantLeave = command({
  arguments: '<who>',
  options: LEAVE_OPTIONS,
  writes: true,
  run: leave,
})

async function leave(
  session: Session,
  { words, options }: Input<typeof LEAVE_OPTIONS>,
): Promise<void> {
  if (options.cancel && options.on !== undefined)
    misused({ code: 'option-conflict', one: '--cancel', other: '--on' })
  const on = optional(options.on, (typed) => pastDay(session, typed, '--on')) ?? session.today()
  const { row, isNew } = session.record((journal) => {
    const cohort = liveCohort(session).code
    const member = { cohort, row: participantNamed(journal.db, cohort, words[0] ?? '') }
    return { row: member.row, isNew: recordLeaving(journal, member, options.cancel ? null : on) }
  })
  const text = wordsOf(session)
  const day = dayText(on, session.language())
  await printOne(session, { code: row.code, left: options.cancel ? null : on }, () => {
    if (options.cancel) return isNew ? text.back(row.code) : text.neverLeft(row.code)
    return isNew ? text.left(row.code, day) : text.leftAlready(row.code, day)
  })
}

/** Null takes the leaving back. Answers whether that was anything new. */
function recordLeaving(journal: Journal, { cohort, row }: Member, on: Day | null): boolean {
  const { code } = row
  const presences = presencesOfParticipant(journal.db, cohort, code)
  if (on === null) {
    const body = editParticipant({ cohort, code, facts: row, presences }, { leftOn: null })
    if (body.changes.length > 0) journal.append('participant-edit', body)
    return body.changes.length > 0
  }
  const body = leaveCohort({ cohort, code, stay: row, presences }, on)
  if (body !== undefined) journal.append('participant-leave', body)
  return body !== undefined
}
