import { type Cents, cents, decimalText } from '../domain/kernel/money.ts'
import { cellOf, type ExportedEntry, type ExportedLine } from './exported-entry.ts'

/** Lines of entries, as the log counts them. */
export type HledgerFile = { readonly text: string; readonly rows: number }

/** What the first lines say of the file; one remark a line. */
type Head = { readonly remarks: readonly string[] }

/**
 * A journal that `hledger check --strict` accepts: amounts with a decimal comma, every account declared with its type,
 * the entries by day, then by number. `*` is final, `!` belongs to a period that is still open.
 */
export function hledgerFile(entries: readonly ExportedEntry[], { remarks }: Head): HledgerFile {
  const lines = entries.flatMap((entry) => entry.lines)
  const byDay = entries.toSorted(
    (one, other) => compare(one.day, other.day) || one.number - other.number,
  )
  const text = [
    ...remarks.map((remark) => `; ${plain(remark)}`),
    '',
    'decimal-mark ,',
    'commodity 1000,00 EUR',
    '',
    ...accountsOf(lines),
    ...byDay.flatMap((entry) => ['', ...transactionOf(entry)]),
  ].join('\n')
  return { text: `${text}\n`, rows: lines.length }
}

function accountsOf(lines: readonly ExportedLine[]): readonly string[] {
  const names = new Map(lines.map((line) => [accountOf(line), typeOf(line.account)]))
  return [...names]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([name, type]) => `account ${name}  ; type: ${type}`)
}

/**
 * hledger's kinds of account by class of the French chart: bank and till are cash, 18 carries charges (186) and income
 * (187) between sections, third parties are debts unless they are VAT to recover or advances.
 */
function typeOf(account: string): 'A' | 'C' | 'L' | 'E' | 'R' | 'X' {
  if (account.startsWith('6') || account.startsWith('186')) return 'X'
  if (account.startsWith('7') || account.startsWith('187')) return 'R'
  if (account.startsWith('5')) return /^5[13]/.test(account) ? 'C' : 'A'
  if (account.startsWith('4')) return /^(?:4456|409|41)/.test(account) ? 'A' : 'L'
  return account.startsWith('1') ? 'E' : 'A'
}

function transactionOf(entry: ExportedEntry): readonly string[] {
  const { day, number, piece, label, validDay } = entry
  const tags = [
    `journal:${entry.journal}`,
    `ecriture:${number}`,
    ...(entry.pieceDay === day ? [] : [`piece:${entry.pieceDay}`]),
    ...(validDay === undefined ? [] : [`validee:${validDay}`]),
  ]
  const mark = validDay === undefined ? '!' : '*'
  const code = plain(piece).replace(/[()]/g, '')
  return [
    `${day} ${mark} (${code}) ${plain(label)}  ; ${tags.join(', ')}`,
    ...entry.lines.map((line) => postingOf(line)),
  ]
}

function postingOf(line: ExportedLine): string {
  const amount: Cents = cents(line.debitCents - line.creditCents)
  const section = cellOf(line.section, { unfit: /[,;|[\]]/g })
  return `    ${accountOf(line)}  ${decimalText(amount, ',')} EUR  ; section:${section}`
}

/** `421000 Personnel - Rémunérations dues:P03`. */
function accountOf({ account, accountName, auxiliary }: ExportedLine): string {
  const name = `${account} ${segment(accountName)}`
  return auxiliary === undefined ? name : `${name}:${segment(auxiliary.code)}`
}

/** `:` parts accounts, two blanks end them. */
const segment = (text: string): string => cellOf(text, { unfit: /[:;|]/g })

/** `;` begins a remark, `|` parts a payee from a note. */
const plain = (text: string): string => cellOf(text, { unfit: /[;|]/g })

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
