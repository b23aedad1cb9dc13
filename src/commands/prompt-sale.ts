import { Refused } from '../domain/journal/refusal.ts'
import { saleLineText } from '../language/lexer.ts'
import type { Vocabulary } from '../language/lexicon.ts'
import { isCommand, promptWordsLike } from '../language/prompt-line.ts'
import { readSaleLine } from '../language/sale-line.ts'
import { newKey } from '../store/key.ts'
import { guarded } from '../store/ledger.ts'
import { saleByKey } from '../store/queries/sale.ts'
import { type Journal, lastLink } from '../store/record.ts'
import { StoreError } from '../store/store-error.ts'
import { dayText } from '../words/day-text.ts'
import { LineFaultError } from './line-fault-error.ts'
import { showLast } from './prompt-shows.ts'
import { standNow, withSale } from './prompt-stand.ts'
import { type Kept, lineSession, type PromptState, recordPatiently, warn } from './prompt-state.ts'
import { fewLeftText, receiptText, saleWords, withoutRate } from './receipt.ts'
import { recordSale, type Sold } from './sale-recording.ts'
import type { Session } from './session.ts'
import { stockWords } from './stock-text.ts'
import { tillWords } from './till-words.ts'
import { withTraining } from './training.ts'
import { UsageError } from './usage.ts'

/** Takes a typed sale into the queue, whose sales are recorded in the order they were typed. */
export function takeSale(
  state: PromptState,
  { words, anyway }: { readonly words: readonly string[]; readonly anyway?: true },
): void {
  state.kept.push({
    text: saleLineText(words),
    words,
    anyway: anyway === true,
    key: newKey(state.base.ledger().db, state.base.io.nowMs()),
    when: undefined,
    tries: 0,
    isUnsure: false,
  })
  if (isSameBurst(state)) warn(state, `${state.words.kept(state.kept.length)}\n`)
  else sellKept(state)
}

const BURST_MS = 500

/** Behind a sale that could not be recorded, lines that were pasted with it do not wait for the file one by one. */
const isSameBurst = ({ kept, failedAt, base: { io } }: PromptState): boolean =>
  io.stdin.isTTY && kept.length > 1 && io.nowMs() - failedAt < BURST_MS

/**
 * Records what is in the queue. A sale that is wrong is said and gone; one that the file could not take now stays, with
 * its key, and so does everything behind it.
 */
export function sellKept(state: PromptState): void {
  for (let next = state.kept[0]; next !== undefined; next = state.kept[0]) {
    try {
      const session = lineSession(state)
      const sale = next
      const sold = guarded(session.ledger().path, () => sellOne(state, session, sale))
      state.kept.shift()
      tell(state, session, sold)
    } catch (error) {
      if (isOfLine(error)) state.kept.shift()
      if (!tellFailure(state, next, error)) return
    }
  }
}

/** Whether the queue goes on. Throws what no line can be blamed for. */
function tellFailure(state: PromptState, sale: Kept, error: unknown): boolean {
  if (!isOfLine(error) && !canBeRetried(error)) throw error
  if (isOfLine(error)) {
    state.complain(error, hintOf(state, sale, error))
    state.refused += 1
    if (error instanceof LineFaultError) sayWhatWasMeant(state, sale)
    return true
  }
  state.complain(error, state.words.kept(state.kept.length))
  if (error instanceof StoreError && error.fault.code === 'outcome-unknown') {
    sale.isUnsure = true
    showLast(state, lineSession(state))
  }
  state.failedAt = state.base.io.nowMs()
  return false
}

/** At the prompt nobody types the whole command again: what is sold out sells with `!` in front. */
const hintOf = ({ base }: PromptState, sale: Kept, error: unknown): string | undefined =>
  error instanceof Refused && error.refusal.code === 'sold-out'
    ? stockWords(base).anyway(sale.text)
    : undefined

/** One of the prompt's words with a slip in it, or a whole command. */
function sayWhatWasMeant({ base, words }: PromptState, sale: Kept): void {
  const near = promptWordsLike(sale.words)
  if (near.length > 0) base.say(words.meant(near.join(', ')))
  if (isCommand(sale.words)) base.say(words.noCommands)
}

/** What was typed cannot be done: nothing was recorded. */
export const isOfLine = (error: unknown): boolean =>
  error instanceof LineFaultError || error instanceof Refused || error instanceof UsageError

/** The file could not take it, or perhaps did; with the same key it may be tried again at any time. */
export const canBeRetried = (error: unknown): boolean =>
  error instanceof StoreError &&
  error.fault.code !== 'ledger-damaged' &&
  error.fault.code !== 'not-a-ledger'

type SoldNow = Sold & { readonly clockWentBack: boolean }

function sellOne(state: PromptState, session: Session, sale: Kept): SoldNow {
  const { words, key, text, anyway } = sale
  const when = sale.when ?? session.when()
  sale.when = when
  const isAgain = sale.tries > 0
  sale.tries += 1
  const sold = recordPatiently(state, session, (journal) => {
    const known = isAgain ? knownSale(journal, key) : undefined
    if (known !== undefined) return known
    const stand = standNow(session, state.stand)
    state.stand = stand
    const before = lastLink(journal.db, session.ledger().coop, journal.stall).seq
    const request = {
      at: undefined,
      line: text,
      content: undefined,
      when,
      key,
      anyway,
      read: (vocabulary: Vocabulary) => readSaleLine(words, vocabulary),
    }
    const done = recordSale(session, journal, { request, context: stand.context })
    return { ...done, clockWentBack: journal.last().seq > before + 1 }
  })
  if (sold.repeated) state.stand = undefined
  else if (state.stand !== undefined && !session.dryRun)
    state.stand = withSale(state.stand, sold.ticket)
  return sold
}

/** What an earlier try has recorded, whatever it said. */
function knownSale({ db }: Journal, key: string): SoldNow | undefined {
  const known = saleByKey(db, key)
  if (known === undefined) return undefined
  return {
    ticket: known.ticket,
    repeated: true,
    usualMethod: false,
    left: [],
    clockWentBack: false,
  }
}

/** The receipt, and on a line of its own what the customer gets back. */
function tell(state: PromptState, session: Session, sold: SoldNow): void {
  const { base, words, json, style } = state
  const { ticket, repeated } = sold
  if (repeated) base.say(words.already)
  if (json !== undefined) base.print(json(withTraining(base, ticket)))
  else {
    const change = saleWords(base).change(session.money(ticket.changeCents))
    base.print(
      receiptText(session, ticket, { usualMethod: sold.usualMethod, withoutChange: true }) +
        (ticket.changeCents > 0 ? `        ${style.bold(change)}\n` : ''),
    )
  }
  if (json === undefined) base.say(fewLeftText(session, sold.left))
  const text = tillWords(base)
  if (sold.clockWentBack) base.say(text.clockWentBack)
  if (session.wasClockBehind() && !state.saidClock) {
    state.saidClock = true
    base.say(text.clockBehind(dayText(ticket.day, base.language())))
  }
  const fresh = withoutRate(ticket).filter((product) => !state.saidRate.has(product))
  for (const product of fresh) state.saidRate.add(product)
  const [first] = fresh
  if (first !== undefined && !session.dryRun)
    base.say(saleWords(base).noRate(fresh.join(', '), first))
}
