import { parseHeadCode } from '../domain/journal/head-code.ts'
import { parseDay } from '../domain/kernel/day.ts'
import { clockText, type Instant } from '../domain/kernel/instant.ts'
import { type EventFinding, eventOf, type Finding, isEventFinding } from '../store/finding.ts'
import { connectLedger, guarded } from '../store/ledger.ts'
import { type Asked, type Head, headsOf, type Verification, verify } from '../store/verify.ts'
import { dayText } from '../words/day-text.ts'
import { type AuditWords, audit as en } from '../words/en/audit.ts'
import { audit as fr } from '../words/fr/audit.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { FLAGS } from './flags.ts'
import { findLedger } from './ledger-place.ts'
import { printOne } from './output.ts'
import { progressOn } from './progress.ts'
import type { Session } from './session.ts'
import { SpokenError } from './spoken-error.ts'
import { misused } from './usage.ts'

export const auditVerify = command({
  options: { code: FLAGS.headCode },
  run: async (session, { options }) => {
    const code = options.code === undefined ? undefined : codeFrom(options.code)
    const proof = prove(session, (asked) => {
      const { db, file } = connectLedger(findLedger(session.io, session.globals.db))
      try {
        return guarded(file, () => verify(db, { ...asked, code }))
      } finally {
        db.close()
      }
    })
    return tellProof(session, proof, {
      facts: {},
      text: (words) => words.whole(proof.events),
    })
  },
})

export const auditHead = command({
  options: {},
  run: async (session) => {
    const words = auditWords(session)
    const { db, stall } = session.ledger()
    const heads = headsOf(db)
    const head = heads.find((each) => each.till === stall)
    const others = heads.filter((each) => each !== head)
    if (head === undefined) throw notWhole(session, [{ check: 'empty' }])
    const answer = { ...jsonOfHead(head), ...(others[0] ? { others: others.map(jsonOfHead) } : {}) }
    await printOne(session, answer, () => {
      const event = `${head.till}#${head.lastSeq}`
      const when = head.at === undefined ? '' : words.head(event, whenOf(session, head.at))
      const codes = [head, ...others].map((each) =>
        words.headCode(`${each.till}#${each.lastSeq}`, each.headCode),
      )
      return `${when}${head.head}\n${codes.join('')}`
    })
    if (!session.globals.json) session.say(words.keep)
  },
})

export const auditWords = (session: Session): AuditWords =>
  inLanguage(session.language(), { en, fr })

function codeFrom(typed: string): Asked['code'] {
  const parsed = parseHeadCode(typed)
  if (!parsed.ok) return misused({ code: 'bad-head-code', typed, fault: parsed.fault })
  return { text: typed, start: parsed.start }
}

/** Runs a verification that shows its progress on a terminal. */
export function prove(session: Session, work: (asked: Asked) => Verification): Verification {
  const progress = progressOn(session, auditWords(session).progress)
  try {
    return work({ progress })
  } finally {
    progress(undefined)
  }
}

export type Telling = {
  /** What `--json` says besides. */
  readonly facts: Readonly<Record<string, unknown>>
  /** The first line when nothing was found. */
  readonly text: (words: AuditWords) => string
}

/** Says what a verification gave: on stdout when all is well or as JSON, else as an error with exit code 4. */
export async function tellProof(
  session: Session,
  proof: Verification,
  { facts, text }: Telling,
): Promise<ExitCode> {
  const words = auditWords(session)
  if (!session.globals.json && proof.findings.length > 0) throw notWhole(session, proof.findings)
  await printOne(session, { ...facts, ...jsonOf(session, proof) }, () => {
    const heads = proof.tills.map((each) =>
      words.headCode(`${each.till}#${each.lastSeq}`, each.headCode),
    )
    const anchor = proof.anchor ? words.anchor(proof.anchor.event, proof.anchor.since) : ''
    return text(words) + heads.join('') + anchor
  })
  return proof.findings.length > 0 ? EXIT.integrity : EXIT.done
}

function jsonOf(session: Session, { events, tills, findings, anchor }: Verification): object {
  return {
    ok: findings.length === 0,
    events,
    tills: tills.map(jsonOfHead),
    findings: findings.map((finding) => ({
      event: eventOf(finding) ?? null,
      check: finding.check,
      message: findingText(session, finding),
    })),
    ...(anchor ? { code: { event: anchor.event, eventsSince: anchor.since } } : {}),
  }
}

const jsonOfHead = ({ till, lastSeq, head, headCode }: Head): Omit<Head, 'at'> => ({
  till,
  lastSeq,
  head,
  headCode,
})

/** The first finding is the error, the others are listed under it. */
export function notWhole(session: Session, [found, ...others]: readonly Finding[]): SpokenError {
  return new SpokenError({
    code: found === undefined ? 'integrity' : `integrity-${found.check}`,
    exit: EXIT.integrity,
    say: (language) => ({
      message: found === undefined ? '' : findingText(session, found),
      hint: inLanguage(language, { en, fr }).hints[hintOf(found)],
    }),
    detail: () => {
      const texts = [found, ...others].flatMap((each) => (each ? [findingText(session, each)] : []))
      return [...new Set(texts)].slice(1).map((text) => `  ${text}`)
    },
  })
}

const hintOf = (found: Finding | undefined): 'file' | 'code' | 'name' =>
  found?.check === 'code' ? 'code' : found?.check === 'identity' ? 'name' : 'file'

export function findingText(session: Session, found: Finding): string {
  const words = auditWords(session)
  return isEventFinding(found)
    ? words.at(placeOf(session, found), words.eventFindings[found.check])
    : words.fileFinding(found)
}

/** `A#57 (vente, 17/06/2026 10:32)`, as far as it can be read. */
function placeOf(session: Session, { event, kind, at }: EventFinding): string {
  const words = auditWords(session)
  return words.place(event, [
    ...(kind === undefined ? [] : [words.kinds[kind]]),
    ...(at === undefined ? [] : [whenOf(session, at)]),
  ])
}

/** A clock that has lost its battery writes 1970, which is no day: shown as it is written. */
export function whenOf(session: Session, at: Instant): string {
  const written = at.slice(0, 10)
  const on = parseDay(written)
  return `${on === undefined ? written : dayText(on, session.language())} ${clockText(at)}`
}
