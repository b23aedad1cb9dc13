import type { Language, Stall } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { term } from '../formats/terminal-text.ts'
import { createLedger, realPath } from '../store/ledger.ts'
import { type BundleSource, joinBundle } from '../store/merge.ts'
import { operatorOf, settingOf } from '../store/queries/setting.ts'
import { init as initEn } from '../words/en/init.ts'
import { merge as en } from '../words/en/merge.ts'
import { init as initFr } from '../words/fr/init.ts'
import { merge as fr } from '../words/fr/merge.ts'
import { inLanguage } from '../words/said.ts'
import { chosenLanguage } from './language-choice.ts'
import { withBundles } from './merge.ts'
import { mergeWords } from './merge-text.ts'
import { printOne } from './output.ts'
import { progressOn } from './progress.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'

/** A second computer of a cooperative: its ledger out of another till's bundle, under a letter of its own. */
export async function initFrom(
  session: Session,
  path: string,
  { bundle, till }: { readonly bundle: string; readonly till: Stall | undefined },
): Promise<void> {
  const { stall, others, language } = withBundles(session, [bundle], ([source]) => {
    invariant(source !== undefined, 'a bundle was opened')
    return begin(session, path, { source, till })
  })
  const spoken = chosenLanguage(session.globals.lang, session.io.env) ?? language
  const words = inLanguage(spoken, { en, fr })
  const place = session.dryRun ? path : realPath(path)
  await printOne(session, { ledger: path, till: stall, beside: others }, () =>
    session.dryRun
      ? inLanguage(spoken, { en: initEn, fr: initFr }).possible(term(path))
      : words.joined(term(place), stall, others),
  )
  if (session.globals.json || session.dryRun) return
  session.say(words.nameless)
  session.say(words.yetAnother(term(bundle), freeLetter([...others, stall])))
  sayNext(session, words.joinNext, spoken)
}

/** The language is the ledger's own. */
type Begun = {
  readonly stall: Stall
  readonly others: readonly Stall[]
  readonly language: Language
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const freeLetter = (taken: readonly Stall[]): Stall =>
  LETTERS.find((letter) => !taken.includes(letter)) ?? 'Z'

function begin(
  session: Session,
  path: string,
  { source, till }: { readonly source: BundleSource; readonly till: Stall | undefined },
): Begun {
  const others = source.tills.map((each) => each.stall)
  const free = freeLetter(others)
  const stall = till ?? free
  if (others.includes(stall)) refuse({ code: 'till-taken', till: stall, free })
  if (session.dryRun) return { stall, others, language: session.language() }
  const progress = progressOn(session, mergeWords(session).progress)
  const opening = { stall, at: session.now, actor: session.actor() }
  try {
    const language = createLedger(path, (db) => {
      joinBundle(db, opening, { path, source, progress })
      const training = operatorOf(db)
      if (training !== undefined) refuse({ code: 'training-ledger', operator: training })
      return settingOf(db).language
    })
    return { stall, others, language }
  } finally {
    progress(undefined)
  }
}
