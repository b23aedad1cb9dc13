import type { Language } from '../domain/journal/event.ts'
import type { Io } from './io.ts'
import { misused } from './usage.ts'

/** `--lang`, else FLASHCOOP_LANG: `fr` or `en`. */
export function chosenLanguage(
  flag: string | undefined,
  { FLASHCOOP_LANG }: Io['env'],
): Language | undefined {
  const [typed, name] = flag === undefined ? [FLASHCOOP_LANG, 'FLASHCOOP_LANG'] : [flag, '--lang']
  if (typed === undefined || typed === '') return undefined
  const folded = typed.toLowerCase()
  if (folded === 'fr' || folded === 'en') return folded
  return misused({ code: 'bad-choice', typed, name, allowed: ['fr', 'en'] })
}

/** French if the environment says French, else English. On Windows, where it says nothing, the system's locale. */
export function languageOfEnvironment({ env, platform }: Pick<Io, 'env' | 'platform'>): Language {
  const said = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(
    (value) => value !== undefined && value !== '',
  )
  if (said !== undefined) return /^fr/i.test(said) ? 'fr' : 'en'
  return platform === 'win32' && /^fr/i.test(Intl.DateTimeFormat().resolvedOptions().locale)
    ? 'fr'
    : 'en'
}
