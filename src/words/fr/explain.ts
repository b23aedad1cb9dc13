import type { ExplainWords } from '../en/explain.ts'
import { counted } from './day-text.ts'

const parts: ExplainWords['parts'] = {
  programme: 'coûts du programme, payés par les subventions',
  shared: 'à partager',
  carried: 'déficit de la période d’avant',
  reserve: 'gardé en réserve',
  deficit: 'perte, que le groupe ne paie pas',
  share: 'part',
  down: 'selon le poids, arrondi en dessous',
  spare: 'centime restant',
  gross: 'salaire brut',
  employer: 'cotisations de l’employeur',
  employee: 'cotisations du salarié',
  net: 'salaire net',
  remainder: 'reliquat',
  ttc: 'recettes TTC',
  ht: 'HT',
  'half-days': 'demi-journées de présence',
  product: 'produit',
  day: 'jour',
  hour: 'heure',
  seller: 'vendu par',
  venue: 'lieu',
  cost: 'coût',
  account: 'compte',
  debit: 'débit',
  credit: 'crédit',
  due: 'dû à',
  period: 'période',
  float: 'fond de caisse',
  'cash-sales': 'encaissé en espèces',
  'cash-in': 'espèces ajoutées',
  'cash-out': 'espèces retirées',
  'till-costs': 'coûts payés par la caisse',
  expected: 'espèces attendues',
  counted: 'compté',
  recaps: 'caisses ouvertes et papier',
  amendment: 'avenant',
  margin: 'marge',
  materials: 'achats et emballages HT',
}

export const explain: ExplainWords = {
  parts,
  vatAt: (rate) => `TVA à ${rate}`,
  htAt: (rate) => `HT, à ${rate}`,
  formulas: {
    rateOf: (base, amount, rate) =>
      `${rate} de ${base}, ${amount}, arrondi au centime ; rien si c’est négatif`,
    floor: (amount) => `au moins ${amount}`,
    cap: (amount) => `au plus ${amount}`,
    noContribution: 'cette CAE ne prend pas de contribution',
    people: (each, people) => `${each} pour chacune des ${counted(people, 'personne')} inscrites`,
    vat: (rate, rows) =>
      `par jour et par caisse : TVA = recettes × ${rate} ÷ (100 + ${rate}), arrondi au centime${rows > 1 ? ` ; puis la somme des ${rows}` : ''}`,
    franchise: 'cette CAE est sans TVA (franchise) : tout est chiffre d’affaires',
    share: ({ total, weight, weights, down }) =>
      `${total} × ${weight} ÷ ${weights} = ${down}, arrondi en dessous ; les centimes qui restent vont aux plus grands restes`,
    notPayable: 'ne reçoit pas de paie : la part va aux autres',
    gross: (gross, employer, budget) =>
      `le plus grand brut dont le coût tient dans la part : ${gross} + ${employer} ≤ ${budget}`,
    pieces: (materials, made, pieces) =>
      `estimation : ${materials} d’achats et d’emballages × ${made} ÷ ${pieces} pièces fabriquées ; les centimes qui restent vont aux plus grands restes`,
    rates: (gross, from) =>
      `chaque taux sur ${gross}, arrondi au centime ; taux en vigueur depuis le ${from}`,
  },
  next: (figure) => `flashcoop explain ${figure}`,
}
