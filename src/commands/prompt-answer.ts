import { unreachable } from '../domain/kernel/defect.ts'
import { term } from '../formats/terminal-text.ts'
import { LONGEST_LINE, readPromptLine } from '../language/prompt-line.ts'
import { guarded } from '../store/ledger.ts'
import { LineFaultError } from './line-fault-error.ts'
import { canBeRetried, isOfLine, sellKept, takeSale } from './prompt-sale.ts'
import { showHelp, showLast, showStatement } from './prompt-shows.ts'
import { lineSession, type PromptState, recordPatiently, warn } from './prompt-state.ts'
import { hintAtPrompt, soldOutAtPrompt, stockAtPrompt } from './prompt-stock.ts'
import { nextRedoText, redoneJson, redoneText, redoOne } from './redo.ts'
import type { Session } from './session.ts'
import { nextUndoText, stepsFrom, undoneJson, undoneText, undoSteps } from './undo.ts'
import { integerFrom } from './values.ts'

/** Answers one line; what is wrong with it is said. Throws what no line can be blamed for. */
export function answerLine(state: PromptState, text: string): 'on' | 'leave' {
  try {
    return guarded(state.base.ledger().path, () => answered(state, text))
  } catch (error) {
    if (!isOfLine(error) && !canBeRetried(error)) throw error
    state.refused += 1
    state.complain(error, hintAtPrompt(state, error, text))
    return 'on'
  }
}

const MOST_LAST = 99

function answered(state: PromptState, text: string): 'on' | 'leave' {
  const line = readPromptLine(text)
  const session = lineSession(state)
  switch (line.kind) {
    case 'nothing':
      if (text.trim() === '') sellKept(state)
      return 'on'
    case 'retry':
      if (state.kept.length === 0) state.base.say(state.words.nothingKept)
      sellKept(state)
      return 'on'
    case 'too-long':
      throw new LineFaultError(
        { code: 'line-too-long', span: undefined, limit: LONGEST_LINE },
        undefined,
      )
    case 'sale':
      takeSale(state, line)
      return 'on'
    case 'undo':
      if (!giveUp(state)) undoAtPrompt(state, session, stepsFrom(line.count))
      return 'on'
    case 'redo':
      redoAtPrompt(state, session)
      return 'on'
    case 'last':
      showLast(state, session, lastFrom(line.count))
      return 'on'
    case 'statement':
      showStatement(state, session)
      return 'on'
    case 'stock':
      stockAtPrompt(state, session, line.words)
      return 'on'
    case 'soldout':
      soldOutAtPrompt(state, session, line.words)
      return 'on'
    case 'help':
      showHelp(state)
      return 'on'
    case 'quit':
      return 'leave'
    default:
      return unreachable(line)
  }
}

const lastFrom = (typed: string | undefined): number | undefined =>
  typed === undefined ? undefined : integerFrom(typed, '<count>', { from: 1, to: MOST_LAST })

/** A sale that waits to be recorded is the last thing that was done: undo takes it out of the queue. */
function giveUp(state: PromptState): boolean {
  const { kept, words } = state
  const sale = kept.pop()
  if (sale === undefined) return false
  warn(state, `${sale.isUnsure ? words.perhapsRecorded : words.notRecorded}${term(sale.text)}\n`)
  return true
}

function redoAtPrompt(state: PromptState, session: Session): void {
  const { base, json } = state
  const redone = recordPatiently(state, session, (journal) => redoOne(session, journal))
  state.stand = undefined
  base.print(json === undefined ? redoneText(session, redone) : json(redoneJson(session, redone)))
  if (json === undefined) base.say(nextRedoText(session, redone))
}

function undoAtPrompt(state: PromptState, session: Session, count: number): void {
  const { base, json } = state
  const undone = recordPatiently(state, session, (journal) => undoSteps(session, journal, count))
  state.stand = undefined
  base.print(json === undefined ? undoneText(session, undone) : json(undoneJson(session, undone)))
  if (json === undefined) base.say(nextUndoText(session, undone))
}
