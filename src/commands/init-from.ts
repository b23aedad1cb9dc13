import type { Stall } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { term } from '../formats/terminal-text.ts'
import { createLedger, realPath } from '../store/ledger.ts'
import { type BundleSource, joinBundle } from '../store/merge.ts'
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
  const { stall, others } = withBundles(session, [bundle], ([source]) => {
    invariant(source !== undefined, 'a bundle was opened')
    return begin(session, path, { source, till })
  })
  const words = mergeWords(session)
  const place = session.dryRun ? path : realPath(path)
  await printOne(session, { ledger: path, till: stall, beside: others }, () =>
    words.joined(term(place), stall, others),
  )
  if (session.globals.json) return
  session.say(words.nameless)
  if (session.dryRun) session.say(words.possible)
  else sayNext(session, words.joinNext)
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

function begin(
  session: Session,
  path: string,
  { source, till }: { readonly source: BundleSource; readonly till: Stall | undefined },
): { readonly stall: Stall; readonly others: readonly Stall[] } {
  const others = source.tills.map((each) => each.stall)
  const free = LETTERS.find((letter) => !others.includes(letter)) ?? 'Z'
  const stall = till ?? free
  if (others.includes(stall)) refuse({ code: 'till-taken', till: stall, free })
  if (session.dryRun) return { stall, others }
  const progress = progressOn(session, mergeWords(session).progress)
  try {
    createLedger(path, (db) =>
      joinBundle(
        db,
        { stall, at: session.now, actor: session.actor() },
        { path, source, progress },
      ),
    )
  } finally {
    progress(undefined)
  }
  return { stall, others }
}
