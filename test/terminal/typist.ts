import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BIN, environment } from '../faults/disk.ts'

/** What is done at the keyboard, one after the other; typist.py says what each does. */
export type Step = readonly ['see' | 'type' | 'make' | 'file', string] | readonly ['kill' | 'stop']

export type Typed = {
  readonly printed: string
  /** Negative when a signal ended it. */
  readonly exit: number
  readonly failed: Step | null
}

export const hasNoTerminal =
  spawnSync('python3', ['-c', 'import fcntl, pty, termios']).status !== 0 ||
  process.platform === 'win32'
if (hasNoTerminal)
  process.stderr.write('\nNOTICE: the tests at a terminal are SKIPPED: they need python3\n')

const DRIVER = join(import.meta.dirname, 'typist.py')

/** Runs `flashcoop till sell` in a terminal of its own and types at it. */
export function typeAtTill(
  folder: string,
  steps: readonly Step[],
  more: { readonly args?: readonly string[]; readonly env?: Record<string, string> } = {},
): Promise<Typed> {
  const { args = ['till', 'sell', '--at', '2026-06-17T10:40'], env } = more
  const job = {
    argv: [process.execPath, BIN, ...args],
    cwd: folder,
    env: { ...environment(folder), TERM: 'xterm', ...env },
    steps,
  }
  return new Promise((resolve, reject) => {
    const child = spawn('python3', [DRIVER], { stdio: ['pipe', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (piece: Buffer) => (text += piece.toString('utf8')))
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`typist: ${code}`)),
    )
    child.stdin.end(JSON.stringify(job))
  })
}

/** Waits for the file that says how far the typist is. */
export async function made(path: string): Promise<void> {
  for (let tries = 0; !existsSync(path); tries += 1) {
    if (tries > 1500) throw new Error(`${path} was never made`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Without the sequences that place the cursor and colour the text. */
export const plain = (printed: string): string =>
  // oxlint-disable-next-line no-control-regex -- a terminal's own
  printed.replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, '').replaceAll('\r', '')
