import type { HelpWords } from '../en/help.ts'

const nouns = {
  init: 'créer le registre',
  status: 'où en est la journée, et quoi faire ensuite',
  demo: 'tout voir, avec des chiffres publiés et inventés',
  host: 'la structure d’accueil (CAE) : nom, taux, réglages',
  cohort: 'la coopérative de quelques jours',
  day: 'ses jours',
  participant: 'ses personnes',
  attendance: 'qui était là, par demi-journée',
  cost: 'ce qui est dépensé',
  product: 'ce qui se vend, et son prix',
  sale: 'les ventes au stand',
  till: 'la caisse : ouvrir, compter, sceller',
  undo: 'défaire la dernière chose enregistrée',
  close: 'les comptes et les parts',
  report: 'des chiffres en tableau, CSV ou JSON',
  audit: 'prouver que rien n’a changé',
  backup: 'des copies du registre',
  help: 'cette aide',
}

const commands = {
  init: {
    summary: 'Crée un nouveau registre.',
    takes: '[FICHIER]',
    example: 'flashcoop init --host "CAE Exemple"',
  },
  status: {
    summary: 'Montre le jour, ce qui manque, et la commande suivante.',
    takes: '',
    example: 'flashcoop état',
  },
  demo: {
    summary:
      'Fabrique un registre jetable : les sept cohortes publiées, une journée au stand, une clôture.',
    takes: '',
    example: 'flashcoop demo',
  },
  'host show': {
    summary: 'Montre les réglages de la CAE.',
    takes: '',
    example: 'flashcoop cae show',
  },
  'host set': {
    summary: 'Change un réglage : name, siren, contribution_rate, insurance_rate…',
    takes: 'CLÉ VALEUR',
    example: 'flashcoop cae set contribution_rate 12',
  },
  'host rates': {
    summary: 'Liste les taux sociaux, ou importe un tableau daté.',
    takes: 'list | import FICHIER',
    example: 'flashcoop cae rates list',
  },
  'cohort create': {
    summary: 'Crée une cohorte et ses jours.',
    takes: 'CODE',
    example:
      'flashcoop cohorte create FC-2026-01 --name "Les Sablés" --template flash7 --start 2026-06-09',
  },
  'cohort list': { summary: 'Liste les cohortes.', takes: '', example: 'flashcoop cohorte list' },
  'cohort show': {
    summary: 'Montre une cohorte.',
    takes: '[CODE]',
    example: 'flashcoop cohorte show FC-2026-01',
  },
  'cohort edit': {
    summary: 'Change une cohorte.',
    takes: '[CODE]',
    example: 'flashcoop cohorte edit --place Laval',
  },
  'cohort use': {
    summary: 'Dit de quelle cohorte parlent les commandes suivantes.',
    takes: 'CODE',
    example: 'flashcoop cohorte use FC-2026-01',
  },
  'cohort archive': {
    summary: 'Range une cohorte ; --restore la ressort.',
    takes: '[CODE]',
    example: 'flashcoop cohorte archive FC-2025-04',
  },
  'day list': { summary: 'Liste les jours.', takes: '', example: 'flashcoop jour list' },
  'day add': {
    summary: 'Ajoute un jour.',
    takes: 'DATE',
    example: 'flashcoop jour add 2026-06-20 --pm 0',
  },
  'day edit': {
    summary: 'Change les minutes prévues d’un jour, ou l’annule.',
    takes: 'JOUR',
    example: 'flashcoop jour edit J4 --cancel',
  },
  'day move': {
    summary: 'Déplace un jour à une autre date.',
    takes: 'JOUR DATE',
    example: 'flashcoop jour move J4 2026-06-15',
  },
  'day remove': {
    summary: 'Enlève un jour où il n’y a rien.',
    takes: 'JOUR',
    example: 'flashcoop jour remove J7',
  },
  'participant add': {
    summary: 'Ajoute une personne ; « - » lit son nom sur l’entrée.',
    takes: 'NOM',
    example: 'flashcoop participant add "Amina" --contract-signed 2026-06-09',
  },
  'participant list': {
    summary: 'Liste les personnes.',
    takes: '',
    example: 'flashcoop participant list',
  },
  'participant show': {
    summary: 'Montre une personne.',
    takes: 'QUI',
    example: 'flashcoop participant show P01',
  },
  'participant edit': {
    summary: 'Change une personne.',
    takes: 'QUI',
    example: 'flashcoop participant edit P02 --payable non --reason declined',
  },
  'participant leave': {
    summary: 'Note le dernier jour d’une personne partie.',
    takes: 'QUI',
    example: 'flashcoop participant leave P07 --on 2026-06-12',
  },
  'participant import': {
    summary: 'Importe des personnes d’un fichier CSV.',
    takes: 'FICHIER',
    example: 'flashcoop participant import personnes.csv -n',
  },
  'attendance mark': {
    summary: 'Pointe un jour : tout le monde est là, sauf ceux que vous nommez.',
    takes: '[JOUR]',
    example: 'flashcoop presence mark J3 --absent P04 --late P02:20',
  },
  'attendance list': {
    summary: 'Liste les présences.',
    takes: '',
    example: 'flashcoop presence list --csv',
  },
  'attendance show': {
    summary: 'Montre les présences d’une personne.',
    takes: 'QUI',
    example: 'flashcoop presence show P03',
  },
  'attendance missing': {
    summary: 'Liste les demi-journées non remplies.',
    takes: '',
    example: 'flashcoop presence missing',
  },
  'attendance import': {
    summary: 'Importe des présences d’un fichier CSV.',
    takes: 'FICHIER',
    example: 'flashcoop presence import feuille.csv -n',
  },
  'cost add': {
    summary: 'Enregistre un achat, TVA comprise.',
    takes: 'LIBELLÉ MONTANT[@TAUX]…',
    example:
      'flashcoop cout add "Farine, sucre" 211@5,5 39@20 --category ingredients --paid-by ANIM01',
  },
  'cost list': { summary: 'Liste les coûts.', takes: '', example: 'flashcoop cout list' },
  'cost show': { summary: 'Montre un coût.', takes: 'NUMÉRO', example: 'flashcoop cout show 3' },
  'cost void': {
    summary: 'Retire un coût des comptes.',
    takes: 'NUMÉRO',
    example: 'flashcoop cout void 3 --reason "tapé deux fois"',
  },
  'cost import': {
    summary: 'Importe des coûts d’un fichier CSV.',
    takes: 'FICHIER',
    example: 'flashcoop cout import couts.csv -n',
  },
  'cost categories': {
    summary: 'Liste les catégories et leurs comptes.',
    takes: '',
    example: 'flashcoop cout categories',
  },
  'product add': {
    summary: 'Ajoute un produit.',
    takes: 'NOM PRIX',
    example: 'flashcoop produit add Cookie 3,00 --vat 5,5 --key c',
  },
  'product list': { summary: 'Liste les produits.', takes: '', example: 'flashcoop produit list' },
  'product show': {
    summary: 'Montre un produit.',
    takes: 'PRODUIT',
    example: 'flashcoop produit show cookie',
  },
  'product edit': {
    summary: 'Change un produit.',
    takes: 'PRODUIT',
    example: 'flashcoop produit edit cookie --vat 5,5',
  },
  'product price': {
    summary: 'Change le prix à partir de maintenant ; les ventes faites gardent le leur.',
    takes: 'PRODUIT PRIX',
    example: 'flashcoop produit price cookie 2,50',
  },
  'product retire': {
    summary: 'Ne vend plus un produit.',
    takes: 'PRODUIT',
    example: 'flashcoop produit retire cookie',
  },
  'product import': {
    summary: 'Importe des produits d’un fichier CSV.',
    takes: 'FICHIER',
    example: 'flashcoop produit import produits.csv -n',
  },
  'sale add': {
    summary: 'Enregistre une vente ; « - » en lit une par ligne sur l’entrée.',
    takes: 'LIGNE…',
    example: 'flashcoop vente add 2 cookie 1 brownie esp 10',
  },
  'sale list': {
    summary: 'Liste les tickets.',
    takes: '',
    example: 'flashcoop vente list --last 3',
  },
  'sale show': {
    summary: 'Montre un ticket.',
    takes: 'TICKET',
    example: 'flashcoop vente show A-0042',
  },
  'sale void': {
    summary: 'Annule une vente, avant le Z.',
    takes: 'TICKET',
    example: 'flashcoop vente void A-0042 --reason "mauvais prix"',
  },
  'sale recap': {
    summary: 'Enregistre la recette d’un jour en une fois, d’après le papier.',
    takes: 'MONTANT',
    example: 'flashcoop vente recap 528 --on 2026-06-17 --label "Lingettes" --vat 20',
  },
  'sale import': {
    summary: 'Importe des ventes d’un fichier CSV.',
    takes: 'FICHIER',
    example: 'flashcoop vente import ventes.csv -n',
  },
  'till open': {
    summary: 'Ouvre la caisse du jour.',
    takes: '',
    example: 'flashcoop caisse open --float 80',
  },
  'till in': {
    summary: 'Met des espèces dans la caisse.',
    takes: 'MONTANT RAISON',
    example: 'flashcoop caisse in 20 "monnaie"',
  },
  'till out': {
    summary: 'Sort des espèces de la caisse.',
    takes: 'MONTANT RAISON',
    example: 'flashcoop caisse out 50 "à la banque"',
  },
  'till count': {
    summary: 'Compte les espèces et montre l’écart.',
    takes: '[MONTANT]',
    example: 'flashcoop caisse count --pieces 2x20 5x5 3x0,50',
  },
  'till z': {
    summary: 'Scelle la journée : elle ne change plus.',
    takes: '',
    example: 'flashcoop caisse z',
  },
  'till list': {
    summary: 'Liste les journées de caisse.',
    takes: '',
    example: 'flashcoop caisse list',
  },
  'till show': {
    summary: 'Remontre un Z, ou une journée de caisse.',
    takes: 'Z-N | DATE',
    example: 'flashcoop caisse show Z-1',
  },
  undo: {
    summary: 'Défait la dernière chose enregistrée, ou les N dernières.',
    takes: '[N]',
    example: 'flashcoop undo',
  },
  close: {
    summary: 'Calcule le résultat et les parts ; -n les montre sans clôturer.',
    takes: '',
    example: 'flashcoop cloture --rule half-days --vote "2026-06-18 6/0/1" --confirm FC-2026-01',
  },
  'report result': {
    summary: 'Le compte d’exploitation.',
    takes: '',
    example: 'flashcoop bilan result',
  },
  'report sales': {
    summary:
      'Chaque ligne vendue, ou des sommes par produit, jour, heure, paiement, personne, lieu.',
    takes: '',
    example: 'flashcoop bilan sales --by product',
  },
  'report products': {
    summary: 'Les produits et leurs ventes.',
    takes: '',
    example: 'flashcoop bilan products',
  },
  'report costs': {
    summary: 'Les coûts par catégorie.',
    takes: '',
    example: 'flashcoop bilan costs',
  },
  'report attendance': {
    summary: 'Demi-journées et heures par personne.',
    takes: '',
    example: 'flashcoop bilan attendance',
  },
  'report distribution': {
    summary: 'Qui reçoit quoi.',
    takes: '',
    example: 'flashcoop bilan distribution',
  },
  'report vat': {
    summary: 'La TVA par jour, caisse et taux.',
    takes: '',
    example: 'flashcoop bilan vat --csv',
  },
  'report cohorts': {
    summary: 'Toutes les cohortes : personnes et recettes.',
    takes: '',
    example: 'flashcoop bilan cohorts',
  },
  'audit verify': {
    summary: 'Vérifie tout le registre ; --code compare avec un code noté sur papier.',
    takes: '',
    example: 'flashcoop audit verify',
  },
  'audit head': {
    summary: 'Montre le code à noter sur papier.',
    takes: '',
    example: 'flashcoop audit head',
  },
  'backup create': {
    summary: 'Fait une copie vérifiée du registre.',
    takes: '[FICHIER]',
    example: 'flashcoop backup create',
  },
  'backup verify': {
    summary: 'Vérifie une copie.',
    takes: 'FICHIER',
    example: 'flashcoop backup verify copie.db',
  },
  help: {
    summary: 'Aide sur une commande ou un sujet.',
    takes: '[COMMANDE | SUJET]',
    example: 'flashcoop aide sale-line',
  },
}

const flags: HelpWords['flags'] = {
  db: 'le registre (sinon FLASHCOOP_DB, sinon flashcoop.db ici ou au-dessus)',
  cohort: 'la cohorte (sinon FLASHCOOP_COHORT, sinon « cohort use »)',
  json: 'réponse en JSON',
  lang: 'fr ou en',
  at: 'quand c’était : 2026-06-17T10:32, ou 10:32 aujourd’hui',
  actor: 'qui tape (sinon FLASHCOOP_ACTOR)',
  quiet: 'sans conseils',
  verbose: 'plus de détails en cas de panne',
  yes: 'ne pas demander',
  noInput: 'ne rien demander, prendre les valeurs habituelles',
  noColor: 'sans couleur',
  help: 'cette aide',
  csv: 'en CSV, pour un tableur',
  csvProfile: 'excel-fr ou standard',
  format: 'table, json, jsonl, csv ou md',
  output: 'dans un fichier',
  force: 'remplacer ce fichier',
  dryRun: 'essai : rien n’est enregistré',
  host: 'nom de la CAE',
  siren: 'ses neuf chiffres',
  till: 'lettre de cette caisse (A)',
  name: 'le nom',
  template: 'flash7, cjs, cjm, long, open ou blank',
  start: 'premier jour',
  days: 'les jours, séparés par des virgules',
  place: 'ville',
  sector: 'secteur',
  productLine: 'ce qui est fabriqué',
  public: 'qui participe',
  venue: 'lieu de vente ; plusieurs fois si besoin',
  planAm: 'minutes prévues le matin (210)',
  planPm: 'minutes prévues l’après-midi (210)',
  cancel: 'le jour n’a pas lieu',
  restore: 'de nouveau : le jour a lieu, le produit se vend',
  code: 'le code (sinon il est choisi)',
  contractSigned: 'date de signature du contrat',
  payable: 'peut être payée : oui ou non',
  reason: 'pourquoi',
  joined: 'premier jour, si plus tard que les autres',
  sex: 'femme, homme, autre…',
  birthYear: 'année de naissance',
  territory: 'qpv, zrr, near_qpv…',
  schooling: 'niveau d’études',
  situation: 'sans emploi, étudiant…',
  prescriber: 'qui a orienté la personne',
  projectIdea: 'rien, idée, projet',
  publicType: 'type de public',
  imageRight: 'peut être photographiée : oui ou non',
  on: 'à quelle date',
  all: 'tout le monde est là',
  absent: 'absence sans excuse',
  excused: 'absence excusée',
  present: 'finalement là',
  late: 'en retard, avec les minutes : P02:20',
  leftEarly: 'partie plus tôt, avec les minutes : P03:30',
  onlyAm: 'le matin seulement',
  onlyPm: 'l’après-midi seulement',
  sheet: 'référence de la feuille signée',
  category: 'voir flashcoop cout categories',
  supplier: 'qui a été payé',
  paidBy: 'cae, caisse, ou un code comme P03 ou ANIM01',
  chargedTo: 'activity (résultat partagé) ou programme (subventions)',
  voucher: 'référence du reçu',
  vat: 'taux de TVA : 5,5, 10, 20',
  key: 'une lettre à taper au stand',
  kind: 'goods (bien) ou service',
  alias: 'un autre mot pour le dire',
  saleKey: 'clé d’un programme : la même clé redonne le même ticket',
  item: 'cookie:2, pour les programmes',
  pay: 'carte:5,00 ; sans montant : le reste',
  discount: '10 % ou 2,00',
  tip: 'un don en plus',
  seller: 'qui a vendu : P03',
  keepGoing: 'laisser les lignes fausses au lieu d’arrêter',
  last: 'seulement les dernières',
  day: 'un seul jour',
  label: 'ce que c’était',
  product: 'un produit de la cohorte',
  float: 'espèces dans la caisse au départ',
  sellingVenue: 'où, quand la cohorte vend à plusieurs endroits',
  pieces: 'pièces et billets : 2x20 5x5 3x0,50',
  maxSize: 'fichier le plus gros, par exemple 64M',
  check: 'ce qui bloque la clôture, et comment y remédier',
  until: 'dernier jour',
  rule: 'equal (égal), half-days (demi-journées), hours (heures) ou weights (poids)',
  weights: 'P01:2 P02:1',
  vote: '« DATE pour/contre/abstentions »',
  reserve: '10 % ou un montant, gardé avant le partage',
  excusedCount: 'les demi-journées excusées comptent',
  acceptLoss: 'clôturer avec une perte : personne ne doit rien',
  noPayroll: 'les parts seulement, sans estimation de paie',
  confirm: 'le code de la cohorte, pour confirmer',
  by: 'product, day, hour, method, seller ou venue',
  costsBy: 'un seul tableau : par catégorie, ou par qui a payé',
  from: 'premier jour',
  headCode: 'le code noté sur papier',
}

const topics = {
  'sale-line': `Une vente est une ligne : quoi, puis les changements, puis le paiement.

  [nb] produit[@prix] [offert] …  [remise 10%] [total 5] [don 1] [par P03]  [esp|cb|chq|vir [montant]] …

  2 cookie 1 brownie cb              deux cookies et un brownie, par carte
  3k b esp 10                        3 de la touche k, 1 de la touche b, 10 donnés : le rendu est calculé
  2 cookie 1 cafe cb 2 esp 5         deux moyens de paiement
  cookie@1,20 cb                     un autre prix (deux décimales, ou €)
  2 cookie brownie offert cb         le brownie est offert
  2 cookie remise 10% esp            une remise sur toute la vente
  60x cookie esp                     plus de 50 demande le x

Un produit se dit par son code, un autre mot ou sa touche, avec ou sans majuscules, accents ou s du pluriel.
Rien n’est jamais corrigé à votre place.
`,
  'exit-codes': `  0    fait, ou rien à lister
  1    refusé par une règle, ou une vérification a trouvé quelque chose ; rien n’est écrit
  2    pas compris : commande, option, nom, ligne de vente
  3    la période est clôturée
  4    le registre n’est pas entier
  5    le registre ne peut pas servir ; rien n’est écrit
  70   un défaut de flashcoop
  75   on ne sait pas : c’est peut-être enregistré
  78   ce Node.js est trop ancien
  130  interrompu
`,
  formats: `Chaque liste et chaque bilan accepte :
  --csv                       pour Excel français : ; virgule, UTF-8 avec BOM, en-têtes français
  --csv --csv-profile standard  pour les programmes : , point, en-têtes anglais
  --json                      tableaux et objets, montants en centimes
  --format md|jsonl|table     d’autres formes
  -o FICHIER                  dans un fichier, jamais par-dessus un autre sans --force
Les imports lisent le CSV, en-têtes français ou anglais, avec ; , ou tabulation. Les fichiers de flashcoop se relisent.
`,
  distribution: `Le résultat est partagé selon une règle que le groupe vote.

  equal       pareil pour tout le monde (d’habitude)
  half-days   selon les demi-journées de présence
  hours       selon les heures de présence
  weights     selon des poids donnés : --weights P01:2 P02:1

Le partage est au centime : chacun reçoit les centimes entiers de sa part, et les centimes qui restent vont aux plus
grandes fractions ; à égalité, au plus grand poids, puis au premier code. Une partie peut être gardée avant (--reserve).
Qui ne peut pas être payé ne reçoit rien, et sa part va aux autres. En cas de perte, personne ne doit rien.
La paie est une estimation ; la fiche de paie est faite par la CAE.
`,
  legal: `Loi sur les caisses (art. 286 I 3° bis CGI) : les ventes sont dans un journal qu’on ne peut qu’allonger, chaîné ;
une correction est une nouvelle écriture ; chaque jour est scellé par un Z, avec des totaux jamais remis à zéro.
flashcoop n’est pas certifié (« non attesté »).
Les noms des personnes sont à côté du journal, jamais dedans.
La paie est une estimation ; flashcoop ne donne pas de conseil juridique.
`,
  glossary: `  cohorte          la coopérative de quelques jours, et ses personnes
  CAE              la structure d’accueil : forme juridique, TVA, banque, paie
  demi-journée     unité de présence : matin ou après-midi
  recette          ce que les clients ont payé, TVA comprise
  chiffre d’affaires  la recette sans la TVA
  marge brute      chiffre d’affaires − achats − emballages
  contribution     la part de la CAE
  fond de caisse   espèces dans la caisse avant la première vente
  Z                le sceau d’une journée de caisse
  part             ce qui revient à une personne
  reliquat         centimes d’une part qu’un salaire ne peut pas payer
`,
}

export const help: HelpWords = {
  intro: 'flashcoop tient les comptes d’une coopérative qui vit quelques jours.\n',
  headings: {
    usage: 'usage',
    commands: 'commandes',
    options: 'options',
    common: 'options de toutes les commandes',
    example: 'exemple',
    topics: 'sujets',
    more: 'plus : flashcoop aide COMMANDE, ou flashcoop aide SUJET',
    everywhere: 'options de toutes les commandes : flashcoop aide',
  },
  nouns,
  commands,
  flags,
  values: {
    file: 'fichier',
    when: 'moment',
    language: 'langue',
    profile: 'profil',
    name: 'nom',
    number: 'nombre',
    letter: 'lettre',
    kind: 'genre',
    dates: 'dates',
    place: 'lieu',
    sector: 'secteur',
    products: 'produits',
    status: 'état',
    reason: 'raison',
    text: 'texte',
    year: 'année',
    'yes|no': 'oui|non',
    who: 'qui',
    'who:minutes': 'qui:minutes',
    'who:weight': 'qui:poids',
    reference: 'référence',
    category: 'catégorie',
    percent: 'pourcent',
    word: 'mot',
    amount: 'montant',
    ulid: 'clé',
    'product:quantity': 'produit:nombre',
    'method:amount': 'moyen:montant',
    'percent|amount': 'pourcent|montant',
    method: 'moyen',
    countxvalue: 'nombrexvaleur',
    size: 'taille',
    rule: 'règle',
    group: 'groupe',
    head: 'code',
  },
  topics,
}
