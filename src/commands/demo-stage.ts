import { day } from '../domain/kernel/day.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { epochMsOf, instantAt } from '../domain/kernel/instant.ts'
import type { Style } from '../formats/style.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { runCommand } from './run.ts'

/** How one command is shown. */
type Showing = {
  /** What it is for, said before it. */
  readonly why?: string
  /** Shows its answer, and the hints after it too; else the answer, or only the command. */
  readonly answer?: 'with-hints' | 'none'
  /** The exit code that it should have: 0 unless it is there to be refused. */
  readonly exit?: ExitCode
}

/** Where the demonstration plays: real commands, run in its folder by a clock of its own, and shown as typed. */
export type Stage = {
  readonly folder: string
  readonly print: (text: string) => void
  readonly title: (text: string) => void
  readonly remark: (text: string) => void
  /** From now on it is this time of this day, on the local clock. */
  readonly clock: (on: string, time: string) => void
  readonly show: (argv: readonly string[], showing?: Showing) => Promise<void>
  /** The same without a word. */
  readonly run: (argv: readonly string[]) => Promise<void>
}

/** A command of the demonstration that did not go as it should; what it said is on stderr by then. */
export class DemoStopped extends Error {
  override name = 'DemoStopped'
  readonly exit: number
  constructor(exit: number) {
    super(`exit ${exit}`)
    this.exit = exit
  }
}

export type StageInput = {
  readonly io: Io
  readonly folder: string
  readonly env: Io['env']
  readonly style: Style
  /** Says nothing at all, for `--json`. */
  readonly silent: boolean
}

export function setStage({ io, folder, env, style, silent }: StageInput): Stage {
  let nowMs = io.nowMs()
  const print = (text: string): void => {
    if (!silent) io.stdout.write(text)
  }
  const play = async (argv: readonly string[], exit: ExitCode): Promise<readonly Piece[]> => {
    const pieces: Piece[] = []
    const code = await runCommand({
      argv,
      env,
      cwd: folder,
      get stdin() {
        return io.stdin
      },
      stdout: noting(io.stdout, (text) => pieces.push({ text, data: true })),
      stderr: noting(io.stderr, (text) => pieces.push({ text, data: false })),
      nowMs: () => nowMs,
      user: io.user,
      platform: io.platform,
    })
    if (code === exit) return pieces
    for (const { text } of pieces) io.stderr.write(text)
    throw new DemoStopped(code)
  }
  return {
    folder,
    print,
    title: (text) => print(`\n${style.bold(text)}\n`),
    remark: (text) => print(`${style.dim(`# ${text}`)}\n`),
    clock: (on, time) => {
      const at = instantAt(day(on), time)
      invariant(at !== undefined, 'the clock of the demonstration shows a real time')
      nowMs = epochMsOf(at)
    },
    show: async (argv, { why, answer, exit = 0 } = {}) => {
      if (why !== undefined) print(`${style.dim(`# ${why}`)}\n`)
      print(`${style.dim('$')} ${style.bold(commandText(argv, folder))}\n`)
      const pieces = await play(argv, exit)
      for (const { text, data } of answer === 'none' ? [] : pieces) {
        if (data || exit !== 0) print(text)
        else if (answer === 'with-hints') print(style.dim(text))
      }
    },
    run: async (argv) => void (await play(argv, 0)),
  }
}

type Piece = { readonly text: string; readonly data: boolean }

/** The same stream, as wide and as colourful, but what is written goes to `note`. */
function noting(stream: NodeJS.WriteStream, note: (text: string) => void): NodeJS.WriteStream {
  const write = (text: string): boolean => {
    note(text)
    return true
  }
  return new Proxy(stream, {
    get: (target, key): unknown => (key === 'write' ? write : Reflect.get(target, key)),
  })
}

const LONGEST_LINE = 100

/** The command as one would type it in the folder; a long one goes on in a second line before one of its options. */
function commandText(argv: readonly string[], folder: string): string {
  const lines = ['flashcoop']
  for (const text of argv) {
    const word = shellWord(text.startsWith(folder) ? text.slice(folder.length + 1) : text)
    const line = lines.at(-1) ?? ''
    const full = line.length + word.length >= LONGEST_LINE
    if (full && text.startsWith('--')) lines.push(`    ${word}`)
    else lines.splice(-1, 1, `${line} ${word}`)
  }
  return lines.join(' \\\n')
}

const shellWord = (text: string): string =>
  /^[\w\u00c0-\u024f@%+=:,./-]+$/.test(text) ? text : `"${text}"`
