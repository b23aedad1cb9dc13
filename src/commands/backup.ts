import { statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { clockText, dayOf } from '../domain/kernel/instant.ts'
import { term } from '../formats/terminal-text.ts'
import { createBackup, holdsNames, verifyBackup } from '../store/backup.ts'
import { freeName } from '../store/copy.ts'
import { auditWords, findingText, notWhole, prove, tellProof, whenOf } from './audit.ts'
import { command } from './command.ts'
import type { Session } from './session.ts'
import { SpokenError } from './spoken-error.ts'

export const backupCreate = command({
  arguments: '[file]',
  options: {},
  run: async (session, { words: [typed] }) => {
    const ledger = session.ledger()
    const file = placeOf(session, typed)
    const proof = prove(session, (asked) => createBackup(ledger, file, asked))
    const [found] = proof.findings
    if (found) {
      const { exit, say, detail } = notWhole(session, proof.findings)
      const message = auditWords(session).backup.notKept(findingText(session, found))
      throw new SpokenError({
        code: 'backup-not-made',
        exit,
        say: (language) => ({ ...say(language), message }),
        ...(detail ? { detail } : {}),
      })
    }
    const exit = await tellProof(session, proof, {
      facts: { file },
      text: (words) => words.backup.created(term(file), proof.events),
    })
    if (holdsNames(ledger.db) && !session.globals.json)
      session.say(auditWords(session).backup.named)
    return exit
  },
})

export const backupVerify = command({
  arguments: '<file>',
  options: {},
  run: async (session, { words: [typed = ''] }) => {
    const file = typed.trim() === typed && typed !== '' ? resolve(session.io.cwd, typed) : typed
    const proof = prove(session, (asked) => verifyBackup(file, asked))
    const last = proof.tills.map((each) => each.at).findLast((at) => at !== undefined)
    return tellProof(session, proof, {
      facts: { file, lastRecordedAt: last ?? null },
      text: ({ backup }) =>
        last === undefined ? backup.empty : backup.whole(proof.events, whenOf(session, last)),
    })
  },
})

/** The file or folder that was named, else beside the ledger: `flashcoop-2026-06-17-1032.db`, `…-2` in the same minute. */
function placeOf(session: Session, typed: string | undefined): string {
  const { path } = session.ledger()
  if (typed !== undefined && (typed.trim() !== typed || typed === '')) return typed
  const place = typed === undefined ? resolve(path, '..') : resolve(session.io.cwd, typed)
  if (!isFolder(place)) return place
  const name = basename(path, extname(path))
  const when = `${dayOf(session.now)}-${clockText(session.now).replace(':', '')}`
  return freeName((again) => join(place, `${name}-${when}${again}.db`))
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory()
  } catch {
    return false // whatever else it is, writing there will say so
  }
}
