import { statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { NumberedEntry } from '../domain/accounting/entry.ts'
import { extractOf } from '../domain/accounting/extract.ts'
import type { EventBodies, ExportFormat } from '../domain/journal/event.ts'
import type { Day } from '../domain/kernel/day.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { type Cents, sumCents } from '../domain/kernel/money.ts'
import { parseText } from '../domain/kernel/name.ts'
import { type ExportedEntry, exportedEntries } from '../formats/exported-entry.ts'
import {
  removeFile,
  standsInTheWay,
  type WriteOutcome,
  writeNewFile,
} from '../formats/file-write.ts'
import { term } from '../formats/terminal-text.ts'
import { sha256 } from '../store/digest.ts'
import { entriesOf } from '../store/queries/entries.ts'
import type { Journal } from '../store/record.ts'
import { StoreError } from '../store/store-error.ts'
import { dayText } from '../words/day-text.ts'
import { type ExportWords, exported as en } from '../words/en/export.ts'
import { exported as fr } from '../words/fr/export.ts'
import { inLanguage, titled } from '../words/said.ts'
import { FLAGS, LIST_FLAGS } from './flags.ts'
import { printOne } from './output.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom, optional } from './values.ts'

export const exportWords = (session: Session): ExportWords =>
  inLanguage(session.language(), { en, fr })

export const EXPORT_OPTIONS = {
  until: FLAGS.until,
  output: LIST_FLAGS.output,
  force: LIST_FLAGS.force,
} as const

/** A file as bytes; `lost` characters had to be replaced. */
type Content = {
  readonly bytes: Uint8Array
  readonly rows: number
  readonly lost?: readonly string[]
}

export type ExportKind = {
  readonly format: ExportFormat
  /** Entries of a period that is still open, too. */
  readonly openToo: boolean
  readonly name: (entries: readonly NumberedEntry[], until: Day | undefined) => string
  readonly content: (entries: readonly ExportedEntry[]) => Content
}

type Made = {
  readonly content: Content
  readonly body: EventBodies['export']
  /** Undefined for stdout. */
  readonly path: string | undefined
  readonly totalCents: Cents
  readonly openEntries: number
}

/**
 * Writes one cohort's entries for other software and records that it left: the same transaction reads the books, notes
 * the event and puts the file in place, so that no file is without its event.
 */
export async function exportEntries(
  session: Session,
  typedUntil: string | undefined,
  kind: ExportKind,
): Promise<void> {
  const target = session.output.output
  if (target?.trim() === '') misused({ code: 'file-unwritable', path: `"${target}"` })
  if (target === '-' && session.globals.json)
    misused({ code: 'option-conflict', one: '-o -', other: '--json' })
  const until = optional(typedUntil, (typed) => dateFrom(typed, '--until'))
  const cohort = session.cohort().code
  const made = recordWithFile(session, (journal) => {
    const entries = extractOf(entriesOf(journal.db, cohort), { ...kind, cohort, until })
    const path = pathOf(session, target, () => kind.name(entries, until))
    return madeFrom(entries, { kind, cohort, path })
  })
  if (made.path === undefined) session.io.stdout.write(made.content.bytes)
  await tell(session, made)
}

/** A new file whose event was surely not recorded is taken away again; one that `--force` put in another's place stays. */
function recordWithFile(session: Session, make: (journal: Journal) => Made): Made {
  let placed: string | undefined
  try {
    return session.record((journal) => {
      const made = make(journal)
      journal.append('export', made.body)
      put(session, made)
      placed = made.path
      return made
    })
  } catch (error) {
    const isUnknown = error instanceof StoreError && error.fault.code === 'outcome-unknown'
    if (placed !== undefined && !session.output.force && !session.dryRun && !isUnknown)
      removeFile(placed)
    throw error
  }
}

function madeFrom(
  entries: readonly NumberedEntry[],
  {
    kind,
    cohort,
    path,
  }: { readonly kind: ExportKind; readonly cohort: string; readonly path: string | undefined },
): Made {
  const days = entries.map((entry) => entry.day).toSorted()
  const [from, until] = [days[0], days.at(-1)]
  invariant(from !== undefined && until !== undefined, 'an extract has entries')
  const content = kind.content(exportedEntries(entries))
  const body: EventBodies['export'] = {
    cohort,
    format: kind.format,
    from,
    until,
    entries: entries.length,
    rows: content.rows,
    digest: sha256(content.bytes).toString('hex'),
    ...(path === undefined ? {} : { file: keptName(path) }),
  }
  const lines = entries.flatMap((entry) => entry.lines)
  return {
    content,
    body,
    path,
    totalCents: sumCents(lines.map((line) => line.debitCents)),
    openEntries: entries.filter((entry) => entry.validDay === undefined).length,
  }
}

/** Where the file goes: into the folder or under the name that `-o` says, else here under its own name. */
function pathOf(
  { io }: Session,
  target: string | undefined,
  name: () => string,
): string | undefined {
  if (target === '-') return undefined
  if (target === undefined) return join(io.cwd, name())
  const path = resolve(io.cwd, target)
  return isFolder(path) ? join(path, name()) : path
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false // writing there will say what is wrong
  }
}

function put(session: Session, { path, content }: Made): void {
  if (path === undefined) return
  const { output, dryRun } = session
  const { force } = output
  const outcome: WriteOutcome | undefined = dryRun
    ? standsInTheWay(path, { force })
    : writeNewFile(path, [content.bytes], { force })
  if (outcome === 'exists') misused({ code: 'file-exists', path: nearName(session, path) })
  if (outcome === 'unwritable') misused({ code: 'file-unwritable', path: nearName(session, path) })
}

async function tell(
  session: Session,
  { body, content, path, totalCents, openEntries }: Made,
): Promise<void> {
  const words = exportWords(session)
  const language = session.language()
  const holds = words.holds({
    entries: body.entries,
    rows: body.rows,
    from: dayText(body.from, language),
    until: dayText(body.until, language),
    total: session.money(totalCents),
  })
  if (path === undefined) session.say(`${holds}\n`)
  else {
    const { lost = [] } = content
    await printOne(
      session,
      { ...body, totalCents, openEntries, replaced: lost.length },
      () => `${titled(term(nearName(session, path)), holds, language)}\n`,
    )
  }
  if (openEntries > 0) session.say(words.open(openEntries))
  if (content.lost?.length) session.say(words.lost(content.lost.length, lettersOf(content.lost)))
  if (path !== undefined && !session.globals.json)
    session.say(words.aims[body.format](term(nearName(session, path))))
}

/** Each letter once, the first dozen. */
const lettersOf = (lost: readonly string[]): string =>
  term([...new Set(lost)].slice(0, 12).join(' '))

/** As seen from here. */
const nearName = ({ io }: Session, path: string): string =>
  dirname(path) === io.cwd ? basename(path) : path

/** A name as the journal can keep it: what no terminal would show is not worth more than a mark. */
function keptName(path: string): string {
  const parsed = parseText(basename(path), 255)
  return parsed.ok ? parsed.text : '?'
}
