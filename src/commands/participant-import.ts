import { present } from '../domain/kernel/present.ts'
import { addParticipant } from '../domain/participants/add.ts'
import { nextCode } from '../domain/participants/code.ts'
import { INDICATOR_FIELDS, type Indicators } from '../domain/participants/indicators.ts'
import { leaveCohort } from '../domain/participants/stay.ts'
import { type ParticipantRow as FileRow, PARTICIPANTS_IMPORT } from '../formats/import-specs.ts'
import { commitmentOf, newSalt, type Person, peopleOf, writePerson } from '../store/identity.ts'
import { type ParticipantRow, participantsOf } from '../store/queries/participant.ts'
import { participant as en } from '../words/en/participant.ts'
import { participant as fr } from '../words/fr/participant.ts'
import { inLanguage } from '../words/said.ts'
import { type Importer, type ImportWork, importCommand } from './import-file.ts'
import { liveCohort } from './live-cohort.ts'
import type { Session } from './session.ts'

export const participantImport = importCommand((session) => ({
  kind: 'participant',
  spec: PARTICIPANTS_IMPORT,
  begin: (work) => importer(session, work),
  next: () => inLanguage(session.language(), { en, fr }).nextAfterImport,
}))

/** Rows are held until the file is read: codes that are given come before those that are to be found. */
function importer(session: Session, work: ImportWork): Importer<FileRow> {
  liveCohort(session)
  const rows: FileRow[] = []
  return { take: (row) => void rows.push(row), finish: () => addAll(work, rows) }
}

type Known = { readonly row: ParticipantRow; readonly person: Person | undefined }

function addAll(work: ImportWork, rows: readonly FileRow[]): void {
  const { db } = work.journal
  const people = peopleOf(db, work.cohort)
  const known = new Map<string, Known>(
    participantsOf(db, work.cohort).map((row) => [row.code, { row, person: people.get(row.code) }]),
  )
  if (hasTwice(work, rows)) return
  const taken = new Set(known.keys())
  const coded = rows.filter((row) => row.code !== null)
  const reserved = new Set([...taken, ...coded.flatMap((row) => row.code ?? [])])
  const unclaimed = new Map(known)
  for (const row of coded) {
    const one = known.get(row.code ?? '')
    unclaimed.delete(row.code ?? '')
    if (one === undefined) addOne(work, row, { code: row.code ?? '', taken })
    else if (agrees(row, one)) work.skipped()
    else work.fault({ line: row.line }, { code: 'participant-differs', participant: one.row.code })
  }
  for (const row of rows) {
    if (row.code !== null) continue
    const same = [...unclaimed].find(([, one]) => agrees(row, one))
    if (same !== undefined) {
      unclaimed.delete(same[0])
      work.skipped()
      continue
    }
    const code = nextCode(reserved, work.journal.stall)
    reserved.add(code)
    addOne(work, row, { code, taken })
  }
}

/** The same code on two lines: neither is taken. */
function hasTwice(work: ImportWork, rows: readonly FileRow[]): boolean {
  const byCode = Map.groupBy(rows, (row) => row.code)
  let found = false
  for (const [code, same] of byCode) {
    if (code === null || same.length < 2) continue
    found = true
    for (const { line } of same) {
      const other = same.find((each) => each.line !== line)?.line ?? line
      work.fault({ line, column: 'code' }, (language) =>
        inLanguage(language, { en, fr }).twice(other),
      )
    }
  }
  return found
}

/** Whether all that the row says is known so already; a blank cell says nothing. */
function agrees(row: FileRow, { row: member, person }: Known): boolean {
  if (person === undefined) return row.code !== null
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [row.name, person.name],
    [row.contractSigned, member.contractSigned],
    [row.payable, member.payable],
    [row.payableReason, member.payableReason],
    [row.joined, member.joinedOn],
    [row.left, member.leftOn],
    ...INDICATOR_FIELDS.map((field) => [row.indicators[field], person.indicators[field]] as const),
  ]
  return pairs.every(([said, held]) => said === null || said === held)
}

type Place = { readonly code: string; readonly taken: Set<string> }

function addOne(work: ImportWork, row: FileRow, { code, taken }: Place): void {
  const { journal, cohort } = work
  work.noting({ line: row.line }, () => {
    const salt = newSalt()
    const body = addParticipant(
      {
        cohort,
        till: journal.stall,
        code,
        contractSigned: row.contractSigned ?? undefined,
        ...payableIn(row),
        joinedOn: row.joined ?? undefined,
      },
      taken,
      (chosen) => commitmentOf(salt, chosen, row.name),
    )
    const stay = { joinedOn: body.joinedOn, leftOn: undefined }
    const leaving =
      row.left === null ? undefined : leaveCohort({ cohort, code, stay, presences: [] }, row.left)
    taken.add(code)
    journal.append('participant', body)
    if (leaving !== undefined) journal.append('participant-leave', leaving)
    writePerson(journal.db, body, { name: row.name, salt, indicators: indicatorsIn(row) })
    work.added()
  })
}

/** A file need not have the column of reasons: no pay without one is for another reason. */
function payableIn({ payable, payableReason }: FileRow) {
  if (payable === false) return { payable, payableReason: payableReason ?? ('other' as const) }
  const reason = payableReason ?? undefined
  return { payable: payable ?? reason === undefined, payableReason: reason }
}

const indicatorsIn = ({ indicators }: FileRow): Indicators =>
  present({
    sex: indicators.sex ?? undefined,
    birthYear: indicators.birthYear ?? undefined,
    territory: indicators.territory ?? undefined,
    schooling: indicators.schooling ?? undefined,
    status: indicators.status ?? undefined,
    prescriber: indicators.prescriber ?? undefined,
    projectIdea: indicators.projectIdea ?? undefined,
    publicType: indicators.publicType ?? undefined,
    imageRight: indicators.imageRight ?? undefined,
  })
