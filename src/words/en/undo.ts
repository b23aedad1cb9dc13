import type { Translated } from '../said.ts'

export const undo = {
  undone: (what: string) => `undone: ${what}\n`,
  cashBack: (amount: string) => `give back ${amount} in cash\n`,
  cashAgain: (amount: string) => `take ${amount} in cash back from the customer\n`,
  next: (what: string) => `the next undo would take back: ${what}\n`,
  nextFinal: (what: string) => `the next undo stops here: ${what}\n`,
  nothingLeft: 'there is nothing else to undo\n',
  redone: (what: string) => `back: ${what}\n`,
  redoneAs: (before: string, ticket: string) => `back: ${before}, as ${ticket}\n`,
  nextRedo: (what: string) => `the next redo would bring back: ${what}\n`,
  voidReason: 'undone',
}
export type UndoWords = Translated<typeof undo>
