import type { ProductWords } from '../en/product.ts'

export const product: ProductWords = {
  key: (letter) => `touche ${letter}`,
  vat: (rate) => `TVA ${rate}`,
  none: '(aucun)',
  empty: 'pas encore de produit\n',
  noRate:
    'pas encore de taux de TVA ; d’habitude 5,5 % pour gâteaux et boissons fermées à emporter, 10 % sur place, 20 % pour textile, confiserie et alcool\n',
  next: {
    add: 'flashcoop produit add Cookie 2,50 --vat 5,5 --key k',
    rate: (code) => `flashcoop produit edit ${code} --vat 5,5`,
    sell: (code) => `flashcoop sell 2 ${code} esp`,
  },
  ratedLines: (count) =>
    `${count === 1 ? '1 ligne vendue sans taux le prend' : `${count} lignes vendues sans taux le prennent`}\n`,
  keptRate: 'ce qui est déjà vendu garde son taux de TVA\n',
  keptPrice: 'ce qui est déjà vendu garde son prix\n',
  imported: {
    price: (most) => `le prix dépasse ${most}`,
    code: (text) => `${text} n’est pas un code ; écrivez par exemple cookie`,
    key: (text) => `${text} n’est pas une touche ; écrivez une lettre`,
    alias: (text) => `${text} n’est pas un mot seul qui commence par une lettre`,
    differs: (code, fields) =>
      `${code} est déjà là, avec autre chose (${fields}) ; changez-le avec flashcoop produit edit ${code} ou produit price`,
  },
  restore: (code) =>
    `il ne se vend plus ; pour le remettre : flashcoop produit edit ${code} --restore\n`,
}
