import type { Language } from '../domain/journal/event.ts'
import type { Said } from '../words/said.ts'
import type { ExitCode } from './exit-code.ts'

type Spoken = {
  readonly code: string
  readonly exit: ExitCode
  readonly say: (language: Language) => Said
  readonly detail?: (language: Language) => readonly string[]
}

/** An error that brings its own words and lines to show: a sale line with its caret, the faults of an import. */
export class SpokenError extends Error {
  override name = 'SpokenError'
  readonly code: string
  readonly exit: ExitCode
  readonly say: Spoken['say']
  readonly detail: Spoken['detail']
  constructor({ code, exit, say, detail }: Spoken) {
    super(code)
    this.code = code
    this.exit = exit
    this.say = say
    this.detail = detail
  }
}
