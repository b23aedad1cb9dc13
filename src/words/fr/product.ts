import type { ProductWords } from '../en/product.ts'

export const product: ProductWords = {
  key: (letter) => `touche ${letter}`,
  vat: (rate) => `TVA ${rate}`,
  retired: 'retiré',
  none: '(aucun)',
  dryRun: 'essai : rien n’est enregistré\n',
  noRate: (code) =>
    `pas encore de taux de TVA ; d’habitude 5,5 % pour gâteaux et boissons fermées à emporter, 10 % sur place, 20 % pour textile, confiserie et alcool\nensuite : flashcoop product edit ${code} --vat 5,5\n`,
  added: (code) => `ensuite : flashcoop sell 2 ${code} esp\n`,
  ratedLines: (count) =>
    `${count === 1 ? '1 ligne vendue sans taux le prend' : `${count} lignes vendues sans taux le prennent`}\n`,
  keptRate: 'ce qui est déjà vendu garde son taux de TVA\n',
  keptPrice: 'ce qui est déjà vendu garde son prix\n',
  restore: (code) =>
    `il ne se vend plus ; pour le remettre : flashcoop product edit ${code} --restore\n`,
}
