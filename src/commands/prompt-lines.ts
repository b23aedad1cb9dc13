import { createInterface, type Interface } from 'node:readline'
import type { Completion } from '../language/completion.ts'
import type { Io } from './io.ts'

/** Who answers the lines, one after the other and at once. */
export type LineHearer = {
  readonly prompt: () => string
  readonly hear: (line: string) => 'on' | 'leave'
  readonly complete: (line: string) => Completion
  /** Ctrl-C was pressed for the first time. */
  readonly cleared: () => void
  /** The input ended in the middle of a line. */
  readonly dropped: (line: string) => void
}

/** How the lines ended: the input did, a line said so, or Ctrl-C did twice. */
export type LinesEnd = 'ended' | 'left' | 'interrupted'

/**
 * Reads lines until they end. On a terminal with a prompt, history and completion; on a dumb one (TERM=dumb) the
 * terminal itself lets its line be edited and nothing is ever drawn twice; from a pipe the lines alone. A line counts
 * once its end was typed: what the input breaks off is dropped.
 */
export function readLines(io: Io, hearer: LineHearer): Promise<LinesEnd> {
  const { stdin, stderr, stdout, env } = io
  const isPerson = stdin.isTTY
  const terminal = isPerson && env.TERM !== 'dumb'
  const output = stdout.isTTY && !stderr.isTTY ? stdout : stderr
  let isBroken = false
  stdin.once('end', () => (isBroken = true))
  const lines = createInterface({
    input: stdin,
    ...(isPerson ? { output } : {}),
    terminal,
    completer: (line: string): [string[], string] => completed(hearer.complete(line)),
    historySize: 200,
    removeHistoryDuplicates: true,
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  const ask = (): void => {
    lines.setPrompt(hearer.prompt())
    if (isPerson) lines.prompt()
  }
  return new Promise((resolve, reject) => {
    let end: LinesEnd | undefined
    const leave = (how: LinesEnd): void => {
      if (end !== undefined) return
      end = how
      lines.close()
      resolve(how)
    }
    /** An error of ours ends the prompt; readline would have it end the process. */
    const safely = (work: () => void): void => {
      try {
        work()
      } catch (error) {
        end ??= 'ended'
        lines.close()
        reject(error)
      }
    }
    let warned = false
    const interrupt = (): void => {
      const wasTyped = lines.line !== ''
      if (terminal && wasTyped) clear(lines)
      output.write('\n')
      if (warned && !wasTyped) return leave('interrupted')
      warned = true
      hearer.cleared()
      ask()
    }
    lines.on('line', (line) => {
      if (end !== undefined) return
      warned = false
      safely(() => {
        if (isBroken) hearer.dropped(line)
        else if (hearer.hear(line) === 'leave') leave('left')
        else ask()
      })
    })
    lines.on('SIGINT', () => safely(interrupt))
    if (isPerson && !terminal) io.interrupts?.(() => safely(interrupt))
    lines.on('error', () => leave('ended'))
    lines.on('close', () => {
      if (end === undefined && isPerson) output.write('\n')
      leave('ended')
    })
    ask()
  })
}

/** By readline's own keys: to the end of the line, then all of it away. */
function clear(lines: Interface): void {
  lines.write(null, { ctrl: true, name: 'e' })
  lines.write(null, { ctrl: true, name: 'u' })
}

/** A word that is complete is followed by a blank. */
const completed = ({ words, typed }: Completion): [string[], string] => [
  words.map((word) => `${word} `),
  typed,
]
