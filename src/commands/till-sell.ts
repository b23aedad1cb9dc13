import { term } from '../formats/terminal-text.ts'
import { completionOf } from '../language/completion.ts'
import { sessionForSale } from '../store/queries/till.ts'
import { isDiskNearlyFull } from '../store/record.ts'
import { checkStart } from '../store/start-of-day.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { readyComplainer } from './complaint.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { answerLine } from './prompt-answer.ts'
import { type LineHearer, type LinesEnd, readLines } from './prompt-lines.ts'
import { sellKept } from './prompt-sale.ts'
import { salesText, showBeginning } from './prompt-shows.ts'
import { type PromptState, recordPatiently, warn } from './prompt-state.ts'
import { sayNext } from './say-next.ts'
import { type Session, startSession } from './session.ts'
import { tillWords } from './till-words.ts'
import { trainingMark } from './training.ts'

/** The sale line in a loop. Each sale is on disk before its echo; what goes wrong with a line is said, and the next heard. */
export const tillSell = command({
  options: {},
  writes: true,
  run: async (session) => {
    const state = await startPrompt(session)
    checkTill(state)
    showBeginning(state)
    try {
      return leavePrompt(state, await readLines(session.io, hearerOf(state)))
    } catch (error) {
      nameKept(state)
      throw error
    }
  },
})

async function startPrompt(base: Session): Promise<PromptState> {
  const language = base.language()
  const [{ tillSell: en }, { tillSell: fr }, { SALE_LINE_GRAMMAR_EN }, { SALE_LINE_GRAMMAR_FR }] =
    await Promise.all([
      import('../words/en/till-sell.ts'),
      import('../words/fr/till-sell.ts'),
      import('../words/en/sale-line.ts'),
      import('../words/fr/sale-line.ts'),
    ])
  const { styleFor } = await import('../formats/style.ts')
  const { jsonLine } = await import('../formats/json.ts')
  const { io, globals } = base
  const wish = { env: io.env, isTerminal: io.stdout.isTTY, noColor: globals.noColor }
  return {
    base,
    cohort: base.cohort().code,
    words: inLanguage(language, { en, fr }),
    grammar: inLanguage(language, { en: SALE_LINE_GRAMMAR_EN, fr: SALE_LINE_GRAMMAR_FR }),
    style: await styleFor(wish),
    complain: await readyComplainer(base),
    json: globals.json ? jsonLine : undefined,
    kept: [],
    stand: undefined,
    salesText: '',
    failedAt: Number.NEGATIVE_INFINITY,
    refused: 0,
    saidClock: false,
    saidRate: new Set(),
  }
}

/** Before the first customer: the file is sound and takes writes, and the till is open. */
function checkTill(state: PromptState): void {
  const { base } = state
  const { io, globals, output } = base
  checkStart(base.ledger())
  const trial = startSession({ io, globals, output, dryRun: true, shared: base.ledger })
  recordPatiently(state, trial, (journal) => {
    sessionForSale(journal, { cohort: state.cohort, day: trial.today() })
  })
  if (isDiskNearlyFull(base.ledger().path)) base.say(tillWords(base).diskNearlyFull)
}

function hearerOf(state: PromptState): LineHearer {
  const { base, words } = state
  return {
    prompt: () => {
      const { length } = state.kept
      const waiting = length === 0 ? '' : words.toRetry(length)
      const sales = salesText(state) + waiting
      return trainingMark(base) + words.prompt(state.cohort, base.ledger().stall, sales)
    },
    hear: (line) => answerLine(state, line),
    complete: (line) => {
      salesText(state)
      const vocabulary = state.stand?.context.vocabulary
      return vocabulary === undefined ? { words: [], typed: '' } : completionOf(line, vocabulary)
    },
    cleared: () => base.say(words.cleared),
    dropped: (line) => {
      state.refused += 1
      warn(state, words.dropped(term(line)))
    },
  }
}

function nameKept(state: PromptState): void {
  const { kept, words } = state
  for (const { text, isUnsure } of kept)
    warn(state, `${isUnsure ? words.perhapsRecorded : words.notRecorded}${term(text)}\n`)
}

/** What could not be recorded is tried once more, and named if that is in vain too. */
function leavePrompt(state: PromptState, end: LinesEnd): ExitCode {
  const { base, words, kept } = state
  if (kept.length > 0 && end !== 'interrupted') sellKept(state)
  nameKept(state)
  if (state.json === undefined) base.say(words.left(salesText(state)))
  if (end === 'interrupted') return EXIT.interrupted
  if (kept.length > 0) return kept.some(({ isUnsure }) => isUnsure) ? EXIT.unknown : EXIT.storage
  if (base.io.stdin.isTTY || state.refused === 0) {
    if (state.json === undefined) sayNext(base, words.count)
    return EXIT.done
  }
  base.say(words.refusedLines(state.refused))
  return EXIT.refused
}
