import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Language } from '../domain/journal/event.ts'
import { Defect } from '../domain/kernel/defect.ts'
import type { Reader } from '../formats/cell-text.ts'
import type { Document } from '../reports/document.ts'
import type { Report } from '../reports/report.ts'
import type { Session } from './session.ts'
import { trainingMark, trainingNotice } from './training.ts'
import { misused } from './usage.ts'

const FORMATS = ['table', 'json', 'jsonl', 'csv', 'md', 'html'] as const
type Format = (typeof FORMATS)[number]
const WITHOUT_PAPER: readonly Format[] = FORMATS.filter((format) => format !== 'html')
const PAPER: readonly Format[] = ['table', 'json', 'html']

/**
 * What a report's rows alone do not give: a JSON value of its own, or one for each row; a text for people; a paper to
 * print, without which there is no HTML.
 */
export type OwnForms = {
  readonly json?: unknown
  readonly jsonRows?: Iterable<unknown>
  readonly text?: () => string
  readonly document?: () => Document
}

/** A report in the form that was asked for, on stdout or in the `-o` file. */
export async function printReport(
  session: Session,
  report: Report,
  own: OwnForms = {},
): Promise<void> {
  const format = formatOf(session, own.document ? FORMATS : WITHOUT_PAPER)
  if (session.output.csvProfile !== undefined) session.csvProfile()
  const pieces =
    (await ownPieces(session, own, format)) ??
    (format === 'table' && own.text ? [own.text()] : await piecesOf(session, report, format))
  await deliver(session, pieces)
}

/** A paper on the screen, or as HTML where a file or a format asks for it; `json` is what programs get instead. */
export async function printDocument(
  session: Session,
  document: Document,
  json: unknown,
): Promise<void> {
  const format = formatOf(session, PAPER)
  if (format === 'json')
    return deliver(session, [(await import('../formats/json.ts')).jsonText(json)])
  if (format === 'html') return deliver(session, await htmlPieces(session, document))
  const { documentText } = await import('../formats/document-text.ts')
  await deliver(session, [documentText(marked(session, document))])
}

/** Whether a paper was asked for: HTML, by its format or the name of a file. */
export const isPaper = (session: Session): boolean => formatOf(session, PAPER) === 'html'

/** Whether a file or a format of its own was asked for. */
export const isPrinted = (session: Session): boolean =>
  fileOf(session) !== undefined || session.output.format !== undefined

/** Whether a paper is read on the screen, where it cannot be signed. */
export const isOnScreen = (session: Session): boolean =>
  fileOf(session) === undefined && formatOf(session, PAPER) === 'table'

const htmlPieces = async (session: Session, document: Document): Promise<Iterable<string>> => [
  (await import('../formats/document-html.ts')).documentHtml(marked(session, document)),
]

/** In a training ledger every page says so in its title, and who practises. */
function marked(session: Session, document: Document): Document {
  const { training } = session.ledger()
  if (training === undefined) return document
  const mark = trainingMark(session)
  const lines = [trainingNotice(training, document.language).trim()]
  const pages = document.pages.map(({ title, subtitle, blocks }) => ({
    title: mark + title,
    subtitle,
    blocks: [{ kind: 'paragraph', lines } as const, ...blocks],
  }))
  return { ...document, title: mark + document.title, pages }
}

/** On stdout or in the `-o` file, which is never replaced without `--force`. */
async function deliver(session: Session, pieces: Iterable<string>): Promise<void> {
  const path = fileOf(session)
  const { force } = session.output
  if (path === undefined) return writeAll(session.io.stdout, pieces)
  if (path.trim() === '') misused({ code: 'file-unwritable', path: `"${path}"` })
  const { writeNewFile } = await import('../formats/file-write.ts')
  const outcome = writeNewFile(resolve(session.io.cwd, path), pieces, { force })
  if (outcome === 'exists') misused({ code: 'file-exists', path })
  if (outcome === 'unwritable') misused({ code: 'file-unwritable', path })
}

/** Many things as one JSON array or a line each, one after the other; `[]` when there are none. */
async function ownPieces(
  session: Session,
  { json, jsonRows, document }: OwnForms,
  format: Format,
): Promise<Iterable<string> | undefined> {
  if (format === 'html' && document) return htmlPieces(session, document())
  if (format !== 'json' && format !== 'jsonl') return undefined
  const { jsonArray, jsonLines, jsonText } = await import('../formats/json.ts')
  if (jsonRows !== undefined) return format === 'json' ? jsonArray(jsonRows) : jsonLines(jsonRows)
  return format === 'json' && json !== undefined ? [jsonText(json)] : undefined
}

/** Where the answer goes; undefined for stdout, which `-` is too. */
const fileOf = ({ output: { output } }: Session): string | undefined =>
  output === '-' ? undefined : output

/** What was asked for, else what a CSV profile or the name of the `-o` file says, else a table. */
function formatOf(session: Session, allowed: readonly Format[] = FORMATS): Format {
  const { csv, format } = session.output
  const asked = [
    csv ? '--csv' : '',
    session.globals.json ? '--json' : '',
    format === undefined ? '' : '--format',
  ]
  const [one, other] = asked.filter((each) => each !== '')
  if (one !== undefined && other !== undefined) misused({ code: 'option-conflict', one, other })
  if (csv) return 'csv'
  if (session.globals.json) return 'json'
  if (format === undefined) return unsaidFormat(session, allowed)
  const found = allowed.find((each) => each === format)
  return found ?? misused({ code: 'bad-choice', typed: format, name: '--format', allowed })
}

/** Who names a CSV profile wants CSV. */
function unsaidFormat(session: Session, allowed: readonly Format[]): Format {
  if (session.output.csvProfile !== undefined) return 'csv'
  const path = fileOf(session)?.toLowerCase() ?? ''
  return allowed.find((each) => path.endsWith(`.${each}`)) ?? 'table'
}

/** Whether a list is for programs and files, which take everything; a table on a screen has room for little. */
export const isForPrograms = (session: Session): boolean =>
  !['table', 'md'].includes(formatOf(session))

async function piecesOf(
  session: Session,
  report: Report,
  format: Format,
): Promise<Iterable<string>> {
  switch (format) {
    case 'csv':
      return (await import('../formats/csv-write.ts')).reportCsv(report, session.csvProfile())
    case 'json':
      return (await import('../formats/json.ts')).reportJson(report)
    case 'jsonl':
      return (await import('../formats/json.ts')).reportJsonLines(report)
    case 'md':
      return [(await import('../formats/table.ts')).reportMarkdown(report, readerOf(session))]
    case 'table':
      return [await tableOf(session, report)]
    case 'html':
      throw new Defect('only a paper has HTML')
  }
}

async function tableOf(session: Session, report: Report): Promise<string> {
  const { reportTable } = await import('../formats/table.ts')
  const { stdout, env } = session.io
  const isTerminal = stdout.isTTY
  const forced = env.FORCE_COLOR !== undefined
  if (fileOf(session) !== undefined || !(isTerminal || forced))
    return reportTable(report, readerOf(session))
  const { styleFor } = await import('../formats/style.ts')
  const style = await styleFor({ env, isTerminal, noColor: session.globals.noColor })
  const width = isTerminal ? stdout.columns : undefined
  return reportTable(report, readerOf(session), { width, style })
}

/** The language of words inside data that no column can translate: a French sheet is French, a program reads English. */
export function dataLanguage(session: Session): Language {
  switch (formatOf(session)) {
    case 'csv':
      return session.csvProfile() === 'excel-fr' ? 'fr' : 'en'
    case 'json':
    case 'jsonl':
      return 'en'
    default:
      return session.language()
  }
}

/** Texts in the reader's language, amounts the way of the ledger's. */
export const readerOf = (session: Session): Reader => ({
  language: session.language(),
  amounts: session.settings().language,
})

/** One thing: as JSON when asked for, else in words. */
export async function printOne(
  session: Session,
  value: unknown,
  text: () => string,
): Promise<void> {
  if (!session.globals.json) return session.print(text())
  const { jsonText } = await import('../formats/json.ts')
  session.print(jsonText(value))
}

/** Waits for a slow reader; stops when it has gone away (`| head -1`). */
async function writeAll(stream: NodeJS.WriteStream, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (stream.destroyed) return
    if (stream.write(piece)) continue
    const gone = new AbortController()
    await Promise.race([
      once(stream, 'drain', gone).catch(() => undefined),
      once(stream, 'close', gone).catch(() => undefined),
    ])
    gone.abort()
  }
}
