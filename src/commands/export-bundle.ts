import { statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { clockText, dayOf } from '../domain/kernel/instant.ts'
import { bundleText } from '../formats/bundle-write.ts'
import { writeNewFile } from '../formats/file-write.ts'
import { term } from '../formats/terminal-text.ts'
import { bundleContent } from '../store/queries/bundle.ts'
import { command } from './command.ts'
import { LIST_FLAGS } from './flags.ts'
import { mergeWords } from './merge-text.ts'
import { printOne } from './output.ts'
import type { Session } from './session.ts'
import { refuseTraining } from './training.ts'
import { misused } from './usage.ts'
import { VERSION } from './version.ts'

/** Writes every till's events that are here to one file, for another computer of the same cooperative. */
export const exportBundle = command({
  options: { output: LIST_FLAGS.output, force: LIST_FLAGS.force },
  run: async (session, { options: { output, force } }) => {
    const { coop, db } = session.ledger()
    refuseTraining(session)
    if (output === '-' && session.globals.json)
      misused({ code: 'option-conflict', one: '-o -', other: '--json' })
    const path = placeOf(session, output)
    const { outcome, tills } = bundleContent(db, ({ tills: stalls, events }) => {
      const pieces = bundleText({ coop, software: `flashcoop ${VERSION}`, stalls }, events)
      if (output !== '-') return { tills: stalls, outcome: writeNewFile(path, pieces, { force }) }
      for (const piece of pieces) session.print(piece)
      return { tills: stalls, outcome: 'printed' }
    })
    if (outcome === 'printed') return
    if (outcome === 'exists') misused({ code: 'file-exists', path })
    if (outcome === 'unwritable') misused({ code: 'file-unwritable', path })
    const words = mergeWords(session)
    const letters = tills.map((each) => each.stall)
    const events = tills.reduce((sum, { to }) => sum + to, 0)
    const answer = { file: path, tills: tills.map(({ stall: till, to }) => ({ till, to })), events }
    await printOne(session, answer, () => words.sent(term(path), letters, events))
    if (session.globals.json) return
    const name = term(basename(path))
    session.say(`${words.onOther}${words.next.merge(name)}\n`)
    session.say(`${words.onNew}${words.next.join(name)}\n`)
  },
})

/** The file or folder that was named, else a new file here: `flashcoop-A-2026-06-17-1032.jsonl`. */
function placeOf(session: Session, typed: string | undefined): string {
  const { io, now, ledger } = session
  if (typed !== undefined && typed.trim() === '')
    misused({ code: 'file-unwritable', path: `"${typed}"` })
  const place = resolve(io.cwd, typed ?? '.')
  const when = `${dayOf(now)}-${clockText(now).replace(':', '')}`
  return isFolder(place) ? join(place, `flashcoop-${ledger().stall}-${when}.jsonl`) : place
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory()
  } catch {
    return false // whatever else it is, writing there will say so
  }
}
