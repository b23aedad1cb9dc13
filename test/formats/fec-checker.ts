/**
 * A second reading of a FEC, from its bytes, in none of the ways of src/formats/fec-rules.ts: what it complains of, in
 * order; nothing when the extract is sound.
 */
export function fecComplaints(bytes: Uint8Array): string[] {
  const complaints: string[] = []
  const say = (line: number, what: string): void => void complaints.push(`line ${line}: ${what}`)
  if (bytes[0] === 0xef && bytes[1] === 0xbb) say(1, 'byte order mark')
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (!text.endsWith('\r\n')) say(0, 'no end of line at the end')
  const lines = text.split('\r\n')
  lines.pop()
  if (lines[0] !== HEADER) say(1, 'header')
  const numbers = new Map<string, { debit: number; credit: number; lines: number; key: string }>()
  let lastNumber = ''
  let lastValid = '00000000'
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue
    const cells = line.split('\t')
    if (cells.length !== 18) say(at + 1, `${cells.length} cells`)
    if ([...line].some((sign) => sign === '|' || isUnseen(sign.codePointAt(0) ?? 0)))
      say(at + 1, 'a sign that breaks lines or cells')
    const [
      journal,
      name,
      number,
      date,
      account,
      accountName,
      aux,
      auxName,
      piece,
      pieceDate,
      label,
      debit,
      credit,
    ] = cells
    const [valid, currency, code] = cells.slice(15)
    const needed = {
      journal,
      name,
      number,
      date,
      account,
      accountName,
      piece,
      pieceDate,
      label,
      valid,
    }
    for (const [field, value] of Object.entries(needed)) {
      if (value === undefined || value.trim().length === 0) say(at + 1, `no ${field}`)
    }
    for (const day of [date, pieceDate, valid])
      if (!existsOnCalendar(day ?? '')) say(at + 1, `no such day ${day}`)
    if (Number(date) > Number(valid)) say(at + 1, 'validated before its date')
    if (Number(valid) < Number(lastValid)) say(at + 1, 'validated before the line above')
    lastValid = valid ?? ''
    if (!/^[0-9][0-9][0-9]/.test(account ?? '')) say(at + 1, `account ${account}`)
    if (Boolean(aux) !== Boolean(auxName)) say(at + 1, 'half an auxiliary')
    const [d, c] = [amountOf(debit), amountOf(credit)]
    if (Number.isNaN(d) || Number.isNaN(c)) say(at + 1, 'an amount that is none')
    if (!((d > 0 && c === 0) || (c > 0 && d === 0))) say(at + 1, 'not one side above zero')
    if (currency !== '' || code !== '') say(at + 1, 'a currency')
    const key = [journal, name, date, piece, pieceDate, valid].join('\t')
    const found = numbers.get(number ?? '')
    if (found === undefined) {
      if (Number(number) !== numbers.size + 1 || String(Number(number)) !== number)
        say(at + 1, `number ${number}`)
      numbers.set(number ?? '', { debit: d, credit: c, lines: 1, key })
    } else {
      if (lastNumber !== number) say(at + 1, `number ${number} again`)
      if (found.key !== key) say(at + 1, 'differs within its number')
      found.debit += d
      found.credit += c
      found.lines += 1
    }
    lastNumber = number ?? ''
  }
  for (const [number, { debit, credit, lines: count }] of numbers) {
    if (debit !== credit) complaints.push(`entry ${number}: unbalanced`)
    if (count < 2) complaints.push(`entry ${number}: a single line`)
  }
  return complaints
}

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise'

/** Whole cents, or NaN. */
function amountOf(text: string | undefined): number {
  const parts = /^(\d+),(\d\d)$/.exec(text ?? '')
  return parts === null ? Number.NaN : Number(parts[1]) * 100 + Number(parts[2])
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function existsOnCalendar(text: string): boolean {
  if (!/^2[01]\d{6}$/.test(text)) return false
  const [year, month, day] = [
    Number(text.slice(0, 4)),
    Number(text.slice(4, 6)),
    Number(text.slice(6)),
  ]
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)
  const length = month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0)
  return day >= 1 && day <= length
}

/** Controls but the TAB between cells, and what breaks lines elsewhere. */
const isUnseen = (code: number): boolean =>
  (code < 0x20 && code !== 0x09) ||
  (code >= 0x7f && code <= 0x9f) ||
  code === 0x2028 ||
  code === 0x2029
