import type { HeadCodeFault } from '../../domain/journal/head-code.ts'
import type { ErrorWords } from '../en/errors.ts'
import { called } from './arguments.ts'
import { dayText } from './day-text.ts'
import { didYouMean } from './did-you-mean.ts'
import { spokenPath } from './nouns.ts'

const seeHelp = (command: string): string => `voyez flashcoop ${spokenPath(command)} --help`

export const errors: ErrorWords['errors'] = {
  error: 'erreur : ',
  hint: 'conseil : ',
  line: (number) => `ligne ${number} : `,
}

export const amountFaults: ErrorWords['amountFaults'] = {
  empty: 'il est vide',
  'not-a-number': 'ce n’est pas un nombre',
  'too-many-decimals': 'il a plus de deux décimales',
  grouping: 'ses séparateurs sont mal placés',
  negative: 'il est négatif',
  'minus-zero': 'moins zéro n’est pas un montant',
  'too-large': 'il est trop grand',
  'foreign-digits': 'ses chiffres ne sont pas 0 à 9',
}

export const textFaults: ErrorWords['textFaults'] = {
  empty: 'il est vide',
  'too-long': 'il est trop long',
  control: 'il contient des caractères invisibles',
  direction: 'il contient des marques de direction invisibles',
  joiner: 'il contient un joint invisible mal placé',
  formula: 'il commence par = + - ou @ : un tableur y verrait une formule',
  marks: 'il a trop d’accents sur une lettre',
  'not-unicode': 'ce n’est pas du texte valide',
}

const headCodeFaults: { readonly [F in HeadCodeFault]: string } = {
  length: 'il est trop court ou trop long',
  character: 'il contient un caractère qu’aucun code ne contient',
  check: 'il y a une faute de frappe : le dernier groupe ne correspond pas',
}

export const usage: ErrorWords['usage'] = {
  'unknown-command': (f) => ({
    message: `il n’y a pas de commande ${spokenPath(f.typed)}`,
    hint: didYouMean(
      f.near.map((each) => `flashcoop ${spokenPath(each)}`),
      f.within === undefined ? 'voyez flashcoop aide' : seeHelp(f.within),
    ),
  }),
  'unknown-check': (f) => ({
    message: `il n’y a pas de contrôle ${f.typed}`,
    hint: didYouMean(
      f.near.map((each) => `flashcoop controle ${each}`),
      'flashcoop aide controle les liste',
    ),
  }),
  'missing-verb': (f) => ({
    message: `flashcoop ${spokenPath(f.noun)} demande un deuxième mot`,
    hint: `au choix : ${f.verbs.join(', ')} ; ${seeHelp(f.noun)}`,
  }),
  'unknown-option': (f) => ({
    message: `flashcoop ${spokenPath(f.command)} n’a pas d’option ${f.typed}`,
    hint: didYouMean(f.near, seeHelp(f.command)),
  }),
  'missing-count': () => ({
    message: 'il manque ce qui est compté',
    hint: 'tapez le total : flashcoop caisse count 79,70 ; ou les pièces : --pieces 2x20 5x5 3x0,50',
  }),
  'missing-argument': (f) => ({ message: `il manque ${called(f.name)}`, hint: seeHelp(f.command) }),
  'excess-argument': (f) => ({
    message: `trop de mots après flashcoop ${spokenPath(f.command)}`,
    hint: `mettez entre guillemets les mots qui vont ensemble ; ${seeHelp(f.command)}`,
  }),
  'missing-value': (f) => ({ message: `${f.option} demande une valeur`, hint: seeHelp(f.command) }),
  'bad-amount': (f) => ({
    message: `${called(f.name)} : ${f.typed} n’est pas un montant : ${amountFaults[f.fault]}`,
    hint: 'tapez par exemple 12 ou 12,50',
  }),
  'zero-amount': (f) => ({
    message: `${called(f.name)} : 0 n’est pas un montant ici`,
    hint: 'tapez un montant au-dessus de zéro, par exemple 12 ou 12,50',
  }),
  'vat-rate-needed': (f) => ({
    message: `${f.amount} (${f.category}) : à quel taux de TVA ?`,
    hint: `regardez le ticket et tapez ${f.amount}@5,5 ou ${f.amount}@20 ; sans TVA ${f.amount}@0`,
  }),
  'bad-date': (f) => ({
    message: `${called(f.name)} : ${f.typed} n’est pas une date`,
    hint: 'tapez par exemple 2026-06-17 ou 17/06/2026',
  }),
  'bad-when': (f) => ({
    message: `--at : ${f.typed} n’est pas un moment`,
    hint: 'tapez par exemple 2026-06-17T10:32, ou 10:32 pour aujourd’hui',
  }),
  'clock-wrong': (f) => ({
    message: `l’horloge de cet ordinateur dit ${dayText(f.day)} : c’est impossible`,
    hint: 'réglez sa date et son heure, ou dites quand c’était : --at 2026-06-17T10:32',
  }),
  'future-date': (f) => ({
    message: `${called(f.name)} : ${f.typed} est dans le futur`,
    hint: 'vérifiez le mois et l’année',
  }),
  'bad-number': (f) => ({
    message: `${called(f.name)} : ${f.typed} n’est pas un nombre entier de ${f.from} à ${f.to}`,
    hint: `tapez un nombre de ${f.from} à ${f.to}`,
  }),
  'bad-percent': (f) => ({
    message: `${called(f.name)} : ${f.typed} n’est pas un pourcentage de 0 à 100`,
    hint: 'tapez par exemple 10 ou 5,5',
  }),
  'bad-vat-rate': (f) => ({
    message: `${f.typed} n’est pas un taux de TVA`,
    hint: 'les taux sont 0 ; 2,1 ; 5,5 ; 10 ; 20',
  }),
  'bad-choice': (f) => ({
    message: `${called(f.name)} : ${f.typed} n’est pas un choix possible`,
    hint: `au choix : ${f.allowed.join(', ')}`,
  }),
  'bad-text': (f) => ({
    message: `${called(f.name)} : ce texte ne peut pas être gardé : ${textFaults[f.fault]}`,
    hint: `tapez des mots simples, ${f.max} caractères au plus`,
  }),
  'bad-code': (f) => ({
    message: `${called(f.name)} : ${f.typed} n’est pas un code`,
    hint: `tapez par exemple ${f.example}`,
  }),
  'bad-account': (f) => ({
    message: `${f.typed} n’est pas un numéro de compte`,
    hint: 'il commence par trois chiffres, puis chiffres ou majuscules : 512100',
  }),
  'bad-pair': (f) => ({
    message: `${called(f.name)} : ${f.typed} est incomplet`,
    hint: `tapez par exemple ${f.example}`,
  }),
  'bad-span': (f) => ({
    message: `${called(f.name)} : ${f.typed} n’est pas une suite de jours`,
    hint: `tapez le premier et le dernier jour, par exemple ${f.example}`,
  }),
  'bad-head-code': (f) => ({
    message: `${f.typed} n’est pas un code de tête : ${headCodeFaults[f.fault]}`,
    hint: 'retapez les neuf groupes de quatre du papier, sans souci des espaces ni des majuscules',
  }),
  'option-conflict': (f) => ({
    message: `${f.one} et ${f.other} ne vont pas ensemble`,
    hint: 'donnez l’une des deux',
  }),
  'terminal-only': (f) => ({
    message: `${f.option} est pour le fichier d’un terminal de carte, et celui-ci n’en est pas un`,
    hint: 'enlevez-la ; flashcoop aide formats dit quels fichiers sont pris',
  }),
  'option-needed': (f) => ({ message: `il manque ${f.name}`, hint: seeHelp(f.command) }),
  'confirm-needed': (f) => ({
    message: 'ceci ne se défait pas : il faut confirmer',
    hint: `flashcoop ${f.command} --confirm ${f.cohort}`,
  }),
  'confirm-differs': (f) => ({
    message: `${f.typed} n’est pas le code de cette cohorte`,
    hint: `pour confirmer, tapez son code : ${f.cohort}`,
  }),
  'too-many-lines': (f) => ({
    message: `plus de ${f.most} ventes d’un coup`,
    hint: 'faites-en plusieurs lots ; rien n’est enregistré',
  }),
  'file-missing': (f) => ({
    message: `il n’y a pas de fichier ${f.path}`,
    hint: 'vérifiez le nom et le dossier',
  }),
  'file-kind-unknown': (f) => ({
    message: `${f.path} : la première ligne ne dit pas ce que ce fichier contient`,
    hint: `dites-le : flashcoop vente import ${f.path} ; ou participant, presence, cout, produit à la place de vente`,
  }),
  'file-exists': (f) => ({
    message: `${f.path} existe déjà`,
    hint: 'choisissez un autre nom, ou ajoutez --force',
  }),
  'file-unwritable': (f) => ({
    message: `impossible d’écrire ${f.path}`,
    hint: 'choisissez un autre dossier avec -o',
  }),
}

const megabytes = (bytes: number): string =>
  `${Number.isFinite(bytes) ? Math.floor(bytes / 1_000_000) : '?'} Mo`

export const store: ErrorWords['store'] = {
  'ledger-missing': (f) => ({
    message: `il n’y a pas de registre ${f.path}`,
    hint: 'créez-le avec flashcoop init, ou dites où il est avec --db FICHIER',
  }),
  'ledger-exists': (f) => ({
    message: `${f.path} existe déjà`,
    hint: f.training
      ? 'utilisez-le en le nommant (--db), ou choisissez un autre nom : flashcoop init autre.db --training'
      : 'utilisez-le (flashcoop état), ou choisissez un autre nom : flashcoop init autre.db',
  }),
  'ledger-path': (f) => ({
    message: `« ${f.path} » n’est pas un nom de fichier`,
    hint: 'donnez un nom simple, par exemple flashcoop.db',
  }),
  'ledger-folder-missing': (f) => ({
    message: `il n’y a pas de dossier ${f.path}`,
    hint: 'créez-le, ou choisissez-en un autre avec --db',
  }),
  'not-a-file': (f) => ({
    message: `${f.path} n’est pas un fichier ordinaire`,
    hint: 'donnez le fichier du registre avec --db FICHIER',
  }),
  'file-unreadable': (f) => ({
    message: `impossible de lire ${f.path}`,
    hint: 'demandez le droit de le lire, ou copiez-le dans un de vos dossiers',
  }),
  'not-a-ledger': (f) => ({
    message: `${f.path} n’est pas un registre flashcoop`,
    hint: 'donnez le fichier du registre avec --db FICHIER',
  }),
  'ledger-empty': (f) => ({
    message: `${f.path} est vide : ce n’est pas un registre`,
    hint: 'supprimez-le et lancez flashcoop init, ou reprenez votre sauvegarde',
  }),
  'ledger-newer': (f) => ({
    message: `ce registre vient d’une version plus récente (${f.version}) : ${f.path}`,
    hint: 'installez la dernière version de flashcoop sur cet ordinateur',
  }),
  'ledger-read-only': (f) => ({
    message: `impossible d’écrire dans ${f.path}`,
    hint: 'déplacez-le dans un de vos dossiers sans garder l’ancien en service, ou demandez le droit d’y écrire',
  }),
  'ledger-locked': (f) => ({
    message: `un autre programme écrit dans ${f.path} depuis 10 secondes ; rien n’est enregistré`,
    hint: 'fermez l’autre fenêtre flashcoop, puis retapez la même commande',
  }),
  'ledger-damaged': (f) => ({
    message: `${f.path} est abîmé : ${f.detail}`,
    hint: 'ne l’utilisez plus ; mettez-le de côté et reprenez votre dernière sauvegarde',
  }),
  'disk-full': (f) => ({
    message: `le disque est plein (${megabytes(f.freeBytes)} libres) ; rien n’est enregistré`,
    hint: 'faites de la place, puis retapez la même commande',
  }),
  'network-folder': (f) => ({
    message: `${f.path} est sur un réseau : un registre n’y est pas en sécurité`,
    hint: 'gardez le registre sur cet ordinateur, et partagez ses sauvegardes',
  }),
  'unsafe-folder': (f) => ({
    message: `${f.path} est au format des clés USB (FAT) : un registre n’y est pas en sécurité`,
    hint: 'gardez le registre sur le disque de l’ordinateur, et mettez les sauvegardes sur la clé',
  }),
  'storage-failed': (f) => ({
    message: `le disque n’a pas répondu (${f.detail}) ; rien n’est enregistré`,
    hint: 'vérifiez le disque, puis regardez avec flashcoop vente list --last 3 avant de retaper',
  }),
  'leftover-beside': (f) => ({
    message: `${f.path} reste d’un autre registre : un nouveau registre à côté serait abîmé`,
    hint: `gardez-le avec son registre, ou déplacez-le : mv "${f.path}" ailleurs`,
  }),
  'backup-missing': (f) => ({
    message: `il n’y a pas de fichier ${f.path}`,
    hint: 'vérifiez le nom et le dossier, ou créez-en une : flashcoop backup create',
  }),
  'backup-exists': (f) => ({
    message: `${f.path} existe déjà : une sauvegarde ne remplace jamais un fichier`,
    hint: 'donnez un autre nom : flashcoop backup create autre.db',
  }),
  'backup-unwritable': (f) => ({
    message: `impossible d’écrire ${f.path}`,
    hint: 'choisissez un autre dossier : flashcoop backup create DOSSIER',
  }),
  'not-a-backup': (f) => ({
    message: `${f.path} n’est pas une sauvegarde de registre flashcoop`,
    hint: 'donnez un fichier fait par flashcoop backup create',
  }),
  'backup-in-use': (f) => ({
    message: `${f.path} est un registre en service, pas une sauvegarde`,
    hint: `vérifiez-le avec flashcoop audit verify --db "${f.path}"`,
  }),
  'engine-too-old': (f) => ({
    message: `SQLite ${f.version} est trop ancien pour être sûr`,
    hint: 'réinstallez flashcoop',
  }),
  'outcome-unknown': (f) => ({
    message: `c’est peut-être enregistré : le disque n’a pas confirmé (${f.detail})`,
    hint: 'regardez d’abord : flashcoop vente list --last 3',
  }),
}

export const defect: ErrorWords['defect'] = (detail) => ({
  message: `flashcoop a fait une erreur (${detail})`,
  hint: 'merci de le signaler ; voyez ce qui est enregistré avec flashcoop état',
})
