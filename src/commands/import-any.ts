import { type FileKind, fileKind } from '../formats/file-kind.ts'
import { importAny as en } from '../words/en/import-any.ts'
import { importAny as fr } from '../words/fr/import-any.ts'
import { inLanguage } from '../words/said.ts'
import { startAsking } from './ask.ts'
import type { AnyCommand, Outcome, ParsedWords } from './command.ts'
import { complain } from './complaint.ts'
import { EXIT } from './exit-code.ts'
import { openSource } from './import-file.ts'
import { refuseTerminalOnly, SALE_IMPORT_OPTIONS } from './sale-import.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'

/** Any file that some noun imports: its titles tell which. Asks before it does so on a terminal. */
export const importAny: AnyCommand = {
  arguments: '<file>',
  options: SALE_IMPORT_OPTIONS,
  writes: true,
  run: importByTitles,
}

async function importByTitles(session: Session, input: ParsedWords): Promise<Outcome> {
  const path = input.words[0] ?? ''
  const options = input.read(SALE_IMPORT_OPTIONS)
  if (path === '-') misused({ code: 'file-kind-unknown', path })
  const kind = await kindOf(session, path, options.maxSize)
  if (kind === undefined) return misused({ code: 'file-kind-unknown', path })
  if (kind !== 'terminal') refuseTerminalOnly(options)
  const words = inLanguage(session.language(), { en, fr })
  if (!(await isWanted(session, words.found(path, words.kinds[kind])))) {
    session.io.stderr.write(words.left)
    return EXIT.interrupted
  }
  return (await importerOf(kind)).run(session, input)
}

async function kindOf(
  session: Session,
  path: string,
  maxSize: string | undefined,
): Promise<FileKind | undefined> {
  const source = await openSource(session, { path, maxSize })
  try {
    return fileKind(source)
  } finally {
    source.close()
  }
}

/** Without a terminal there is nobody to ask: what the titles say is done, and said. */
async function isWanted(session: Session, found: string): Promise<boolean> {
  const { io, globals, dryRun } = session
  if (!io.stdin.isTTY || globals.noInput || globals.yes || dryRun) {
    session.say(found)
    return true
  }
  const words = inLanguage(session.language(), { en, fr })
  io.stderr.write(found)
  const asker = startAsking(io, async (error) => void (await complain(session, error, false)))
  try {
    const said = await asker.ask({ text: words.ask, usual: '', read: words.isYes })
    return said?.answer ?? false
  } finally {
    asker.end()
  }
}

async function importerOf(kind: FileKind): Promise<AnyCommand> {
  switch (kind) {
    case 'participant':
      return (await import('./participant-import.ts')).participantImport
    case 'attendance':
      return (await import('./attendance-import.ts')).attendanceImport
    case 'cost':
      return (await import('./cost-import.ts')).costImport
    case 'product':
      return (await import('./product-import.ts')).productImport
    case 'sale':
    case 'terminal':
      return (await import('./sale-import.ts')).saleImport
  }
}
