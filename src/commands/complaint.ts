import type { Language } from '../domain/journal/event.ts'
import type { Refusal } from '../domain/journal/refusal.ts'
import { Refused } from '../domain/journal/refusal.ts'
import type { Span } from '../domain/sales/basket.ts'
import type { LineFault } from '../domain/sales/line-fault.ts'
import { term, termJson } from '../formats/terminal-text.ts'
import { StoreError, type StoreFault } from '../store/store-error.ts'
import { type FactsOf, type Said, worded } from '../words/said.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { languageOfEnvironment } from './language-choice.ts'
import { LineFaultError } from './line-fault-error.ts'
import type { Session } from './session.ts'
import { SpokenError } from './spoken-error.ts'
import { UsageError, type UsageFault } from './usage.ts'

type Complaint = Said & {
  /** Stable, kebab-case, never translated. */
  readonly code: string
  readonly exit: ExitCode
  /** Shown between message and hint, as it is: the sale line with its caret, an import's list of faults. */
  readonly detail?: readonly string[]
}

/** Says what went wrong, as text or as JSON, and gives the exit code. The one place that does. */
export async function complain(session: Session, error: unknown, json: boolean): Promise<ExitCode> {
  const language = speakable(session)
  const complaint = await complaintOf(session, error, language)
  const { io } = session
  if (json) {
    const { code, detail } = complaint
    const [message, hint] = [brief(complaint.message), brief(complaint.hint)]
    const answer = { error: { code, message, hint, ...(detail ? { detail } : {}) } }
    io.stderr.write(`${termJson(JSON.stringify(answer))}\n`)
    return complaint.exit
  }
  const { errors } = await errorWords(language)
  const lines = [
    `${errors.error}${term(brief(complaint.message))}`,
    ...(complaint.detail ?? []).map(term),
    `${errors.hint}${term(brief(complaint.hint))}`,
  ]
  io.stderr.write(`${lines.join('\n')}\n`)
  if (complaint.exit === EXIT.defect && session.globals.verbose && error instanceof Error) {
    io.stderr.write(`${(error.stack ?? error.message).split('\n').map(term).join('\n')}\n`)
  }
  return complaint.exit
}

const LONGEST_WORD = 256
const LONGEST_TEXT = 1000
const SHOWN = 80

/** Whatever was typed or pasted by mistake, what is wrong with it stays in sight. */
function brief(text: string): string {
  const words = text.replace(/\S+/g, (word) =>
    word.length > LONGEST_WORD ? `${word.slice(0, SHOWN)}…` : word,
  )
  return words.length > LONGEST_TEXT ? `${words.slice(0, LONGEST_TEXT)}…` : words
}

/** A mistyped --lang must not hide the complaint about it: the ledger's language, else the environment's. */
function speakable(session: Session): Language {
  for (const language of [() => session.language(), () => session.settings().language]) {
    try {
      return language()
    } catch {
      // the next one
    }
  }
  return languageOfEnvironment(session.io)
}

async function errorWords(language: Language) {
  return language === 'fr' ? import('../words/fr/errors.ts') : import('../words/en/errors.ts')
}

async function complaintOf(
  session: Session,
  error: unknown,
  language: Language,
): Promise<Complaint> {
  if (error instanceof SpokenError) {
    const { code, exit, detail } = error
    return { code, exit, ...error.say(language), ...(detail ? { detail: detail(language) } : {}) }
  }
  if (error instanceof LineFaultError) return lineComplaint(session, error)
  if (error instanceof Refused) {
    const { refusal } = error
    return {
      code: refusal.code,
      exit: exitOfRefusal(refusal),
      ...(await refusalWords(session, refusal, language)),
    }
  }
  const { usage, store, defect } = await errorWords(language)
  if (error instanceof UsageError) {
    const said = worded<FactsOf<UsageFault>>(usage, error.fault, session.money)
    return { code: error.fault.code, exit: EXIT.usage, ...said }
  }
  if (error instanceof StoreError) {
    const said = worded<FactsOf<StoreFault>>(store, error.fault, session.money)
    return { code: error.fault.code, exit: exitOfStore(error.fault), ...said }
  }
  return {
    code: 'defect',
    exit: EXIT.defect,
    ...defect(error instanceof Error ? error.message : String(error)),
  }
}

/** The typed line, a caret under what is wrong with it, and the grammar. */
async function lineComplaint(
  session: Session,
  { fault, line, at }: LineFaultError,
): Promise<Complaint> {
  const language = session.language()
  const { errors } = await errorWords(language)
  const [words, grammar] =
    language === 'fr'
      ? await import('../words/fr/sale-line.ts').then(
          (fr) => [fr.SALE_LINE_FR, fr.SALE_LINE_GRAMMAR_FR] as const,
        )
      : await import('../words/en/sale-line.ts').then(
          (en) => [en.SALE_LINE_EN, en.SALE_LINE_GRAMMAR_EN] as const,
        )
  const { message, hint } = worded<FactsOf<LineFault>>(words, fault, session.money)
  return {
    code: fault.code,
    exit: EXIT.usage,
    message: at === undefined ? message : errors.line(at) + message,
    hint,
    detail: [...caretLines(line, fault.span), grammar],
  }
}

function caretLines(line: string | undefined, span: Span | undefined): readonly string[] {
  if (line === undefined || line === '' || span === undefined) return []
  const start = line.length > LONGEST_WORD ? Math.max(0, span.start - SHOWN) : 0
  const end = line.length > LONGEST_WORD ? start + 2 * SHOWN : line.length
  const [before, after] = [start > 0 ? '…' : '', end < line.length ? '…' : '']
  const at = before.length + span.start - start
  const wide = Math.max(1, Math.min(span.end, end) - span.start)
  return [`  ${before}${line.slice(start, end)}${after}`, `  ${' '.repeat(at)}${'^'.repeat(wide)}`]
}

export async function refusalWords(
  { money }: Session,
  refusal: Refusal,
  language: Language,
): Promise<Said> {
  const { refusals } =
    language === 'fr'
      ? await import('../words/fr/refusals.ts')
      : await import('../words/en/refusals.ts')
  return worded<FactsOf<Refusal>>(refusals, refusal, money)
}

/** A name that does not exist is a mistake of typing (2); a closed period is 3; every other refusal is 1. */
function exitOfRefusal(refusal: Refusal): ExitCode {
  if (refusal.code.startsWith('unknown-')) return EXIT.usage
  return refusal.code === 'period-closed' ? EXIT.closed : EXIT.refused
}

function exitOfStore(fault: StoreFault): ExitCode {
  if (fault.code === 'outcome-unknown') return EXIT.unknown
  return fault.code === 'ledger-damaged' ? EXIT.integrity : EXIT.storage
}
