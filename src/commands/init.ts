import { isAbsolute, join } from 'node:path'
import type { Language } from '../domain/journal/event.ts'
import { createLedger } from '../store/ledger.ts'
import { newCoop, openJournal } from '../store/record.ts'
import { init as en } from '../words/en/init.ts'
import { init as fr } from '../words/fr/init.ts'
import { inLanguage } from '../words/said.ts'
import { command, type Input } from './command.ts'
import { FLAGS, LIST_FLAGS } from './flags.ts'
import { languageOfEnvironment, parseLanguage } from './language-choice.ts'
import { LEDGER_NAME } from './ledger-place.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { choiceFrom, optional, textFrom } from './values.ts'

const OPTIONS = {
  host: FLAGS.host,
  siren: FLAGS.siren,
  till: FLAGS.till,
  csvProfile: LIST_FLAGS.csvProfile,
} as const

export const init = command({ arguments: '[file]', options: OPTIONS, run: createOne })

function createOne(session: Session, { words, options }: Input<typeof OPTIONS>): void {
  const { io, globals, now } = session
  const language: Language =
    parseLanguage(globals.lang ?? io.env.FLASHCOOP_LANG) ?? languageOfEnvironment(io)
  const host = optional(options.host, (text) => textFrom(text, '--host')) ?? ''
  const siren = optional(options.siren, sirenFrom)
  const till = optional(options.till, tillFrom) ?? 'A'
  const csvProfile = choiceFrom(options.csvProfile ?? 'excel-fr', '--csv-profile', [
    'excel-fr',
    'standard',
  ])
  const path = placeOf(session, words[0])
  createLedger(path, (db) => {
    const coop = newCoop(db)
    const journal = openJournal(db, { stall: till, coop }, { at: now, actor: session.actor() })
    journal.append('init', {
      coop,
      host,
      language,
      csvProfile,
      till,
      ...(siren === undefined ? {} : { siren }),
    })
  })
  const text = inLanguage(language, { en, fr })
  session.print(text.created(path))
  session.say(text.next)
}

/** `init FILE`, else `--db`, else FLASHCOOP_DB, else flashcoop.db here. */
function placeOf({ io, globals }: Session, typed: string | undefined): string {
  const place = typed ?? globals.db ?? (io.env.FLASHCOOP_DB || LEDGER_NAME)
  return isAbsolute(place) || place.trim() !== place || place === '' ? place : join(io.cwd, place)
}

function sirenFrom(typed: string): string {
  const digits = typed.replace(/ /g, '')
  return isSiren(digits)
    ? digits
    : misused({ code: 'bad-code', typed, name: '--siren', example: '732829320' })
}

/** Nine digits whose Luhn sum is a multiple of ten (practice of INSEE). */
export function isSiren(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number.parseInt(digit, 10) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

function tillFrom(typed: string): string {
  const letter = typed.toUpperCase()
  return /^[A-Z]$/.test(letter)
    ? letter
    : misused({ code: 'bad-code', typed, name: '--till', example: 'A' })
}
