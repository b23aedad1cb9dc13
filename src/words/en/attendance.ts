import type { Half } from '../../domain/journal/event.ts'
import type { Translated } from '../said.ts'
import { halfText } from './half-text.ts'

export const attendance = {
  half: (label: string, day: string, half: Half) => `${label} ${day} ${halfText(half)}: `,
  present: (count: number) => `${count} present`,
  late: (minutes: number) => ` ${minutes} min`,
  blank: (codes: readonly string[]) => `not filled in: ${codes.join(', ')}`,
  sheet: (reference: string) => `sheet ${reference}`,
  nothing: 'nothing to change: it is marked so already\n',
  stillMissing: (labels: readonly string[]) =>
    `flashcoop attendance mark ${labels[0] ?? ''} (not filled in: ${labels.join(', ')})`,
  noneMissing: 'nothing is missing\n',
  noMarks: 'nothing is marked yet: flashcoop attendance mark today\n',
  nextAfterImport: 'flashcoop attendance missing',
  twice: (line: number) => `this half-day of this person is on line ${line} too`,
}
export type AttendanceWords = Translated<typeof attendance>
