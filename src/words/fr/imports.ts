import type { ColumnKey } from '../../reports/column.ts'
import type { ImportFaultWords } from '../../reports/import-fault.ts'
import type { IMPORT_PLACES_EN } from '../en/imports.ts'
import { COLUMNS_FR } from './columns.ts'
import { VOCABULARY_FR } from './vocabulary.ts'

const expectedTitles = (keys: readonly ColumnKey[]): string =>
  keys.length === 0
    ? ''
    : ` ; colonnes attendues : ${keys.map((key) => COLUMNS_FR[key]).join(', ')}`
const megabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} Mo`

export const IMPORT_PLACES_FR: typeof IMPORT_PLACES_EN = {
  line: (line) => `ligne ${line}`,
  column: (header) => `colonne ${header}`,
}

export const IMPORT_FAULTS_FR: ImportFaultWords = {
  blank: () => 'cette case est vide',
  'too-many-decimals': ({ text }) => `${text} a plus de deux décimales`,
  grouping: ({ text }) => `${text} a un séparateur mal placé ; écrivez 1234,50`,
  negative: ({ text }) => `${text} est négatif`,
  'minus-zero': ({ text }) => `${text} est moins zéro, ce n’est pas un montant`,
  'foreign-digits': ({ text }) => `${text} n’est pas écrit avec les chiffres 0 à 9`,
  'not-an-amount': ({ text }) => `${text} n’est pas un montant ; écrivez 12 ou 12,50`,
  'amount-too-large': ({ text }) =>
    `${text} est trop grand : sept chiffres au plus avant la virgule`,
  control: () => 'ce texte contient un caractère de contrôle invisible',
  direction: () => 'ce texte contient une marque de direction invisible',
  joiner: () => 'ce texte contient un joint invisible mal placé',
  formula: () => 'ce texte commence par = + - ou @ : un tableur y verrait une formule',
  marks: () => 'une lettre de ce texte porte trop d’accents',
  'not-unicode': () => 'ce n’est pas du texte valide',
  'other-currency': ({ text }) => `${text} : ce ne sont pas des euros ; seul EUR est pris`,
  'text-too-long': ({ most }) => `ce texte dépasse ${most} caractères`,
  'not-a-day': ({ text }) => `${text} n’est pas une date ; écrivez 2026-06-17 ou 17/06/2026`,
  'not-a-time': ({ text }) => `${text} n’est pas une heure ; écrivez 10:32`,
  'not-a-rate': ({ text }) => `${text} n’est pas un taux en pour cent ; écrivez 5,5`,
  'vat-rate-not-allowed': ({ text }) =>
    `${text} n’est pas un taux de TVA : 0 ; 2,1 ; 5,5 ; 10 ; 20`,
  'not-a-whole-number': ({ text }) => `${text} n’est pas un nombre entier`,
  'out-of-range': ({ text, least, most }) => `${text} n’est pas entre ${least} et ${most}`,
  'unknown-word': ({ text, group }) =>
    `${text} n’est pas dans la liste : ${Object.values(VOCABULARY_FR[group])
      .map(([word]) => word)
      .join(', ')}`,
  'not-a-person-code': () => 'ce n’est pas un code comme P01',
  'not-a-payer': () => 'ce n’est ni CAE, ni caisse, ni un code comme P01',
  'too-few-cells': ({ found, expected }) => `cases trouvées : ${found}, attendues : ${expected}`,
  'too-many-cells': ({ found, expected }) =>
    `cases trouvées : ${found}, attendues : ${expected} ; mettez entre guillemets le texte qui contient le séparateur`,
  'unbalanced-quote': () => 'un guillemet s’ouvre ici et ne se ferme jamais',
  'text-after-quote': () => 'il y a du texte après un guillemet fermant',
  'stray-quote': () =>
    'il y a un guillemet dans une case ; mettez la case entre guillemets et doublez-le',
  'line-too-long': () => 'cette ligne n’a pas de fin : ce n’est pas un fichier CSV',
  'cell-too-long': ({ most }) => `cette case dépasse ${most} caractères`,
  'too-many-rows': ({ most }) => `le fichier a plus de ${most} lignes ; coupez-le en plusieurs`,
  'no-header': ({ expected }) =>
    `la première ligne ne porte pas les titres des colonnes${expectedTitles(expected)}`,
  'unknown-header': ({ text, expected }) =>
    `la colonne ${text} est inconnue${expectedTitles(expected)}`,
  'missing-header': ({ key, expected }) =>
    `la colonne ${COLUMNS_FR[key]} manque${expectedTitles(expected)}`,
  'duplicate-header': ({ text, expected }) =>
    `la colonne ${text} est là deux fois${expectedTitles(expected)}`,
  'empty-header': ({ position, expected }) =>
    `la colonne ${position} n’a pas de titre${expectedTitles(expected)}`,
  'too-many-columns': ({ found, most }) => `${found} colonnes, ${most} au plus`,
  'file-missing': () => 'ce fichier n’existe pas',
  'not-a-file': () => 'ce n’est pas un fichier mais un dossier, un tube ou un périphérique',
  'file-unreadable': () => 'ce fichier est illisible',
  'file-empty': () => 'ce fichier est vide',
  'file-too-large': ({ most }) => `ce fichier dépasse ${megabytes(most)} ; voyez --max-size`,
  'utf-16': () => 'ce fichier est en UTF-16 ; enregistrez-le en « CSV UTF-8 »',
  nul: () => 'il y a un octet NUL dans ce fichier : ce n’est pas un fichier CSV',
}
