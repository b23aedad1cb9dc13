import type { Translated } from '../said.ts'

export const product = {
  key: (letter: string) => `key ${letter}`,
  vat: (rate: string) => `VAT ${rate}`,
  retired: 'retired',
  none: '(none)',
  dryRun: 'dry run: nothing was recorded\n',
  noRate: (code: string) =>
    `no VAT rate yet; usually 5.5 % for cakes and sealed drinks to take away, 10 % for what is eaten on the spot, 20 % for textile, sweets and alcohol\nnext: flashcoop product edit ${code} --vat 5.5\n`,
  added: (code: string) => `next: flashcoop sell 2 ${code} cash\n`,
  ratedLines: (count: number) =>
    `${count === 1 ? '1 sale line' : `${count} sale lines`} recorded without a rate took it\n`,
  keptRate: 'what was sold already keeps its VAT rate\n',
  keptPrice: 'what was sold already keeps its price\n',
  restore: (code: string) =>
    `no longer sold; to put it back: flashcoop product edit ${code} --restore\n`,
}
export type ProductWords = Translated<typeof product>
