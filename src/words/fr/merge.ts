import type { MergeWords } from '../en/merge.ts'
import { counted } from './day-text.ts'

const listed = (tills: readonly string[]): string =>
  [tills.slice(0, -1).join(', '), tills.at(-1) ?? ''].filter((each) => each !== '').join(' et ')

export const merge: MergeWords = {
  taken: (till, events, sold) =>
    `caisse ${till} : ${events === 1 ? '1 événement nouveau' : `${events} événements nouveaux`}${sold}\n`,
  sold: (sales, amount) => `, dont ${counted(sales, 'vente')} pour ${amount}`,
  together: (tills) => `les caisses ${listed(tills)} sont un seul registre ici\n`,
  alone: (till) => `la caisse ${till} est entière ici\n`,
  nothingNew: 'rien de nouveau : tout est déjà ici\n',
  continued: (till) =>
    `attention : la caisse ${till} a aussi enregistré sur un autre ordinateur. Tout est ici maintenant : ne gardez que l’un des deux comme caisse ${till}\n`,
  differencesTitle: 'dit autrement d’une caisse à l’autre ; le plus récent vaut :\n',
  difference: (what, said, holds) => `  ${what} : ${said.join(', ')} → ${holds}\n`,
  saidBy: (value, till) => `${value} (caisse ${till})`,
  samePerson: (what, tills) =>
    `  ${what} : ajouté sur les caisses ${listed(tills)} ; une seule personne dans les comptes\n`,
  sameFile: (what, tills) =>
    `  ${what} : le même fichier importé sur les caisses ${listed(tills)} ; cherchez ce qui y est deux fois\n`,
  paidTwice: (what, tills) =>
    `  ${what} : payé sur les caisses ${listed(tills)} ; annulez-le là où c’est faux\n`,
  straysTitle: 'à remettre en ordre :\n',
  strays: {
    day: (cohort, day, said) =>
      `  ${cohort} : des présences du ${said}, qu’une caisse a retiré du programme ; remettez le jour : flashcoop jour add ${day} -c ${cohort}\n`,
    participant: (cohort, code) =>
      `  ${cohort} : des présences de ${code}, qu’une caisse a retiré ; ajoutez-le de nouveau : flashcoop participant add "…" --code ${code} -c ${cohort}\n`,
    share: (cohort, code) =>
      `  ${cohort} a été clôturée sans ${code}, qui est maintenant sur la liste et n’a pas de part : voyez avec le groupe et la CAE\n`,
    cohort: (cohort) =>
      `  ${cohort} a été annulée sur une caisse et utilisée sur une autre ; recréez-la : flashcoop cohorte create ${cohort} --name "…" --template blank\n`,
  },
  gone: 'rien',
  things: {
    setting: 'réglage',
    rates: 'taux de cotisations au',
    cohort: '',
    day: 'jour',
    participant: '',
    product: 'produit',
    key: 'touche',
    attendance: 'présence',
    file: 'import',
    payment: '',
  },
  paid: { cost: 'coût', share: 'part de', advance: 'avance de' },
  fields: {
    name: 'nom',
    priceCents: 'prix',
    vatRatePerMille: 'taux de TVA',
    kind: 'nature',
    key: 'touche',
    retired: 'retiré',
    aliases: 'autres noms',
    place: 'lieu',
    sector: 'secteur',
    productLine: 'production',
    public: 'public',
    status: 'état',
    contractSigned: 'contrat',
    payable: 'rémunérable',
    payableReason: 'motif',
    joinedOn: 'arrivée',
    leftOn: 'départ',
    commitment: 'nom',
  },
  sent: (file, tills, events) =>
    `paquet écrit : ${file} (${tills.length === 1 ? 'caisse' : 'caisses'} ${tills.join(', ')}, ${counted(events, 'événement')}, aucun nom)\n`,
  next: {
    merge: (file) => `flashcoop merge ${file}`,
    join: (file) => `flashcoop init --from ${file}`,
    back: 'flashcoop export bundle',
  },
  onOther: 'sur l’autre ordinateur : ',
  onNew: 'sur un ordinateur qui n’a pas encore de registre : ',
  backTo: 'pour que l’autre ordinateur ait tout aussi : ',
  joined: (path, till, others) =>
    `registre créé : ${path} ; cet ordinateur est la caisse ${till}, à côté de ${others.join(', ')}\n`,
  nameless: 'les personnes ne sont connues ici que par leurs codes : les noms ne voyagent pas\n',
  yetAnother: (file, letter) =>
    `pour un ordinateur de plus, une lettre de plus : flashcoop init --from ${file} --till ${letter}\n`,
  joinNext: 'flashcoop caisse open',
  progress: (events) => `réunion : ${counted(events, 'événement')}`,
}
