import type { Translated } from '../said.ts'

export const importAny = {
  kinds: {
    participant: 'participants (participant import)',
    attendance: 'attendance (attendance import)',
    cost: 'costs (cost import)',
    product: 'products (product import)',
    sale: 'sales (sale import)',
    terminal: 'payments of a card terminal (sale import)',
  },
  found: (file: string, kind: string) => `${file}: ${kind}\n`,
  ask: 'import them? [Y/n] ',
  isYes: (typed: string): boolean => /^\s*(?:y|yes|o|oui)?\s*$/i.test(typed),
  left: 'nothing was imported\n',
}
type Words = typeof importAny
export type ImportAnyWords = Translated<Omit<Words, 'isYes'>> & Pick<Words, 'isYes'>
