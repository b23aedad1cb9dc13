import type { TillSellWords } from '../en/till-sell.ts'

export const tillSell: TillSellWords = {
  prompt: (cohort, till, sales) => `${cohort} caisse ${till}, ${sales} > `,
  sales: (count, takings) => `${count} ${count < 2 ? 'vente' : 'ventes'}, ${takings}`,
  toRetry: (count) => ` (${count} à enregistrer)`,
  begun: (till, cohort, day) => `caisse ${till}, ${cohort}, ${day} : `,
  practice: 'essai : rien de ceci n’est enregistré\n',
  keys: 'en vente : ',
  cash: 'esp',
  card: 'cb',
  more: (count) => `et ${count} autres : flashcoop produit list`,
  example: (line, short) =>
    `une vente : ${line}${short === '' ? '' : `   ou plus court : ${short}`}   puis Entrée\n`,
  words: 'aussi : annuler, retablir, dernieres, x (la caisse), stock, epuise, aide, quitter\n',
  noProducts: 'rien n’est en vente : flashcoop produit add Cookie 2,50 --vat 5,5 --key k\n',
  lastSales: 'dernières ventes :\n',
  noSales: 'pas encore de vente\n',
  help: (grammar) =>
    [
      `une vente : ${grammar}`,
      '  2 cookie 1 brownie esp 10   2k cb   cookie cb 2 esp   2 cookie remise 10%',
      'annuler [N]    annule la dernière vente, ou les N dernières choses',
      'retablir       fait revenir ce qui vient d’être annulé',
      'dernieres [N]  les dernières ventes',
      'x              ce que la caisse a encaissé ; rien ne change',
      'stock          ce qui reste ; stock cookie +24 : 24 de plus ont été faits',
      'epuise cookie  il n’y en a plus ; epuise cookie non : il y en a de nouveau',
      'aide           cette aide et ce qui est en vente',
      'quitter        sortir ; la caisse reste ouverte (Ctrl-D aussi)',
      'Tab complète un mot, les flèches rappellent les lignes, Ctrl-C efface la ligne',
      '',
    ].join('\n'),
  meant: (words) => `peut-être : ${words} ?\n`,
  noCommands: 'ici, tapez la vente seule : 2 cookie cb ; pour une autre commande : quitter\n',
  waiting: 'un autre programme utilise le registre : on l’attend…\n',
  kept: (count) =>
    count === 1
      ? 'la vente est gardée : Entrée pour l’enregistrer (elle ne le sera jamais deux fois)'
      : `${count} ventes sont gardées : Entrée pour les enregistrer (aucune ne le sera deux fois)`,
  nothingKept: 'il n’y a rien à enregistrer de nouveau\n',
  notRecorded: 'non enregistrée : ',
  perhapsRecorded: 'peut-être enregistrée, regardez avec flashcoop vente list --last 3 : ',
  already: 'cette vente était déjà enregistrée : voici son ticket\n',
  cleared: 'ligne effacée ; encore Ctrl-C pour sortir\n',
  dropped: (line) => `ligne inachevée, rien n’en est enregistré : ${line}\n`,
  refusedLines: (count) =>
    count === 1 ? '1 ligne n’est pas enregistrée\n' : `${count} lignes ne sont pas enregistrées\n`,
  left: (sales) => `${sales} ; la caisse reste ouverte\n`,
  count: 'flashcoop caisse count',
}
