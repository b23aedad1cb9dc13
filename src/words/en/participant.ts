import type { Translated } from '../said.ts'

export const participant = {
  askName: 'name: ',
  added: (code: string, name: string) => `${code} added: ${name}\n`,
  changed: (code: string) => `${code} changed\n`,
  left: (code: string, day: string) => `${code} left, last day present ${day}\n`,
  leftAlready: (code: string, day: string) => `${code}: ${day} is recorded already\n`,
  back: (code: string) => `${code} is back: the leaving is cancelled\n`,
  neverLeft: (code: string) => `${code} has not left\n`,
  alike: (codes: readonly string[]) =>
    `note: this name looks like that of ${codes.join(', ')}; if it is the same person: flashcoop undo\n`,
  mixedScripts: 'note: a word of this name mixes alphabets; check the keyboard\n',
  next: 'flashcoop participant add NAME, or flashcoop attendance mark today',
  nextAfterImport: 'flashcoop participant list',
  nobody: 'nobody yet: flashcoop participant add NAME\n',
  twice: (line: number) => `this person is on line ${line} too`,
}
export type ParticipantWords = Translated<typeof participant>
