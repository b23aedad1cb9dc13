import type { HelpWords } from '../en/help.ts'
import { checks } from './checks.ts'

const AMENDED_ON = 'le jour de la correction (sinon aujourd’hui), jamais avant la clôture'
const WHY = 'le motif, obligatoire'
const MOVED = {
  on: 'quand l’argent a bougé (sinon aujourd’hui)',
  voucher: 'la pièce qui le prouve',
  label: 'le libellé de l’écriture',
}
const NOT_PAID = 'le motif, sinon : autorisation-de-travail, salarié, refus ou autre'
const OF_PERIOD = 'la période où tombe ce jour'

const LAST_ENTRY = 'dernier jour des écritures (sinon toutes)'
const EXPORTED_TO = 'ce fichier, dans ce dossier, ou - pour l’écran'

export const commands: HelpWords['commands'] = {
  init: {
    summary: 'Crée un nouveau registre.',
    takes: '[FICHIER]',
    example: 'flashcoop init --host "CAE Exemple"',
  },
  status: {
    summary: 'Montre le jour, ce qui manque, et la commande suivante.',
    example: 'flashcoop état',
  },
  demo: {
    summary:
      'Fabrique un registre jetable : sept cohortes publiées, une journée au stand, une clôture.',
    example: 'flashcoop demo',
  },
  'host show': { summary: 'Montre les réglages de la CAE.', example: 'flashcoop cae show' },
  'host set': {
    summary: 'Change un réglage ; « flashcoop cae show » les liste.',
    takes: 'CLÉ VALEUR',
    example: 'flashcoop cae set contribution_rate 12',
  },
  'host rates': {
    summary: 'Liste les taux de cotisations, ou importe un tableau daté.',
    takes: 'list | import FICHIER',
    example: 'flashcoop cae rates list',
  },
  'host accounts': {
    summary: 'Liste les comptes des écritures, change un numéro ou remet l’habituel.',
    takes: 'list | set CLÉ NUMÉRO | reset CLÉ',
    example: 'flashcoop cae accounts set bank 512200',
  },
  'cohort create': {
    summary: 'Crée une cohorte et ses jours.',
    takes: 'CODE',
    example:
      'flashcoop cohorte create FC-2026-02 --name "Les Sablés" --template flash7 --start 2026-06-09',
  },
  'cohort list': { summary: 'Liste les cohortes.', example: 'flashcoop cohorte list' },
  'cohort show': {
    summary: 'Montre une cohorte, ses lieux de vente et ses chiffres.',
    takes: '[CODE]',
    example: 'flashcoop cohorte show FC-2026-01',
  },
  'cohort edit': {
    summary: 'Change ce qu’on sait d’une cohorte ; un texte vide ("") l’enlève.',
    takes: '[CODE]',
    example: 'flashcoop cohorte edit --place Laval',
  },
  'cohort use': {
    summary: 'Dit de quelle cohorte parlent les commandes suivantes.',
    takes: 'CODE',
    example: 'flashcoop cohorte use FC-2026-01',
  },
  'cohort archive': {
    summary: 'Range une cohorte : on n’y écrit plus.',
    takes: '[CODE]',
    example: 'flashcoop cohorte archive FC-2025-04',
    options: { restore: 'la ressortir' },
  },
  'day list': { summary: 'Liste les jours.', example: 'flashcoop jour list' },
  'day add': {
    summary: 'Ajoute des jours : des dates, ou tous les jours ouvrés entre deux dates.',
    takes: 'DATE…',
    example: 'flashcoop jour add 2026-07-06..2026-07-31 --pm 0',
  },
  'day edit': {
    summary: 'Change les minutes prévues d’un jour ou de plusieurs (J8..J12), ou les annule.',
    takes: 'JOUR',
    example: 'flashcoop jour edit J7 --cancel',
    options: { cancel: 'le jour n’a pas lieu', restore: 'il a lieu, finalement' },
  },
  'day move': {
    summary: 'Déplace un jour à une autre date.',
    takes: 'JOUR DATE',
    example: 'flashcoop jour move J7 2026-06-22',
  },
  'day remove': {
    summary: 'Retire un jour, ou plusieurs, s’il n’y a rien dessus.',
    takes: 'JOUR',
    example: 'flashcoop jour remove J7',
  },
  'participant add': {
    summary: 'Inscrit une personne ; « - » lit son nom sur l’entrée.',
    takes: 'NOM',
    example: 'flashcoop participant add "Amina" --contract-signed 2026-06-09',
    options: { reason: NOT_PAID },
  },
  'participant edit': {
    summary: 'Change ce qu’on sait d’une personne.',
    takes: 'QUI',
    example: 'flashcoop participant edit P02 --payable non --reason refus',
    options: { name: 'le bon nom ; « - » le lit sur l’entrée', reason: NOT_PAID },
  },
  'participant leave': {
    summary: 'Note le départ d’une personne.',
    takes: 'QUI',
    example: 'flashcoop participant leave P07 --on 2026-06-18',
    options: {
      on: 'le dernier jour de présence (sinon aujourd’hui)',
      cancel: 'annuler le départ',
    },
  },
  'participant import': {
    summary: 'Inscrit les personnes d’un fichier CSV, toutes ou aucune.',
    takes: 'FICHIER',
    example: 'flashcoop participant import personnes.csv -n',
  },
  'participant list': {
    summary: 'Liste les personnes.',
    example: 'flashcoop participant list',
  },
  'participant show': {
    summary: 'Montre une personne.',
    takes: 'QUI',
    example: 'flashcoop participant show P01',
  },
  'attendance mark': {
    summary:
      'Pointe un jour, ou plusieurs (J1..J5) : tout le monde est là, sauf qui vous nommez. Renommer corrige.',
    takes: '[JOUR]',
    example: 'flashcoop presence mark J6 --absent P04 --late P02:20',
    options: {
      reason:
        'administratif, santé, emploi, garde-d’enfant, transport, convocation, abandon, autre',
    },
  },
  'attendance list': { summary: 'Liste les présences.', example: 'flashcoop presence list --csv' },
  'attendance show': {
    summary: 'Montre les présences d’une personne.',
    takes: 'QUI',
    example: 'flashcoop presence show P03',
  },
  'attendance missing': {
    summary: 'Liste les demi-journées à remplir.',
    example: 'flashcoop presence missing',
  },
  'attendance import': {
    summary: 'Note les demi-journées d’un fichier CSV, toutes ou aucune.',
    takes: 'FICHIER',
    example: 'flashcoop presence import feuille.csv -n',
  },
  'cost add': {
    summary: 'Enregistre un achat : chaque montant TTC, avec son taux de TVA.',
    takes: 'LIBELLÉ MONTANT[@TAUX]…',
    example:
      'flashcoop cout add "Farine, sucre" 211@5,5 39@20 --category ingrédients --paid-by ANIM01',
    options: { on: 'le jour de l’achat (sinon aujourd’hui)' },
  },
  'cost list': { summary: 'Liste les coûts.', example: 'flashcoop cout list' },
  'cost show': { summary: 'Montre un coût.', takes: 'NUMÉRO', example: 'flashcoop cout show 3' },
  'cost void': {
    summary: 'Annule un coût : il sort des comptes.',
    takes: 'NUMÉRO',
    example: 'flashcoop cout void 3 --reason "tapé deux fois"',
    options: { reason: WHY },
  },
  'cost voucher': {
    summary:
      'Donne à un coût la référence de son justificatif : il est noté de nouveau, sous le numéro suivant.',
    takes: 'NUMÉRO RÉFÉRENCE',
    example: 'flashcoop cout voucher 3 F-104',
  },
  'cost pay': {
    summary: 'Note que la CAE a réglé un fournisseur.',
    takes: 'NUMÉRO',
    example: 'flashcoop cout pay 3 --on 2026-06-16 --voucher CB-001',
    options: MOVED,
  },
  'cost unpaid': {
    summary: 'Liste les factures que la CAE doit encore régler.',
    example: 'flashcoop cout unpaid',
  },
  'cost refund': {
    summary: 'Note le remboursement d’une avance, en tout ou en partie.',
    takes: 'QUI [MONTANT]',
    example: 'flashcoop cout refund ANIM01 --voucher VIR-002',
    options: MOVED,
  },
  'cost advances': {
    summary: 'Montre qui a avancé de l’argent, et ce qui lui reste dû.',
    example: 'flashcoop cout advances',
  },
  'cost import': {
    summary: 'Note les coûts d’un fichier CSV, tous ou aucun.',
    takes: 'FICHIER',
    example: 'flashcoop cout import couts.csv -n',
  },
  'cost categories': {
    summary: 'Liste les catégories, leurs comptes et leur TVA habituelle.',
    example: 'flashcoop cout categories',
  },
  'product add': {
    summary: 'Ajoute un produit et son prix TTC.',
    takes: 'NOM PRIX',
    example: 'flashcoop produit add Muffin 3,00 --vat 5,5 --key m',
  },
  'product list': { summary: 'Liste les produits.', example: 'flashcoop produit list' },
  'product show': {
    summary: 'Montre un produit.',
    takes: 'PRODUIT',
    example: 'flashcoop produit show cookie',
  },
  'product edit': {
    summary: 'Change un produit ; une touche ou un autre mot vides ("") s’enlèvent.',
    takes: 'PRODUIT',
    example: 'flashcoop produit edit cookie --vat 10',
    options: { restore: 'le remettre en vente' },
  },
  'product price': {
    summary: 'Change le prix à partir de maintenant ; les ventes faites gardent le leur.',
    takes: 'PRODUIT PRIX',
    example: 'flashcoop produit price cookie 2,50',
  },
  'product stock': {
    summary: 'Ce qui est fait, vendu, offert, perdu, et ce qui reste ; seul, il montre tout.',
    takes: '[PRODUIT] [+NOMBRE]',
    example: 'flashcoop produit stock cookie +240',
    options: { reason: 'pourquoi : dégustation, brûlé…' },
  },
  'product retire': {
    summary: 'Ne vend plus un produit.',
    takes: 'PRODUIT',
    example: 'flashcoop produit retire cookie',
  },
  'product import': {
    summary: 'Ajoute les produits d’un fichier CSV, tous ou aucun.',
    takes: 'FICHIER',
    example: 'flashcoop produit import produits.csv -n',
  },
  'sale add': {
    summary: 'Enregistre une vente (« sell » suffit) ; « - » en lit une par ligne sur l’entrée.',
    takes: 'LIGNE…',
    example: 'flashcoop vente add 2 cookie 1 brownie esp 10',
  },
  'sale list': { summary: 'Liste les tickets.', example: 'flashcoop vente list --last 3' },
  'sale show': {
    summary: 'Montre un ticket.',
    takes: 'TICKET',
    example: 'flashcoop vente show A-0002',
  },
  'sale void': {
    summary: 'Annule une vente, avant le Z.',
    takes: 'TICKET',
    example: 'flashcoop vente void A-0002 --reason "mauvais prix"',
    options: { reason: WHY },
  },
  'sale refund': {
    summary: 'Rembourse un ticket, en tout ou en partie, dans la caisse du jour.',
    takes: 'TICKET [LIGNE…]',
    example: 'flashcoop vente refund A-0002 1 cookie esp --reason "brûlé"',
    options: { reason: WHY },
  },
  'sale repay': {
    summary: 'Corrige le moyen de paiement d’un ticket, avant le Z.',
    takes: 'TICKET MOYEN…',
    example: 'flashcoop vente repay A-0002 cb',
  },
  'sale recap': {
    summary: 'Enregistre une recette notée sur papier : une somme, ou ce qui s’est vendu.',
    takes: 'MONTANT|LIGNE…',
    example: 'flashcoop vente recap 40 cookie 25 brownie don 3 cb 60 esp --on 2026-06-17',
    options: { on: 'le jour de la recette (sinon aujourd’hui)' },
  },
  'sale import': {
    summary: 'Enregistre les ventes d’un CSV ou d’un terminal de carte, toutes ou aucune.',
    takes: 'FICHIER',
    example: 'flashcoop vente import ventes.csv -n',
  },
  'till open': {
    summary: 'Ouvre la caisse du jour.',
    example: 'flashcoop caisse open --float 80',
  },
  'till sell': {
    summary: 'Vend ligne après ligne : la caisse pendant le marché.',
    example: 'flashcoop caisse sell',
  },
  'till in': {
    summary: 'Met des espèces dans la caisse, sans vente.',
    takes: 'MONTANT MOTIF',
    example: 'flashcoop caisse in 20 "monnaie"',
  },
  'till out': {
    summary: 'Sort des espèces de la caisse, sans achat.',
    takes: 'MONTANT MOTIF',
    example: 'flashcoop caisse out 50 "à la banque"',
  },
  'till count': {
    summary:
      'Compte les espèces (pièce par pièce sans montant), la carte, les chèques ; montre les écarts.',
    takes: '[MONTANT]',
    example: 'flashcoop caisse count --pieces 2x20 5x5 3x0,50',
    options: { reason: 'ce qui explique un écart', day: 'la caisse de quel jour' },
  },
  'till x': {
    summary: 'Montre ce que la caisse ouverte a encaissé ; rien ne change.',
    example: 'flashcoop caisse x',
    options: { day: 'quelle journée (sinon la plus ancienne ouverte)' },
  },
  'till z': {
    summary: 'Scelle la journée : elle ne change plus.',
    example: 'flashcoop caisse z',
    options: { day: 'quelle journée (sinon la plus ancienne ouverte)' },
  },
  'till withdraw': {
    summary: 'Note des espèces retirées à la banque pour le fond de caisse.',
    takes: 'MONTANT',
    example: 'flashcoop caisse withdraw 80 --voucher FDC-001',
    options: MOVED,
  },
  'till deposit': {
    summary: 'Note ce qui est déposé à la banque ; sans montant, tout ce qui est encaissé.',
    takes: 'espèces|chèque|carte [MONTANT]',
    example: 'flashcoop caisse deposit carte --fee 5,41 --voucher TPE-001',
    options: { ...MOVED, fee: 'ce que la banque a gardé : un coût', count: 'combien de chèques' },
  },
  'till bank': {
    summary: 'Liste retraits et dépôts, et ce qui reste à déposer.',
    example: 'flashcoop caisse bank',
  },
  'till list': { summary: 'Liste les journées de caisse.', example: 'flashcoop caisse list' },
  'till show': {
    summary: 'Remontre un Z, un mois ou une année clôturés, ou la caisse d’un jour à cet instant.',
    takes: 'Z-N | DATE',
    example: 'flashcoop caisse show Z-1 -o z1.html',
  },
  'till closings': {
    summary: 'Liste les clôtures mensuelles et annuelles des caisses.',
    example: 'flashcoop caisse closings',
  },
  'till close-month': {
    summary: 'Fait les clôtures de mois et d’année qui sont dues, sans ouvrir la caisse.',
    example: 'flashcoop caisse close-month',
  },
  undo: {
    summary: 'Annule la dernière chose enregistrée, ou les N dernières.',
    takes: '[N]',
    example: 'flashcoop undo',
  },
  check: {
    summary:
      'Regarde ce qui doit être en ordre avant la clôture : tout, ou les contrôles nommés. Muet si tout va bien.',
    takes: '[NOM…]',
    example: 'flashcoop controle half-days-missing',
    list: Object.entries(checks),
    options: { until: 'dernier jour de la période (sinon le dernier du programme)' },
  },
  redo: {
    summary: 'Rétablit ce que le dernier undo a enlevé.',
    example: 'flashcoop redo',
  },
  close: {
    summary: 'Calcule le résultat et les parts, et les fige ; -n les montre sans clôturer.',
    example:
      'flashcoop cloture --rule demi-journées --vote "2026-06-18 6/0/1" --confirm FC-2026-01',
    options: { until: 'dernier jour de la période (sinon le dernier du programme)' },
  },
  'correct cost': {
    summary: 'Un coût arrivé après la clôture.',
    takes: 'LIBELLÉ MONTANT[@TAUX]…',
    example:
      'flashcoop correction cost "Farine" 21,10@5,5 --category ingrédients --paid-by ANIM01 --confirm FC-2026-01',
    options: {
      on: AMENDED_ON,
      reason: 'pourquoi il arrive tard',
      paidBy: 'cae, ou un code comme P03 ou ANIM01 ; jamais la caisse',
    },
  },
  'correct void-cost': {
    summary: 'Retire un coût qui n’en était pas un, ou saisi deux fois.',
    takes: 'NUMÉRO',
    example: 'flashcoop correction void-cost 3 --reason "saisi deux fois" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY },
  },
  'correct sale': {
    summary: 'Une vente oubliée : TTC, avec son taux.',
    takes: 'MONTANT@TAUX…',
    example:
      'flashcoop correction sale 36@5,5 --method esp --reason "enveloppe retrouvée" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY, label: 'ce qui a été vendu' },
  },
  'correct void-sale': {
    summary: 'Une vente en trop, ou remboursée depuis.',
    takes: 'MONTANT@TAUX…',
    example:
      'flashcoop correction void-sale 6@5,5 --method cb --reason "encaissé deux fois" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY, label: 'ce qui a été vendu' },
  },
  'correct cheque': {
    summary: 'Un chèque rejeté par la banque.',
    takes: 'MONTANT',
    example: 'flashcoop correction cheque 15 --reason "rejeté par la banque" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY },
  },
  'correct till': {
    summary: 'Des espèces qui manquent, ou retrouvées, après la clôture.',
    takes: 'manque|trouvé MONTANT',
    example:
      'flashcoop correction till manque 5 --reason "recompté à la banque" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY },
  },
  'correct list': {
    summary: 'Liste les avenants.',
    example: 'flashcoop correction list',
  },
  'correct show': {
    summary: 'Remontre un avenant tel quel ; en HTML pour l’imprimer et le signer.',
    takes: 'NUMÉRO',
    example: 'flashcoop correction show 1 -o avenant.html',
    options: { format: 'table, html ou json' },
  },
  'report result': {
    summary: 'Le compte d’exploitation, et la TVA par taux.',
    example: 'flashcoop bilan result',
    options: { until: OF_PERIOD },
  },
  'report sales': {
    summary:
      'Chaque ligne vendue, ou des sommes par produit, jour, heure, paiement, vendeur, lieu.',
    example: 'flashcoop bilan sales --by product',
  },
  'report products': {
    summary: 'Les produits et leurs ventes.',
    example: 'flashcoop bilan products',
  },
  'report stock': {
    summary: 'Fabriqués, vendus, offerts, perdus, restants, et la recette de chaque produit.',
    example: 'flashcoop bilan stock',
  },
  'report margins': {
    summary: 'La marge de chaque produit, une estimation.',
    example: 'flashcoop bilan margins',
  },
  'report costs': {
    summary: 'Les coûts par catégorie, et qui rembourser.',
    example: 'flashcoop bilan costs',
  },
  'report attendance': {
    summary: 'Demi-journées et minutes par personne.',
    example: 'flashcoop bilan attendance',
  },
  'report distribution': {
    summary: 'Qui reçoit quoi : comme figé, sinon comme les options partageraient.',
    example: 'flashcoop bilan distribution',
    options: { until: OF_PERIOD },
  },
  'report vat': {
    summary: 'La TVA par jour, caisse et taux.',
    example: 'flashcoop bilan vat --csv',
    options: { until: OF_PERIOD },
  },
  explain: {
    summary: 'Montre un chiffre, son calcul, et les lignes dont il vient.',
    takes: '[CHIFFRE]',
    example: 'flashcoop explain share:P03',
    options: { until: OF_PERIOD },
  },
  'report minutes': {
    summary: 'Le procès-verbal de la clôture, à imprimer et à signer.',
    example: 'flashcoop bilan minutes -o proces-verbal.html',
    options: { until: OF_PERIOD, format: 'table, html ou json' },
  },
  'payout list': {
    summary: 'Montre ce qui est dû, versé et encore dû à chacun, avec la preuve.',
    example: 'flashcoop versement list',
  },
  'payout pay': {
    summary: 'Note un virement à une ou plusieurs personnes, jamais plus que ce qui est dû.',
    takes: 'QUI… | QUI MONTANT | QUI:MONTANT…',
    example: 'flashcoop versement pay --all --voucher VIR-001',
    options: { ...MOVED, all: 'tout ce qui reste dû, à chacun' },
  },
  'payout statement': {
    summary: 'La page que chacun emporte : sa part, et comment elle est calculée.',
    takes: '[QUI…]',
    example: 'flashcoop versement statement --all -o parts.html',
    options: { all: 'une page par personne', until: OF_PERIOD, format: 'table, html ou json' },
  },
  'report journal': {
    summary: 'Les écritures, ligne par ligne.',
    example: 'flashcoop bilan journal --csv',
    options: { from: 'dès ce jour', until: 'jusqu’à ce jour' },
  },
  'report balance': {
    summary: 'Chaque compte : son débit, son crédit, son solde.',
    example: 'flashcoop bilan balance',
    options: { from: 'dès ce jour', until: 'jusqu’à ce jour' },
  },
  'report ledger': {
    summary: 'Un compte ligne par ligne, avec son solde.',
    takes: 'COMPTE',
    example: 'flashcoop bilan ledger 530000',
    options: { from: 'dès ce jour', until: 'jusqu’à ce jour' },
  },
  'report cohorts': {
    summary: 'Toutes les cohortes : personnes et recettes.',
    example: 'flashcoop bilan cohorts',
  },
  'export fec': {
    summary: 'Les écritures définitives en extrait de FEC, pour un logiciel qui l’importe.',
    example: 'flashcoop export fec',
    options: { until: LAST_ENTRY, output: EXPORTED_TO },
  },
  'export sage-cae': {
    summary: 'Les écritures définitives pour Sage, à la façon du logiciel des CAE.',
    example: 'flashcoop export sage-cae --label-length 69',
    options: { until: LAST_ENTRY, output: EXPORTED_TO },
  },
  'export hledger': {
    summary: 'Les écritures en journal texte pour hledger.',
    example: 'flashcoop export hledger -o comptes.journal',
    options: { until: LAST_ENTRY, output: EXPORTED_TO },
  },
  'export log': {
    summary: 'Ce qui est parti : quand, quoi, combien de lignes, quels octets.',
    example: 'flashcoop export log',
  },
  'audit verify': {
    summary: 'Prouve que rien n’a changé ; le code 4 nomme le premier événement faux.',
    example: 'flashcoop audit verify',
  },
  'audit head': {
    summary: 'Montre le code à noter sur papier : il prouvera que rien n’a été coupé.',
    example: 'flashcoop audit head',
  },
  'export bundle': {
    summary:
      'Écrit les événements de toutes les caisses dans un fichier, pour un autre ordinateur. Aucun nom n’y est.',
    example: 'flashcoop export bundle',
  },
  import: {
    summary:
      'Importe participants, présences, coûts, produits ou ventes : les titres du fichier disent quoi.',
    takes: 'FICHIER',
    example: 'flashcoop import couts.csv -n',
  },
  merge: {
    summary:
      'Reprend les paquets d’autres caisses, dans n’importe quel ordre, autant de fois qu’on veut : tout ou rien.',
    takes: 'FICHIER…',
    example: 'flashcoop merge caisse-b.jsonl',
  },
  'backup create': {
    summary: 'Fait une copie vérifiée du registre, à côté de lui sauf si un lieu est nommé.',
    takes: '[FICHIER]',
    example: 'flashcoop backup create',
  },
  'backup verify': {
    summary: 'Prouve une copie comme audit verify prouve un registre.',
    takes: 'FICHIER',
    example: 'flashcoop backup verify copie.db',
  },
  help: {
    summary: 'Aide sur une commande ou un sujet.',
    takes: '[COMMANDE | SUJET]',
    example: 'flashcoop aide ligne-de-vente',
  },
}
