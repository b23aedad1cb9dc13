import { resolve } from 'node:path'
import { refuse } from '../domain/journal/refusal.ts'
import { cents } from '../domain/kernel/money.ts'
import {
  BUNDLE_LIMITS,
  BundleError,
  type BundleFault,
  type OpenBundle,
  openBundle,
} from '../formats/bundle-read.ts'
import { type BundleSource, type Merged, mergeBundles } from '../store/merge.ts'
import { command } from './command.ts'
import { differencesText, differenceText, mergeWords } from './merge-text.ts'
import { printOne } from './output.ts'
import { progressOn } from './progress.ts'
import type { Session } from './session.ts'
import { refuseTraining } from './training.ts'
import { misused } from './usage.ts'

/** Takes in other tills' bundles: all of what is new in them, or nothing. */
export const merge = command({
  arguments: '<file...>',
  options: {},
  writes: true,
  run: async (session, { words: files }) => {
    const { coop, path, stall: own } = session.ledger()
    refuseTraining(session)
    const merged = withBundles(session, files, (sources) => {
      const progress = progressOn(session, mergeWords(session).progress)
      const actor = session.actor()
      try {
        return session.record(({ db, stall, at }) =>
          mergeBundles({ db, stall, at, actor }, { path, coop }, { sources, progress }),
        )
      } finally {
        progress(undefined)
      }
    })
    await printOne(session, jsonOf(session, merged), () => mergedText(session, merged))
    if (session.globals.json) return
    if (merged.taken.some(({ till }) => till === own))
      session.say(mergeWords(session).continued(own))
    if (merged.ahead && !session.dryRun)
      session.say(`${mergeWords(session).backTo}${mergeWords(session).next.back}\n`)
  },
})

/** Opens the files, looks at every byte of each, and closes them whatever happens. */
export function withBundles<T>(
  session: Session,
  files: readonly string[],
  work: (sources: readonly BundleSource[]) => T,
): T {
  const open: OpenBundle[] = []
  try {
    return work(
      files.map((typed) => {
        const file = typed
        const bundle = spoken(file, () => openBundle(resolve(session.io.cwd, typed)))
        open.push(bundle)
        return {
          file,
          coop: bundle.header.coop,
          tills: bundle.header.stalls,
          lines: () => spokenLines(file, bundle),
        }
      }),
    )
  } finally {
    for (const bundle of open) bundle.close()
  }
}

function* spokenLines(
  file: string,
  bundle: OpenBundle,
): ReturnType<BundleSource['lines']> & Generator {
  const lines = bundle.lines()
  for (;;) {
    const next = spoken(file, () => lines.next())
    if (next.done) return
    yield next.value
  }
}

/** A fault of the file is said in the user's words, with its name. */
function spoken<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof BundleError) return refuseFile(file, error.fault)
    throw error
  }
}

function refuseFile(file: string, { code, line }: BundleFault): never {
  switch (code) {
    case 'file-missing':
      return misused({ code, path: file })
    case 'bundle-changed':
      return refuse({ code, file, ...(line === undefined ? {} : { line }) })
    case 'bundle-too-large':
      return refuse({ code, file, mebibytes: BUNDLE_LIMITS.bytes / 1024 / 1024 })
    default:
      return refuse({ code, file })
  }
}

function mergedText(session: Session, merged: Merged): string {
  const words = mergeWords(session)
  if (merged.taken.length === 0) return words.nothingNew
  const taken = merged.taken.map(({ till, events, sales, salesCents }) =>
    words.taken(
      till,
      events,
      sales === 0 ? '' : words.sold(sales, session.money(cents(salesCents))),
    ),
  )
  const { tills } = merged
  const whole = tills.length > 1 ? words.together(tills) : words.alone(tills[0] ?? '')
  return [...taken, whole, differencesText(session, merged)].join('')
}

function jsonOf(session: Session, { taken, differences, strays }: Merged): object {
  return {
    taken,
    differences: differences.map((each) => ({
      ...each.thing,
      said: each.said.map(({ till, value }) => ({ till, value: value ?? null })),
      message: differenceText(session, each).trim(),
    })),
    strays,
  }
}
