import { findDay } from '../domain/cohort/day-of.ts'
import { addDays, type Day } from '../domain/kernel/day.ts'
import { isPersonCode } from '../domain/kernel/name.ts'
import { present } from '../domain/kernel/present.ts'
import type { Indicators, PayableReason } from '../domain/participants/indicators.ts'
import { FIRST_BIRTH_YEAR } from '../domain/participants/indicators.ts'
import { recogniseWord } from '../formats/vocabulary-words.ts'
import type { WordGroup } from '../reports/vocabulary.ts'
import { daysOf } from '../store/queries/cohort.ts'
import { participant as en } from '../words/en/participant.ts'
import { participant as fr } from '../words/fr/participant.ts'
import { inLanguage } from '../words/said.ts'
import { FLAGS, type FlagValues } from './flags.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom, integerFrom, optional, textFrom } from './values.ts'
import { wordFrom } from './word-value.ts'

/** What may be said of somebody who joins, and changed later. */
export const MEMBER_OPTIONS = {
  contractSigned: FLAGS.contractSigned,
  payable: FLAGS.payable,
  reason: FLAGS.reason,
  joined: FLAGS.joined,
  sex: FLAGS.sex,
  birthYear: FLAGS.birthYear,
  territory: FLAGS.territory,
  schooling: FLAGS.schooling,
  status: FLAGS.situation,
  prescriber: FLAGS.prescriber,
  projectIdea: FLAGS.projectIdea,
  publicType: FLAGS.publicType,
  imageRight: FLAGS.imageRight,
} as const

type MemberOptions = FlagValues<typeof MEMBER_OPTIONS>

/** What the options say for the journal; undefined is "not said". */
export type Said = {
  readonly contractSigned: Day | undefined
  readonly payable: boolean | undefined
  readonly payableReason: PayableReason | undefined
  readonly joinedOn: Day | undefined
}

export function saidOf(session: Session, options: MemberOptions): Said {
  const word = wordReader(session)
  return {
    contractSigned: optional(options.contractSigned, (typed) =>
      pastDay(session, typed, '--contract-signed'),
    ),
    payable: optional(options.payable, (typed) => word('answer', typed, '--payable') === 'yes'),
    payableReason: optional(options.reason, (typed) => word('payableReason', typed, '--reason')),
    joinedOn: optional(options.joined, (typed) => memberDay(session, typed, '--joined')),
  }
}

export function indicatorsOf(session: Session, options: MemberOptions): Indicators {
  const word = wordReader(session)
  return present({
    sex: optional(options.sex, (typed) => word('sex', typed, '--sex')),
    birthYear: optional(options.birthYear, (typed) => birthYearFrom(session, typed)),
    territory: optional(options.territory, (typed) => word('territory', typed, '--territory')),
    schooling: optional(options.schooling, (typed) => word('schooling', typed, '--schooling')),
    status: optional(options.status, (typed) => word('situation', typed, '--status')),
    prescriber: optional(options.prescriber, (typed) => textFrom(typed, '--prescriber')),
    projectIdea: optional(options.projectIdea, (typed) =>
      word('projectIdea', typed, '--project-idea'),
    ),
    publicType: optional(options.publicType, (typed) => word('publicType', typed, '--public-type')),
    imageRight: optional(options.imageRight, (typed) => word('imageRight', typed, '--image-right')),
  })
}

const wordReader =
  (session: Session) =>
  <G extends WordGroup>(group: G, typed: string, name: string) =>
    wordFrom(session, { typed, name, group })

function birthYearFrom(session: Session, typed: string): NonNullable<Indicators['birthYear']> {
  const to = Number.parseInt(session.today().slice(0, 4), 10)
  return (
    recogniseWord('unsaid', typed) ??
    integerFrom(typed, '--birth-year', { from: FIRST_BIRTH_YEAR, to })
  )
}

/** A date, or one of the cohort's days by its label. */
function memberDay(session: Session, typed: string, name: string): Day {
  const days = daysOf(session.ledger().db, session.cohort().code)
  return findDay(days, typed, session.today())?.day ?? dateFrom(typed, name)
}

/** A day that cannot be later than tomorrow: a year mistyped. */
export function pastDay(session: Session, typed: string, name: string): Day {
  const on = memberDay(session, typed, name)
  return on > addDays(session.today(), 1) ? misused({ code: 'future-date', typed, name }) : on
}

export function personCodeFrom(typed: string): string {
  const code = typed.trim().toUpperCase()
  return isPersonCode(code)
    ? code
    : misused({ code: 'bad-code', typed, name: '--code', example: 'P08' })
}

const LONGEST_LINE = 4096

/** A name as typed, or with `-` the first line of standard input: no name stands in the list of processes then. */
export async function nameFrom(session: Session, typed: string, option: string): Promise<string> {
  if (typed !== '-') return textFrom(typed, option)
  const { stdin } = session.io
  if (stdin.isTTY) session.say(inLanguage(session.language(), { en, fr }).askName)
  let text = ''
  stdin.setEncoding('utf8')
  for await (const piece of stdin) {
    text += String(piece)
    if (text.includes('\n') || text.length > LONGEST_LINE) break
  }
  return textFrom(text.replace(/^\ufeff/, '').split(/\r?\n/)[0] ?? '', option)
}
