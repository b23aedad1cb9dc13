import { createRequire } from 'node:module'
import { PassThrough } from 'node:stream'

/**
 * A program that runs flashcoop's own main() many times in one process, as fast as it can: what eight people at eight
 * keyboards do in an hour. `seller.ts MAIN COUNT ARGUMENT…` prints one line of JSON: exit codes, output, longest time.
 */
const [main = '', count = '1', ...argv] = process.argv.slice(2)
const flashcoop = createRequire(import.meta.url)(main)

type Stream = { text: string; write: (text: string) => boolean }
const stream = (): Stream => ({
  text: '',
  write(text: string) {
    this.text += text
    return true
  },
})

const outcomes: Record<string, number> = {}
const out = stream()
const err = stream()
let longest = 0
for (let round = 0; round < Number.parseInt(count, 10); round += 1) {
  const start = performance.now()
  const code: number = await flashcoop.main({
    argv,
    env: process.env,
    cwd: process.cwd(),
    stdin: new PassThrough(),
    stdout: out,
    stderr: err,
    nowMs: () => Date.now(),
    user: () => 'ANIM01',
    platform: process.platform,
  })
  outcomes[code] = (outcomes[code] ?? 0) + 1
  longest = Math.max(longest, performance.now() - start)
}
process.stdout.write(JSON.stringify({ outcomes, out: out.text, err: err.text, longest }))
