import type { UndoWords } from '../en/undo.ts'

export const undo: UndoWords = {
  undone: (what) => `annulé : ${what}\n`,
  cashBack: (amount) => `rendez ${amount} en espèces\n`,
  cashAgain: (amount) => `reprenez ${amount} en espèces au client\n`,
  next: (what) => `le prochain undo annulerait : ${what}\n`,
  nextFinal: (what) => `le prochain undo s’arrête ici : ${what}\n`,
  nothingLeft: 'il n’y a rien d’autre à annuler\n',
  redone: (what) => `rétabli : ${what}\n`,
  redoneAs: (before, ticket) => `rétabli : ${before}, sous le numéro ${ticket}\n`,
  nextRedo: (what) => `le prochain redo rétablirait : ${what}\n`,
  voidReason: 'annulé par undo',
}
