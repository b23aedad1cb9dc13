import type { Argument } from '../../commands/usage.ts'

const ARGUMENTS: { readonly [A in Argument]: string } = {
  account: 'COMPTE',
  action: 'ACTION',
  amount: 'MONTANT',
  code: 'CODE',
  count: 'NOMBRE',
  date: 'DATE',
  dates: 'DATES',
  day: 'JOUR',
  figure: 'CHIFFRE',
  file: 'FICHIER',
  key: 'CLÉ',
  label: 'LIBELLÉ',
  line: 'LIGNE',
  method: 'MOYEN',
  name: 'NOM',
  names: 'NOMS',
  number: 'NUMÉRO',
  price: 'PRIX',
  product: 'PRODUIT',
  reason: 'MOTIF',
  reference: 'RÉFÉRENCE',
  ticket: 'TICKET',
  value: 'VALEUR',
  who: 'QUI',
  words: 'MOTS',
  z: 'Z-N',
}

/** What is complained about, as French help writes it: `<amount>` → `MONTANT`; options and settings keep their names. */
export function called(name: string): string {
  const argument = /^<(.+)>$/.exec(name)?.[1]
  return Object.entries(ARGUMENTS).find(([english]) => english === argument)?.[1] ?? name
}
