import { Refused } from '../domain/journal/refusal.ts'
import { foldWord } from '../domain/kernel/name.ts'
import { isCounted, leftOf } from '../domain/stock/stock.ts'
import { readPromptLine } from '../language/prompt-line.ts'
import { stockRow } from '../reports/stock.ts'
import { stocksOf } from '../store/queries/stock.ts'
import { type Noted, notedText, noteStock, producedFrom, sayAfter } from './product-stock.ts'
import { type PromptState, recordPatiently } from './prompt-state.ts'
import type { Session } from './session.ts'
import { stockText, stockWords } from './stock-text.ts'
import { misused, UsageError } from './usage.ts'

/** `stock` shows what is left, `stock cookie +24` notes what was made. */
export function stockAtPrompt(
  state: PromptState,
  session: Session,
  words: readonly string[],
): void {
  const [product, made, extra] = words
  if (extra !== undefined)
    misused({ code: 'excess-argument', typed: extra, command: 'product stock' })
  if (product === undefined) return showStock(state, session)
  if (made === undefined)
    misused({ code: 'missing-argument', name: '<count>', command: 'product stock' })
  const moves = [{ reason: 'produced', quantity: producedFrom(made) }] as const
  noteAtPrompt(state, session, { typed: product, noted: { moves } })
}

const NO = ['no', 'non', 'back', 'off']

/** `soldout cookie` marks it, `soldout cookie no` takes the mark away. */
export function soldOutAtPrompt(
  state: PromptState,
  session: Session,
  words: readonly string[],
): void {
  const [product, not, extra] = words
  if (product === undefined)
    misused({ code: 'missing-argument', name: '<product>', command: 'product stock' })
  const surplus = not === undefined || NO.includes(foldWord(not)) ? extra : not
  if (surplus !== undefined)
    misused({ code: 'excess-argument', typed: surplus, command: 'product stock' })
  noteAtPrompt(state, session, { typed: product, noted: { moves: [], soldOut: not === undefined } })
}

const OWN_HINT = ['sold-out-already', 'not-sold-out', 'stock-not-produced']

/** Of a line about stock: how such lines are typed here, in place of whole commands. */
export function hintAtPrompt(
  { base }: PromptState,
  error: unknown,
  text: string,
): string | undefined {
  const { kind } = readPromptLine(text)
  const isOfForm =
    error instanceof UsageError ||
    (error instanceof Refused && OWN_HINT.includes(error.refusal.code))
  return (kind === 'stock' || kind === 'soldout') && isOfForm
    ? stockWords(base).promptForms
    : undefined
}

function noteAtPrompt(
  state: PromptState,
  session: Session,
  { typed, noted }: { readonly typed: string; readonly noted: Noted },
): void {
  const { base, json } = state
  const where = { day: session.today(), note: undefined }
  const done = recordPatiently(state, session, (journal) =>
    noteStock(session, journal, { typed, noted, where }),
  )
  base.print(json === undefined ? notedText(session, done) : json(stockRow(done.after)))
  if (json === undefined) sayAfter(session, done, 'prompt')
}

function showStock({ base, cohort, json }: PromptState, session: Session): void {
  const stocks = [...stocksOf(base.ledger().db, cohort).values()]
  if (json !== undefined) return stocks.forEach((stock) => base.print(json(stockRow(stock))))
  const known = stocks.filter((stock) => isCounted(stock) || stock.soldOut)
  if (known.length === 0) return base.say(stockWords(base).nothing)
  base.print(known.map((stock) => stockText(session, stock)).join(''))
}

/** What the list of goods says behind a product: `épuisé`, `plus que 3`. */
export function stockMarks(base: Session, cohort: string): (code: string) => string {
  const stocks = stocksOf(base.ledger().db, cohort)
  const { soldOut } = stockWords(base)
  return (code) => {
    const stock = stocks.get(code)
    if (stock === undefined) return ''
    const left = leftOf(stock)
    return stock.soldOut || (left !== undefined && left <= 0) ? ` (${soldOut})` : ''
  }
}
