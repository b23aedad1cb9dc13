import { LANGUAGES } from '../domain/host/setting.ts'
import type { CsvProfile, Language } from '../domain/journal/event.ts'
import { init as en } from '../words/en/init.ts'
import { init as fr } from '../words/fr/init.ts'
import { inLanguage } from '../words/said.ts'
import { type Asker, startAsking } from './ask.ts'
import { complain } from './complaint.ts'
import { type Chosen, hostFrom, profileFrom } from './init.ts'
import type { Session } from './session.ts'
import { choiceFrom } from './values.ts'

type Known = { readonly [K in keyof Chosen]: Chosen[K] | undefined }

/** Language first, so that the rest is asked in it. `undefined` when the person left: nothing is written then. */
export async function askForLedger(
  session: Session,
  known: Known,
  usual: Chosen,
): Promise<Chosen | undefined> {
  let spoken = usual.language
  const asker = startAsking(session.io, async (error) => {
    await complain({ ...session, language: () => spoken }, error, false)
  })
  try {
    const language = await languageAsked(asker, known.language, usual.language)
    if (language === undefined) return left(session, usual.language)
    spoken = language
    const host = await hostAsked(asker, known.host, language)
    if (host === undefined) return left(session, language)
    const csvProfile = await profileAsked(asker, known.csvProfile, language)
    if (csvProfile === undefined) return left(session, language)
    return { language, host, csvProfile }
  } finally {
    asker.end()
  }
}

const wordsIn = (language: Language) => inLanguage(language, { en, fr })

async function languageAsked(
  { ask }: Asker,
  known: Language | undefined,
  usual: Language,
): Promise<Language | undefined> {
  if (known !== undefined) return known
  const read = (typed: string): Language => choiceFrom(typed.trim(), '--lang', LANGUAGES)
  return (await ask({ text: wordsIn(usual).askLanguage, usual, read }))?.answer
}

async function hostAsked(
  { ask }: Asker,
  known: string | undefined,
  language: Language,
): Promise<string | undefined> {
  if (known !== undefined) return known
  const read = (typed: string): string => (typed === '' ? '' : hostFrom(typed))
  return (await ask({ text: wordsIn(language).askHost, usual: '', read }))?.answer
}

async function profileAsked(
  { ask }: Asker,
  known: CsvProfile | undefined,
  language: Language,
): Promise<CsvProfile | undefined> {
  if (known !== undefined) return known
  const usual: CsvProfile = language === 'fr' ? 'excel-fr' : 'standard'
  const read = (typed: string): CsvProfile => profileFrom(typed.trim())
  return (await ask({ text: wordsIn(language).askProfile, usual, read }))?.answer
}

function left(session: Session, language: Language): undefined {
  session.io.stderr.write(`\n${wordsIn(language).left}`)
  return undefined
}
