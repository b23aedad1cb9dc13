import type { DemoWords } from '../en/demo.ts'

export const demo: DemoWords = {
  begin: (folder) =>
    `Une démonstration. Tout se passe dans un dossier neuf, à jeter quand vous voulez :\n  ${folder}\n`,
  published: {
    title: '1. Sept Flashcoops de 2019-2020, telles que publiées',
    source:
      '« Bilan de l’expérimentation nationale 2019-2020 », Coopérer pour entreprendre, décembre 2020.\n' +
      'Ces totaux seuls sont publiés : ni nom, ni vente, ni jour de vente (la recette est notée au dernier jour).\n' +
      'On ne sait pas si la TVA y est comprise.\n',
    host: 'Démonstration',
    label: 'recette publiée',
    others: (count) => `de même pour les ${count} autres`,
  },
  stall: {
    title: '2. Une journée au stand (tout est inventé)',
    name: 'Une journée au stand (inventée)',
    cookie: 'Cookie',
    brownie: 'Brownie',
    cash: {
      why: 'deux cookies et un brownie, payés avec un billet de 10 euros',
      line: '2 cookie 1 brownie esp 10',
    },
    split: {
      why: 'un paiement partagé, par touches : trois k et un b, 4 par carte, le reste en espèces',
      line: '3k b cb 4 esp',
    },
    typo: { why: 'un mot inconnu : rien n’est enregistré', line: '2 cokie cb' },
    wrong: { why: 'une vente de trop…', line: '4 brownie cb' },
    undo: '… est annulée',
    count: 'le soir : compter les espèces, puis sceller la journée',
  },
  example: {
    title: '3. Les comptes et les parts (exemple inventé)',
    name: 'Exemple (inventé)',
    files: 'les personnes, les présences et les produits viennent de fichiers CSV',
    venue: 'marché',
    float: 'la veille, de quoi rendre la monnaie',
    sale: 'le jour du marché : la caisse, 152 ventes de cookies dans un fichier, et les coûts',
    packaging: 'Règlement emballages',
    paid: 'les achats que la CAE a réglés',
    evening: 'il manque trente centimes dans la caisse',
    reason: 'trop rendu à un client',
    sealed: 'la réponse est un Z comme ci-dessus',
    bank: 'le lendemain, tout va à la banque ; elle garde une commission sur les cartes',
    withFloat: 'Remise espèces et fond de caisse',
    methods: { cash: 'espèces', cheque: 'chèque', card: 'carte' },
    close: 'le groupe a voté : une part par demi-journée de présence',
    pay: 'à la fin du mois, chacun reçoit son net, et l’animateur ce qu’il a avancé',
    books: 'les comptes de tout cela : débit et crédit sont égaux',
    audit: 'chaque chiffre de ce registre peut être revérifié',
  },
  yours: {
    title: '4. À vous de jouer',
    ledger: (path) => `Le registre de cette démonstration est ${path}\n`,
    type: 'Tapez par exemple :\n',
    real: (command) => `Votre vrai registre commence par : ${command}\n`,
    away: (folder) => `Pour jeter celui-ci, effacez le dossier ${folder}\n`,
  },
  nouns: {
    cohort: 'cohorte',
    product: 'produit',
    till: 'caisse',
    sale: 'vente',
    attendance: 'presence',
    cost: 'cout',
    close: 'cloture',
    report: 'bilan',
    payout: 'versement',
    host: 'cae',
    help: 'aide',
  },
}
