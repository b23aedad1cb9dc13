import type { Language } from '../domain/journal/event.ts'
import type { Refusal } from '../domain/journal/refusal.ts'
import { Refused } from '../domain/journal/refusal.ts'
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

/**
 * Says one error at once, in words that are loaded already; gives the exit code. `hint` takes the place of the usual
 * one, which has a whole command typed again.
 */
export type Complainer = (error: unknown, hint?: string) => ExitCode

/** Says what went wrong, as text or as JSON, and gives the exit code. The one place that does. */
export async function complain(session: Session, error: unknown, json: boolean): Promise<ExitCode> {
  const language = speakable(session)
  const texts = await textsFor(language, {
    line: error instanceof LineFaultError,
    refusals: error instanceof Refused,
  })
  return speak(session, { error, json, language, texts })
}

/** The same for a loop, which answers a line before it hears the next one. */
export async function readyComplainer(session: Session): Promise<Complainer> {
  const language = speakable(session)
  const texts = await textsFor(language, { line: true, refusals: true })
  return (error, hint) =>
    speak(session, { error, hint, json: session.globals.json, language, texts })
}

type Spoken = {
  readonly error: unknown
  readonly hint?: string | undefined
  readonly json: boolean
  readonly language: Language
  readonly texts: Texts
}

function speak(session: Session, { error, hint, json, language, texts }: Spoken): ExitCode {
  const found = complaintOf(session, { error, language, texts })
  const complaint = hint === undefined ? found : { ...found, hint }
  const { io } = session
  if (json) {
    const { code, detail } = complaint
    const [message, said] = [brief(complaint.message), brief(complaint.hint)]
    const answer = { error: { code, message, hint: said, ...(detail ? { detail } : {}) } }
    io.stderr.write(`${termJson(JSON.stringify(answer))}\n`)
    return complaint.exit
  }
  const { errors } = texts.all
  const lines = [
    `${errors.error}${term(brief(complaint.message))}`,
    ...(complaint.detail ?? []).map(term),
    `${errors.hint}${session.typable(term(brief(complaint.hint)))}`,
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

type Texts = {
  readonly all: Awaited<ReturnType<typeof errorWords>>
  readonly line: Awaited<ReturnType<typeof lineWords>> | undefined
  readonly refusals: Awaited<ReturnType<typeof refusalTexts>> | undefined
}

/** Loads only what this error needs: most commands meet none, and a queue waits for those that do. */
async function textsFor(
  language: Language,
  wanted: { readonly line: boolean; readonly refusals: boolean },
): Promise<Texts> {
  const [all, line, refusals] = await Promise.all([
    errorWords(language),
    wanted.line ? lineWords(language) : undefined,
    wanted.refusals ? refusalTexts(language) : undefined,
  ])
  return { all, line, refusals }
}

async function errorWords(language: Language) {
  return language === 'fr' ? import('../words/fr/errors.ts') : import('../words/en/errors.ts')
}

async function lineWords(language: Language) {
  const { caretLines } = await import('../formats/caret.ts')
  if (language === 'fr') {
    const fr = await import('../words/fr/sale-line.ts')
    return { caretLines, words: fr.SALE_LINE_FR, grammars: fr.GRAMMARS_FR }
  }
  const en = await import('../words/en/sale-line.ts')
  return { caretLines, words: en.SALE_LINE_EN, grammars: en.GRAMMARS_EN }
}

async function refusalTexts(language: Language) {
  const { refusals } =
    language === 'fr'
      ? await import('../words/fr/refusals.ts')
      : await import('../words/en/refusals.ts')
  return refusals
}

function complaintOf(
  session: Session,
  { error, language, texts }: Omit<Spoken, 'json'>,
): Complaint {
  if (error instanceof SpokenError) {
    const { code, exit, detail } = error
    return { code, exit, ...error.say(language), ...(detail ? { detail: detail(language) } : {}) }
  }
  if (error instanceof LineFaultError && texts.line) {
    return lineComplaint(session, error, { ...texts.line, ...texts.all })
  }
  if (error instanceof Refused && texts.refusals) {
    const { refusal } = error
    const said = worded<FactsOf<Refusal>>(texts.refusals, refusal, session.money)
    return { code: refusal.code, exit: exitOfRefusal(refusal), ...said }
  }
  const { usage, store, defect } = texts.all
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
function lineComplaint(
  session: Session,
  { fault, line, at, grammar }: LineFaultError,
  { errors, words, grammars, caretLines }: Texts['all'] & NonNullable<Texts['line']>,
): Complaint {
  const { message, hint } = worded<FactsOf<LineFault>>(words, fault, session.money)
  return {
    code: fault.code,
    exit: EXIT.usage,
    message: at === undefined ? message : errors.line(at) + message,
    hint,
    detail: [...caretLines(line, fault.span), grammars[grammar]],
  }
}

export async function refusalWords(
  { money }: Session,
  refusal: Refusal,
  language: Language,
): Promise<Said> {
  return worded<FactsOf<Refusal>>(await refusalTexts(language), refusal, money)
}

/** A name that does not exist is a mistake of typing (2); a closed period is 3; every other refusal is 1. */
function exitOfRefusal(refusal: Refusal): ExitCode {
  if (refusal.code.startsWith('unknown-')) return EXIT.usage
  return CLOSED.includes(refusal.code) ? EXIT.closed : EXIT.refused
}

const CLOSED: readonly string[] = ['period-closed', 'fee-after-close', 'closed-without']

function exitOfStore(fault: StoreFault): ExitCode {
  if (fault.code === 'outcome-unknown') return EXIT.unknown
  return fault.code === 'ledger-damaged' ? EXIT.integrity : EXIT.storage
}
