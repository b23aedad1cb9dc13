/** All that a run may know of the process around it: bin/flashcoop.js makes the real one, tests their own. */
export type Io = {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  /** Now, in milliseconds since 1970-01-01T00:00Z. */
  readonly nowMs: () => number
  /** The name of the account at the operating system, asked only when it is needed. */
  readonly user: () => string
  readonly platform: NodeJS.Platform
  /** Hears Ctrl-C from now on, where the terminal does not give it as a key; else it ends the program. */
  readonly interrupts?: (hear: () => void) => void
}
