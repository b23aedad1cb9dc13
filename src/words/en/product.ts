import type { Translated } from '../said.ts'

export const product = {
  key: (letter: string) => `key ${letter}`,
  vat: (rate: string) => `VAT ${rate}`,
  none: '(none)',
  empty: 'no product yet\n',
  noRate:
    'no VAT rate yet; usually 5.5 % for cakes and sealed drinks to take away, 10 % for what is eaten on the spot, 20 % for textile, sweets and alcohol\n',
  next: {
    add: 'flashcoop product add Cookie 2.50 --vat 5.5 --key k',
    rate: (code: string) => `flashcoop product edit ${code} --vat 5.5`,
    sell: (code: string) => `flashcoop sell 2 ${code} cash`,
  },
  ratedLines: (count: number) =>
    `${count === 1 ? '1 sale line' : `${count} sale lines`} recorded without a rate took it\n`,
  keptRate: 'what was sold already keeps its VAT rate\n',
  keptPrice: 'what was sold already keeps its price\n',
  imported: {
    price: (most: string) => `the price is above ${most}`,
    code: (text: string) => `${text} is no code; write for example cookie`,
    key: (text: string) => `${text} is no key; write one letter`,
    alias: (text: string) => `${text} is no single word that begins with a letter`,
    differs: (code: string, fields: string) =>
      `${code} is there already, and differs (${fields}); change it with flashcoop product edit ${code} or product price`,
  },
  restore: (code: string) =>
    `no longer sold; to put it back: flashcoop product edit ${code} --restore\n`,
}
export type ProductWords = Translated<typeof product>
