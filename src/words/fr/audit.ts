import { unreachable } from '../../domain/kernel/defect.ts'
import type { Difference, FileFinding } from '../../store/finding.ts'
import type { AuditWords } from '../en/audit.ts'
import { counted } from './day-text.ts'

const eventFindings: AuditWords['eventFindings'] = {
  start: 'le journal commence par autre chose que sa création',
  order: 'son numéro ne suit pas',
  link: 'il ne suit pas l’événement d’avant : l’un des deux a été remplacé',
  content: 'son contenu n’est pas ce qui a été enregistré',
  unreadable: 'ce n’est pas un événement que flashcoop écrit',
  envelope: 'il dit être un autre événement',
  form: 'il n’est pas écrit comme flashcoop écrit',
  totals: 'ses totaux perpétuels ne suivent pas ceux d’avant',
  z: 'ce qu’il dit de la chaîne d’avant n’est pas exact',
  reversal: 'il annule autre chose que ce qui a été enregistré',
  heads: 'ce qu’il dit d’une autre caisse n’est pas ce qui est ici',
  replay: 'il n’a pas pu arriver après les événements d’avant',
}

function tableText(found: Difference): string {
  const where = `table ${found.table}, ligne ${found.row}`
  if (found.how !== 'differs')
    return found.how === 'extra'
      ? `${where} : aucun événement du journal ne l’a écrite`
      : `${where} : le journal l’a, la table non`
  return `${where}, ${found.column} : ${found.stored} là où le journal dit ${found.journal}`
}

function fileFinding(found: FileFinding): string {
  switch (found.check) {
    case 'missing':
      return found.event === found.through
        ? `${found.event} manque`
        : `${found.event} à ${found.through} manquent`
    case 'empty':
      return 'le journal est vide'
    case 'code':
      return 'ce code n’est pas dans ce registre : sa fin a été coupée ou réécrite'
    case 'storage':
      return found.event === undefined
        ? `le fichier ne se lit pas jusqu’au bout (${found.detail})`
        : `${found.event} : le fichier ne se lit plus à partir d’ici (${found.detail})`
    case 'integrity':
      return `le fichier est abîmé : ${found.detail}`
    case 'foreign-key':
      return `table ${found.table} : une ligne en cite une qui n’existe pas`
    case 'schema':
      return `${found.name} a été changé : une table, un index ou une garde n’est pas celle de flashcoop`
    case 'table':
      return tableText(found)
    case 'identity':
      return `le nom de ${found.participant} n’est pas celui qui a été enregistré`
    default:
      return unreachable(found)
  }
}

const events = (count: number): string => counted(count, 'événement')

export const audit: AuditWords = {
  whole: (count) => `${events(count)} : chaîne intacte, tables conformes\n`,
  headCode: (event, code) => `code de tête ${event}  ${code}\n`,
  head: (event, when) => `${event}  enregistré le ${when}\n`,
  keep: 'notez le code de tête : flashcoop audit verify --code CODE prouvera que rien d’antérieur n’a été coupé ni changé\n',
  anchor: (event, since) =>
    since === 0
      ? `ce code est ${event} ; rien d’enregistré depuis\n`
      : `ce code est ${event} ; ${events(since)} depuis\n`,
  progress: (count) => `vérification : ${events(count)}`,
  place: (event, known) => (known.length === 0 ? event : `${event} (${known.join(', ')})`),
  at: (place, what) => `${place} : ${what}`,
  kinds: {
    init: 'création',
    host: 'CAE',
    rates: 'taux de cotisations',
    cohort: 'cohorte',
    'cohort-edit': 'cohorte modifiée',
    'cohort-use': 'cohorte choisie',
    day: 'jour',
    'day-edit': 'jour modifié',
    'day-move': 'jour déplacé',
    'day-remove': 'jour retiré',
    participant: 'participant',
    'participant-edit': 'participant modifié',
    'participant-leave': 'départ',
    attendance: 'présences',
    cost: 'coût',
    'cost-void': 'coût annulé',
    product: 'produit',
    'product-edit': 'produit modifié',
    stock: 'stock',
    'sold-out': 'épuisé ou de nouveau là',
    'till-open': 'ouverture de caisse',
    'till-cash': 'mouvement d’espèces',
    'till-count': 'comptage',
    'till-z': 'Z',
    'till-closing': 'clôture de caisse',
    sale: 'vente',
    'sale-import': 'ventes importées',
    'sale-void': 'vente annulée',
    'sale-refund': 'remboursement',
    'sale-repay': 'paiement corrigé',
    'bank-withdrawal': 'retrait à la banque',
    deposit: 'dépôt à la banque',
    'cost-payment': 'fournisseur payé',
    'cost-refund': 'avance remboursée',
    payout: 'versement',
    close: 'clôture',
    correction: 'correction',
    reversal: 'annulation',
    redo: 'rétablissement',
    join: 'caisse ajoutée',
    merge: 'caisses réunies',
    import: 'import',
    export: 'export',
    'clock-anomaly': 'recul de l’horloge',
  },
  eventFindings,
  fileFinding,
  hints: {
    file: 'gardez ce fichier tel quel et continuez avec votre dernière sauvegarde ; vérifiez-la d’abord : flashcoop backup verify FICHIER',
    code: 'comparez le code avec le papier ; s’il est juste, gardez ce fichier tel quel et demandez qui l’a eu',
    name: 'demandez à la personne, puis corrigez : flashcoop participant edit QUI --name "…"',
  },
  backup: {
    created: (file, count) => `sauvegarde créée : ${file} (${events(count)})\n`,
    whole: (count, last) =>
      `sauvegarde intacte : ${events(count)}, le dernier enregistré le ${last}\n`,
    empty: 'sauvegarde intacte : rien n’y est encore enregistré\n',
    named: 'elle contient les noms des participants : gardez-la comme le registre\n',
    notKept: (what) => `aucune sauvegarde n’a été faite : ${what}`,
  },
}
