import type { StockReason } from '../../domain/stock/stock.ts'
import type { StockWords } from '../en/stock.ts'
import { counted } from './day-text.ts'

const MOVED: { readonly [R in StockReason | 'sold']: string } = {
  produced: 'fabriqué',
  found: 'retrouvé',
  sold: 'vendu',
  given: 'offert',
  lost: 'perdu',
}

export const stock: StockWords = {
  moved: (reason, count) => counted(count, MOVED[reason]),
  both: (pieces, left) => `${pieces} ; ${left}`,
  left: (count) => `il en reste ${count}`,
  tooFew: (count) =>
    `il en est sorti ${count} de plus que noté : notez ce qui a été fait, ou comptez avec --left`,
  notNoted: 'personne n’a noté ce qui a été fait',
  soldOut: 'épuisé',
  counted: (found, left) => `compté ${found}, attendu ${left}`,
  exact: (found) => `compté ${found} : c’est juste`,
  back: (product) => `${product} est de nouveau en vente\n`,
  stillMarked: (line) => `il est toujours marqué épuisé ; pour le revendre : ${line}\n`,
  toSellAgain: {
    command: (product) => `flashcoop produit stock ${product} --back`,
    prompt: (product) => `epuise ${product} non`,
  },
  empty: 'pas encore de stock noté\n',
  nothing: 'rien n’est compté pour l’instant : stock cookie +24\n',
  unsold: (goods) => `invendus : ${goods}\n`,
  countThem: (command) => `comptez-les, ce qui manque est perdu : ${command}\n`,
  next: {
    explain: (product) => `flashcoop explain marge:${product}`,
    made: (product) => `flashcoop produit stock ${product} +240`,
    count: (product, left) => `flashcoop produit stock ${product} --left ${left}`,
  },
  promptForms: 'tapez : stock   stock cookie +24   epuise cookie   epuise cookie non',
  anyway: (line) => `s’il y en a quand même, tapez la ligne avec ! devant : ! ${line}`,
  takings:
    'HT : la TVA de chaque taux comme au compte d’exploitation, partagée selon la recette de chaque produit\n',
  noRate: (products) => `pas encore de taux de TVA, donc pas de HT : ${products}\n`,
  estimate: (cost, pieces) =>
    `estimation : ${cost} de matières et d’emballages, autant pour chacune des ${pieces} pièces faites ; ni autres coûts, ni contribution, ni assurance\n`,
  noPieces: 'personne n’a noté ce qui a été fait : il le faut pour une marge par produit\n',
  notMade: (products) => `sans marge, car personne n’a noté ce qui a été fait : ${products}\n`,
}
