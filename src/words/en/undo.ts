import type { Translated } from '../said.ts'

export const undo = {
  undone: (what: string) => `undone: ${what}\n`,
  cashBack: (amount: string) => `give back ${amount} in cash\n`,
  cashAgain: (amount: string) => `take ${amount} in cash back from the customer\n`,
  next: (what: string) => `the next undo would take back: ${what}\n`,
  nextFinal: (what: string) => `the next undo stops here: ${what}\n`,
  nothingLeft: 'there is nothing else to undo\n',
  voidReason: 'undone',
}
export type UndoWords = Translated<typeof undo>
