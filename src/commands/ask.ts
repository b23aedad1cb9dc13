import { createInterface } from 'node:readline'
import type { Io } from './io.ts'
import { UsageError } from './usage.ts'

/** One question: what is asked, what plain Enter means, and how the answer is read (usage errors ask again). */
type Question<T> = {
  readonly text: string
  readonly usual: string
  readonly read: (typed: string) => T
}

export type Asker = {
  /** `undefined` when the person leaves with Ctrl-C or Ctrl-D. */
  readonly ask: <T>(question: Question<T>) => Promise<{ readonly answer: T } | undefined>
  readonly end: () => void
}

/**
 * Asks on a terminal, on stderr: stdout stays data. `again` says what was wrong with an answer.
 * Node's own readline, because the prompts of a package cost more to load than all of init.
 */
export function startAsking(
  { stdin, stderr }: Pick<Io, 'stdin' | 'stderr'>,
  again: (error: UsageError) => Promise<void>,
): Asker {
  const lines = createInterface({ input: stdin, output: stderr, terminal: stdin.isTTY })
  let left = false
  let waiting: ((line: string | undefined) => void) | undefined
  const hear = (line: string | undefined): void => {
    const hearer = waiting
    waiting = undefined
    hearer?.(line)
  }
  const early: string[] = []
  lines.on('line', (line) => (waiting ? hear(line) : early.push(line)))
  lines.on('close', () => {
    left = true
    hear(undefined)
  })
  const nextLine = (): Promise<string | undefined> => {
    const ready = early.shift()
    if (ready !== undefined || left) return Promise.resolve(ready)
    return new Promise((resolve) => {
      waiting = resolve
    })
  }
  const ask: Asker['ask'] = async ({ text, usual, read }) => {
    for (;;) {
      lines.setPrompt(usual === '' ? `${text} ` : `${text} [${usual}] `)
      if (!left) lines.prompt()
      const typed = await nextLine()
      if (typed === undefined) return undefined
      try {
        return { answer: read(typed.trim() === '' ? usual : typed) }
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        await again(error)
      }
    }
  }
  return { ask, end: () => lines.close() }
}
