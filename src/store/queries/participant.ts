import type { Stay } from '../../domain/attendance/weight.ts'
import { refuse } from '../../domain/journal/refusal.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { fold, isPersonCode } from '../../domain/kernel/name.ts'
import { nearest } from '../../domain/kernel/suggestion.ts'
import type { ParticipantFacts } from '../../domain/participants/edit.ts'
import { PAYABLE_REASONS, type PayableReason } from '../../domain/participants/indicators.ts'
import { peopleOf } from '../identity.ts'
import { all, type Db, first, flagOf, optionalText, type Row, textOf } from '../sql.ts'

/** What the journal says of one member: no name. */
export type ParticipantRow = ParticipantFacts & { readonly code: string }

const SELECT = `SELECT code, commitment, contract_signed, payable, payable_reason, joined_on, left_on
  FROM participant WHERE cohort = ?`

const optionalDay = (row: Row, column: string): Day | undefined => {
  const text = optionalText(row, column)
  return text === undefined ? undefined : day(text)
}

function reasonIn(row: Row): PayableReason | undefined {
  const text = optionalText(row, 'payable_reason')
  if (text === undefined) return undefined
  const found = PAYABLE_REASONS.find((each) => each === text)
  if (found === undefined) throw new Defect(`${text} is no reason not to be paid`)
  return found
}

const participantIn = (row: Row): ParticipantRow => ({
  code: textOf(row, 'code'),
  commitment: textOf(row, 'commitment'),
  contractSigned: optionalDay(row, 'contract_signed'),
  payable: flagOf(row, 'payable'),
  payableReason: reasonIn(row),
  joinedOn: optionalDay(row, 'joined_on'),
  leftOn: optionalDay(row, 'left_on'),
})

/** Everybody who joined, leavers too: P01, P02 … P99, P100. */
export const participantsOf = (db: Db, cohort: string): readonly ParticipantRow[] =>
  all(db, `${SELECT} ORDER BY length(code), code`, [cohort]).map(participantIn)

function participantByCode(db: Db, cohort: string, code: string): ParticipantRow | undefined {
  const row = first(db, `${SELECT} AND code = ?`, [cohort, code])
  return row === undefined ? undefined : participantIn(row)
}

/**
 * Who is meant by a code, or by a whole name without case and accents. Refuses `unknown-participant` with the codes
 * that may be meant, and `several-participants`.
 */
export function participantNamed(db: Db, cohort: string, typed: string): ParticipantRow {
  const code = typed.trim().toUpperCase()
  const byCode = participantByCode(db, cohort, code)
  if (byCode !== undefined) return byCode
  const people = [...peopleOf(db, cohort).values()]
  const wanted = fold(typed.trim())
  const [only, ...others] = people.filter(({ name }) => fold(name) === wanted)
  if (only === undefined) return unknownParticipant(db, { cohort, typed, people })
  if (others.length > 0) {
    refuse({
      code: 'several-participants',
      participants: [only, ...others].map((each) => each.code),
    })
  }
  return (
    participantByCode(db, cohort, only.code) ?? unknownParticipant(db, { cohort, typed, people })
  )
}

type Searched = {
  readonly cohort: string
  readonly typed: string
  readonly people: readonly { readonly code: string; readonly name: string }[]
}

function unknownParticipant(db: Db, { cohort, typed, people }: Searched): never {
  const code = typed.trim().toUpperCase()
  const codes = participantsOf(db, cohort).map((each) => ({
    spelling: each.code,
    answer: each.code,
  }))
  const names = people.map(({ name, code: answer }) => ({ spelling: name, answer }))
  return refuse({
    code: 'unknown-participant',
    participant: isPersonCode(code) ? code : undefined,
    near: nearest(typed, isPersonCode(code) ? codes : [...codes, ...names]),
  })
}

/** What attendance and the close need of each member. */
export type MemberRow = Stay & { readonly participant: string; readonly payable: boolean }

export const membersOf = (db: Db, cohort: string): readonly MemberRow[] =>
  participantsOf(db, cohort).map(({ code, payable, joinedOn, leftOn }) => ({
    participant: code,
    payable,
    joinedOn,
    leftOn,
  }))
