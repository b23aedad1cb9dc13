import { vatOfZ } from '../domain/closing/vat.ts'
import { dayTyped } from '../domain/cohort/day-of.ts'
import type { ZBody } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { present } from '../domain/kernel/present.ts'
import { parsePeriod } from '../domain/till/periods.ts'
import { sealSession, statementOf } from '../domain/till/seal.ts'
import { ratedTakings, sealableTakings } from '../domain/till/takings.ts'
import { parseZName } from '../domain/till/z-name.ts'
import { stocksOf } from '../store/queries/stock.ts'
import { openSessions, type SessionRow, sessionOn } from '../store/queries/till.ts'
import { closingOf } from '../store/queries/till-closing.ts'
import { lastPieces, ratesToFix, sumsOf, takingsOf } from '../store/queries/till-sums.ts'
import { lastZ, runningTotals, zBody, zHash } from '../store/queries/z.ts'
import { type Journal, lastLink } from '../store/record.ts'
import { dayText } from '../words/day-text.ts'
import { command, type Input } from './command.ts'
import { FLAGS, PAPER_FLAGS } from './flags.ts'
import { isPrinted, printDocument, printOne } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { goodsText, stockWords, unsoldOf } from './stock-text.ts'
import type { TillPaper } from './till-paper.ts'
import { meantSession } from './till-session.ts'
import { headLines, type Statement, statementText } from './till-statement.ts'
import { statementJson } from './till-statement-json.ts'
import { tillWords } from './till-words.ts'
import { withTraining } from './training.ts'

const Z_OPTIONS = { day: FLAGS.day } as const

export const tillZ = command({ options: Z_OPTIONS, writes: true, run: sealOne })

async function sealOne(session: Session, { options }: Input<typeof Z_OPTIONS>): Promise<void> {
  const { till, body, left } = session.record((journal) => {
    const { db, stall } = journal
    const z = sealed(session, journal, meantSession(session, journal, options.day))
    journal.append('till-z', z)
    return { till: stall, body: z, left: openSessions(db, stall)[0] }
  })
  const statement = sealedStatement(session, till, body)
  const json = withTraining(session, statementJson(statement))
  await printOne(session, json, () => statementText(session, statement))
  const text = tillWords(session)
  if (body.countedCents === undefined) session.say(text.sealedUncounted)
  sayUnsold(session, body.cohort)
  if (left === undefined) return sayNext(session, text.next.backup)
  session.say(text.stillOpen(dayText(left.day, session.language())))
  sayNext(session, text.next.seal)
}

/** What is counted and lies there still: to be counted, lost or given before tomorrow. */
function sayUnsold(session: Session, cohort: string): void {
  const unsold = unsoldOf(stocksOf(session.ledger().db, cohort).values())
  const [first] = unsold
  if (first === undefined) return
  const { unsold: say, countThem, next } = stockWords(session)
  session.say(say(goodsText(unsold)) + countThem(next.count(first.product, first.left)))
}

/** Reads the whole session and freezes it. */
function sealed(session: Session, journal: Journal, row: SessionRow): ZBody {
  const { db, stall } = journal
  const { vatRegime } = session.settings().terms
  const { takings, unrated } = takingsOf(db, row.number)
  const vat = vatOfZ(sealableTakings(takings, unrated, vatRegime), vatRegime)
  const last = journal.last()
  const before = lastZ(db, stall)
  const fixed = ratesToFix(db, row)
  const z = sealSession(sumsOf(db, row), vat, {
    totals: runningTotals(db, { stall, cohort: row.cohort }, last),
    happenedAt: session.when(),
    number: (before ?? 0) + 1,
    previousZ: before === undefined ? undefined : zHash(db, stall, before),
    head: last.hash.toString('hex'),
  })
  return fixed.length === 0 ? z : { ...z, fixed }
}

const sealedStatement = (session: Session, till: string, body: ZBody): Statement => ({
  till,
  body,
  seal: body,
  unrated: [],
  pieces: lastPieces(session.ledger().db, body.session),
})

export const tillShow = command({
  arguments: '<z>',
  options: PAPER_FLAGS,
  run: async (session, { words: [typed = ''] }) => {
    const { db, stall } = session.ledger()
    const period = parsePeriod(typed)
    if (period !== undefined) {
      const { showClosing } = await import('./till-closings.ts')
      const closing = closingOf(db, stall, period) ?? refuse({ code: 'unknown-closing', period })
      return showClosing(session, stall, closing)
    }
    const statement = shown(session, typed)
    const json = withTraining(session, statementJson(statement))
    if (!isPrinted(session)) return printOne(session, json, () => statementText(session, statement))
    const { tillDocument } = await import('./till-paper.ts')
    await printDocument(session, tillDocument(session, paperOf(session, statement)), json)
  },
})

/** The head of a Z's sheet; what it holds is the statement's own. */
function paperOf(session: Session, statement: Statement): TillPaper {
  const text = tillWords(session)
  const { body, seal, again, pieces } = statement
  const [title = '', ...head] = headLines(session, text, statement)
  const [name = '', ...rest] = title.split('   ')
  const { hostName } = session.settings()
  return {
    title: again ? `${name}   ${text.duplicate}` : name,
    subtitle: [...(hostName === '' ? [] : [hostName]), ...rest].join(' · '),
    head,
    body,
    day: { body, pieces },
    codes:
      seal === undefined
        ? []
        : [
            { label: text.previousZ, code: seal.previousZ ?? text.firstZ },
            { label: text.head, code: seal.head },
          ],
  }
}

/** A Z by its number, or the last session of a day, sealed or not. */
function shown(session: Session, typed: string): Statement {
  const { db, stall } = session.ledger()
  const on = dayTyped(typed, session.today())
  const row = on === undefined ? undefined : sessionOn(db, stall, on)
  if (on !== undefined && row === undefined) return refuse({ code: 'unknown-session', day: on })
  if (row !== undefined && row.z === undefined) return openStatement(session, row)
  const number = row === undefined ? parseZName(typed) : row.z
  const body = number === undefined ? undefined : zBody(db, stall, number)
  if (body !== undefined) return { ...sealedStatement(session, stall, body), again: true }
  const last = lastZ(db, stall)
  return refuse({ code: 'unknown-z', typed, ...present({ lastZ: last }) })
}

/** A session that no Z has sealed: as it stands now. */
export function openStatement(session: Session, row: SessionRow): Statement {
  const { db, stall, coop } = session.ledger()
  const { vatRegime } = session.settings().terms
  const { takings, unrated } = takingsOf(db, row.number)
  const rated =
    vatRegime === 'franchise' ? sealableTakings(takings, unrated, vatRegime) : ratedTakings(takings)
  const totals = runningTotals(db, { stall, cohort: row.cohort }, lastLink(db, coop, stall))
  const body = statementOf(sumsOf(db, row), vatOfZ(rated, vatRegime), totals)
  return {
    till: stall,
    body,
    seal: undefined,
    unrated: vatRegime === 'franchise' ? [] : unrated,
    pieces: lastPieces(db, row.number),
  }
}
