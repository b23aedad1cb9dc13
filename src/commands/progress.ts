import type { Session } from './session.ts'

const PATIENCE_MS = 1_000

/** On a terminal, how far a long work is, after its first second; `undefined` wipes it. */
export function progressOn(
  { io, globals }: Session,
  text: (count: number) => string,
): (count: number | undefined) => void {
  if (!io.stderr.isTTY || globals.quiet) return () => undefined
  const start = io.nowMs()
  let isShown = false
  return (count) => {
    if (count === undefined) {
      if (isShown) io.stderr.write('\r\u001b[K')
    } else if (io.nowMs() - start > PATIENCE_MS) {
      isShown = true
      io.stderr.write(`\r${text(count)}`)
    }
  }
}
