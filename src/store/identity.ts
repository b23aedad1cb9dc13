import { Defect } from '../domain/kernel/defect.ts'
import { present } from '../domain/kernel/present.ts'
import {
  INDICATOR_CODES,
  INDICATOR_FIELDS,
  type Indicators,
} from '../domain/participants/indicators.ts'
import { all, bytesOf, type Db, first, optionalText, type Row, run, textOf } from './sql.ts'

/**
 * Names and indicators: the one part of the ledger outside the journal, so that it can be erased. The
 * journal holds the code and a commitment to the name; a swapped name is noticed, and none can be guessed from it.
 */
export type Person = {
  readonly code: string
  readonly name: string
  readonly indicators: Indicators
}

const SALT_BYTES = 32

/** node:crypto costs 5 ms to load, so only where names are written or checked. */
const crypto = () => process.getBuiltinModule('node:crypto')

export const newSalt = (): Buffer => crypto().randomBytes(SALT_BYTES)

/** What the journal holds for a name, as 64 hexadecimal digits. */
export function commitmentOf(salt: Uint8Array, code: string, name: string): string {
  const text = `flashcoop/person/v1\0${code}\0${name}`
  return crypto().createHmac('sha256', salt).update(text, 'utf8').digest('hex')
}

const COLUMNS: { readonly [F in keyof Indicators]-?: string } = {
  sex: 'sex',
  birthYear: 'birth_year',
  territory: 'territory',
  schooling: 'schooling',
  status: 'status',
  prescriber: 'prescriber',
  projectIdea: 'project_idea',
  publicType: 'public_type',
  imageRight: 'image_right',
}

type Whose = { readonly cohort: string; readonly code: string }

/** Keeps the name of somebody new, beside the event that holds the commitment to it. */
export function writePerson(
  db: Db,
  { cohort, code }: Whose,
  { name, salt, indicators }: Omit<Person, 'code'> & { readonly salt: Uint8Array },
): void {
  run(db, 'INSERT INTO person (cohort, code, name, salt) VALUES (?, ?, ?, ?)', [
    cohort,
    code,
    name,
    salt,
  ])
  writeIndicators(db, { cohort, code }, indicators)
}

/** Writes the indicators that are there, and leaves the others. */
export function writeIndicators(db: Db, { cohort, code }: Whose, indicators: Indicators): void {
  for (const field of INDICATOR_FIELDS) {
    const value = indicators[field]
    if (value === undefined) continue
    run(db, `UPDATE person SET ${COLUMNS[field]} = ? WHERE cohort = ? AND code = ?`, [
      String(value),
      cohort,
      code,
    ])
  }
}

/** The commitment that another name will have under the same salt; undefined once the person is erased. */
export function commitmentToName(
  db: Db,
  { cohort, code }: Whose,
  name: string,
): string | undefined {
  const row = first(db, 'SELECT salt FROM person WHERE cohort = ? AND code = ?', [cohort, code])
  return row === undefined ? undefined : commitmentOf(bytesOf(row, 'salt'), code, name)
}

/**
 * Gives another name; the former one is kept beside, for an undo, until the person is forgotten. Comes before the event
 * that changes the commitment.
 */
export function renamePerson(db: Db, { cohort, code }: Whose, name: string): void {
  run(
    db,
    `INSERT INTO former_name (cohort, code, commitment, name)
     SELECT participant.cohort, participant.code, commitment, name
     FROM participant JOIN person USING (cohort, code) WHERE cohort = ? AND code = ?
     ON CONFLICT DO NOTHING`,
    [cohort, code],
  )
  run(db, 'UPDATE person SET name = ? WHERE cohort = ? AND code = ?', [name, cohort, code])
}

/** Erases name, salt and indicators of one person. The journal stays as it is and can still be verified. */
function forgetPerson(db: Db, cohort: string, code: string): void {
  run(db, 'DELETE FROM former_name WHERE cohort = ? AND code = ?', [cohort, code])
  run(db, 'DELETE FROM person WHERE cohort = ? AND code = ?', [cohort, code])
}

/**
 * After an undo: forgets somebody whose joining was taken back, and gives back the former name when a change of name
 * was. For any participant event, in the transaction of the undo, after its projection.
 */
export function settlePerson(db: Db, cohort: string, code: string): void {
  const row = first(db, 'SELECT commitment FROM participant WHERE cohort = ? AND code = ?', [
    cohort,
    code,
  ])
  if (row === undefined) return forgetPerson(db, cohort, code)
  run(
    db,
    `UPDATE person SET name = former.name FROM former_name AS former
     WHERE person.cohort = :cohort AND person.code = :code AND former.cohort = :cohort
       AND former.code = :code AND former.commitment = :commitment`,
    { cohort, code, commitment: textOf(row, 'commitment') },
  )
}

const SELECT = `SELECT cohort, code, name, sex, birth_year, territory, schooling, status, prescriber, project_idea,
  public_type, image_right FROM person`

export function personOf(db: Db, cohort: string, code: string): Person | undefined {
  const row = first(db, `${SELECT} WHERE cohort = ? AND code = ?`, [cohort, code])
  return row === undefined ? undefined : personIn(row)
}

/** Everybody of a cohort whose identity is still kept, by code. */
export const peopleOf = (db: Db, cohort: string): ReadonlyMap<string, Person> =>
  new Map(
    all(db, `${SELECT} WHERE cohort = ? ORDER BY code`, [cohort])
      .map(personIn)
      .map((person) => [person.code, person]),
  )

const personIn = (row: Row): Person => ({
  code: textOf(row, 'code'),
  name: textOf(row, 'name'),
  indicators: present({
    sex: codeIn(row, 'sex', INDICATOR_CODES.sex),
    birthYear: birthYearIn(row),
    territory: codeIn(row, 'territory', INDICATOR_CODES.territory),
    schooling: codeIn(row, 'schooling', INDICATOR_CODES.schooling),
    status: codeIn(row, 'status', INDICATOR_CODES.situation),
    prescriber: optionalText(row, 'prescriber'),
    projectIdea: codeIn(row, 'project_idea', INDICATOR_CODES.projectIdea),
    publicType: codeIn(row, 'public_type', INDICATOR_CODES.publicType),
    imageRight: codeIn(row, 'image_right', INDICATOR_CODES.imageRight),
  }),
})

function codeIn<C extends string>(row: Row, column: string, codes: readonly C[]): C | undefined {
  const value = optionalText(row, column)
  if (value === undefined) return undefined
  const found = codes.find((each) => each === value)
  if (found === undefined) throw new Defect(`column ${column} holds no code that is known`)
  return found
}

function birthYearIn(row: Row): Indicators['birthYear'] {
  const value = optionalText(row, 'birth_year')
  if (value === undefined || /^\d{4}$/.test(value)) {
    return value === undefined ? undefined : Number.parseInt(value, 10)
  }
  return codeIn(row, 'birth_year', INDICATOR_CODES.unsaid)
}

/**
 * People whose name, or a former name kept for an undo, is not the one that the journal is committed to, or whom the
 * journal does not know: `FC-2026-01 P02`, in order. Erased people are none of them.
 */
export function checkCommitments(db: Db): readonly string[] {
  const rows = all(
    db,
    `SELECT person.cohort, person.code, name, salt, commitment
     FROM person LEFT JOIN participant USING (cohort, code)
     UNION ALL
     SELECT former.cohort, former.code, former.name, salt, former.commitment
     FROM former_name AS former LEFT JOIN person USING (cohort, code)
     ORDER BY 1, 2`,
  )
  const wrong = rows.filter((row) => {
    const [code, name] = [textOf(row, 'code'), textOf(row, 'name')]
    if (row['salt'] === null) return true
    const commitment = commitmentOf(bytesOf(row, 'salt'), code, name)
    return optionalText(row, 'commitment') !== commitment && !isFromBefore(db, commitment)
  })
  return [...new Set(wrong.map((row) => `${textOf(row, 'cohort')} ${textOf(row, 'code')}`))]
}

/**
 * Names do not travel between tills: where another one gave a person a new name, or added them too, this file keeps
 * the name that it knows, and an event of the journal is committed to that. With one till there is no such case.
 */
function isFromBefore(db: Db, commitment: string): boolean {
  const tills = all(db, 'SELECT DISTINCT stall FROM event')
  if (tills.length < 2) return false
  return (
    first(db, 'SELECT 1 FROM event WHERE instr(payload, ?) > 0 LIMIT 1', [commitment]) !== undefined
  )
}
