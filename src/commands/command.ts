import type { ExitCode } from './exit-code.ts'
import type { Flags, FlagValues, LIST_FLAGS } from './flags.ts'
import type { Session } from './session.ts'

/** Nothing is 0, done; a command whose answer is a finding says which code. */
export type Outcome = ExitCode | undefined | void

export type Input<F extends Flags> = {
  /** The words after the verb, as many as `arguments` allows. */
  readonly words: readonly string[]
  readonly options: FlagValues<F>
}

/** One command of the tree: what it takes and what it does. Texts about it are in words/<language>/help.ts. */
export type Command<F extends Flags = Flags> = {
  /** In commander's form: `<label> <amount...>`; absent for none. */
  readonly arguments?: string
  readonly options: F
  /** It records: takes `-n`. */
  readonly writes?: true
  /** It lists or reports: takes `--csv`, `--format`, `-o`. */
  readonly lists?: true
  /** Its arguments are read without commander when they are plain, which saves 6 ms at the stall. */
  readonly quick?: true
  readonly run: (session: Session, input: Input<F>) => Outcome | Promise<Outcome>
}

/** Keeps the exact flag texts in the type, so that `input.options` is typed by them. */
export function command<const F extends Flags>(spec: Command<F>): AnyCommand {
  return {
    ...spec,
    run: (session, input) =>
      spec.run(session, { words: input.words, options: input.read(spec.options) }),
  }
}

/** A command whose options are read by name, whatever they are. */
export type AnyCommand = Omit<Command, 'run'> & {
  readonly run: (session: Session, input: ParsedWords) => Outcome | Promise<Outcome>
}

export type ParsedWords = {
  readonly words: readonly string[]
  readonly read: <F extends Flags>(wanted: F) => FlagValues<F>
}

/** What `--csv`, `--format` and their kin said. */
export type Output = FlagValues<typeof LIST_FLAGS>
