import { importAny as en, type ImportAnyWords } from '../en/import-any.ts'

export const importAny: ImportAnyWords = {
  kinds: {
    participant: 'des participants (participant import)',
    attendance: 'des présences (presence import)',
    cost: 'des coûts (cout import)',
    product: 'des produits (produit import)',
    sale: 'des ventes (vente import)',
    terminal: 'des paiements d’un terminal de carte (vente import)',
  },
  found: (file, kind) => `${file} : ${kind}\n`,
  ask: 'les importer ? [O/n] ',
  isYes: en.isYes,
  left: 'rien n’est importé\n',
}
