import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type ImportSpec, readCsv } from '../../src/formats/csv-read.ts'
import {
  type CsvOpening,
  openCsvBytes,
  openCsvFile,
  openCsvStream,
} from '../../src/formats/csv-source.ts'
import { CSV_LIMITS, parseSize } from '../../src/formats/import-limits.ts'
import {
  ATTENDANCE_IMPORT,
  COSTS_IMPORT,
  PARTICIPANTS_IMPORT,
  PRODUCTS_IMPORT,
} from '../../src/formats/import-specs.ts'
import { SALES_IMPORT } from '../../src/formats/sales-spec.ts'
import { TERMINAL_IMPORT } from '../../src/formats/terminal-spec.ts'
import type { ImportFault } from '../../src/reports/import-fault.ts'
import { IMPORT_FAULTS_EN } from '../../src/words/en/imports.ts'
import { importFaultText } from '../../src/words/import-fault-text.ts'

const FILES = new URL('../../fixtures/imports/', import.meta.url).pathname

const IMPORTS: Readonly<Record<string, ImportSpec<unknown>>> = {
  attendance: ATTENDANCE_IMPORT,
  costs: COSTS_IMPORT,
  participants: PARTICIPANTS_IMPORT,
  products: PRODUCTS_IMPORT,
  sales: SALES_IMPORT,
  terminal: TERMINAL_IMPORT,
}

function importOf(name: string): ImportSpec<unknown> {
  const spec = IMPORTS[name.split('-')[0] ?? '']
  if (spec === undefined) throw new Error(`${name} begins with no import`)
  return spec
}

/** `12 amountTtc grouping`: line, column, code. */
const told = ({ line, column, detail }: ImportFault): string =>
  [line ?? 'file', ...(column === null ? [] : [column]), detail.code].join(' ')

type Outcome = {
  readonly rows: readonly unknown[]
  readonly faults: readonly ImportFault[]
  readonly encoding?: string
  readonly mixed?: boolean
}

function outcomeOf(opening: CsvOpening, name: string, limits = CSV_LIMITS): Outcome {
  if (!opening.ok) {
    const { line, fault } = opening
    return { rows: [], faults: [{ line, column: null, header: null, detail: fault }] }
  }
  const reading = readCsv(opening.source, importOf(name), limits)
  const rows = [...reading.rows]
  const encoding = opening.source.encoding.name
  return { rows, faults: reading.faults, encoding, mixed: reading.hasMixedLineEnds() }
}

const importOfFile = (folder: 'good' | 'bad', name: string): Outcome =>
  outcomeOf(openCsvFile(join(FILES, folder, `${name}.csv`)), name)

const namesIn = (folder: 'good' | 'bad'): readonly string[] =>
  readdirSync(join(FILES, folder))
    .map((file) => file.replace(/\.csv$/, ''))
    .toSorted()

const twenty = Array.from({ length: 20 }, (_, index) => `${index + 2} quantity out-of-range`)

/** Each bad file, and all that is wrong with it: line, column, code. */
const BAD: readonly (readonly [string, ...string[]])[] = [
  ['attendance-half', '2 half unknown-word'],
  ['attendance-minutes', '2 minutes out-of-range', '3 minutes not-a-whole-number'],
  ['attendance-status', '2 status unknown-word'],
  ['costs-category', '2 category unknown-word'],
  ['costs-charged-to', '2 chargedTo unknown-word'],
  ['costs-payer', '2 paidBy not-a-payer'],
  ['costs-rate', '2 vatRate vat-rate-not-allowed', '3 vatRate not-a-rate', '4 vatRate not-a-rate'],
  ['participants-code', '2 code not-a-person-code'],
  ['participants-formula', '3 name formula'],
  ['participants-header-of-sales', '1 no-header'],
  ['participants-no-name', '2 name blank'],
  ['participants-payable', '2 payable unknown-word'],
  ['participants-year', '2 birthYear out-of-range', '3 birthYear not-a-whole-number'],
  ['products-kind', '2 kind unknown-word'],
  ['products-price', '2 priceTtc too-many-decimals'],
  ['sales-amount-arabic-digits', '3 unitPriceTtc foreign-digits'],
  ['sales-amount-blank', '3 unitPriceTtc blank'],
  ['sales-amount-comma-alone', '3 unitPriceTtc not-an-amount'],
  ['sales-amount-comma-thousands', '3 unitPriceTtc grouping'],
  ['sales-amount-dollar', '3 unitPriceTtc not-an-amount'],
  ['sales-amount-eight-digits', '3 unitPriceTtc amount-too-large'],
  ['sales-amount-full-width', '3 unitPriceTtc foreign-digits'],
  ['sales-amount-hex', '3 unitPriceTtc not-an-amount'],
  ['sales-amount-huge', '3 unitPriceTtc not-an-amount'],
  ['sales-amount-infinity', '3 unitPriceTtc not-an-amount'],
  ['sales-amount-letters', '3 unitPriceTtc not-an-amount'],
  ['sales-amount-minus-zero', '3 unitPriceTtc minus-zero'],
  ['sales-amount-nan', '3 unitPriceTtc not-an-amount'],
  ['sales-amount-negative', '3 unitPriceTtc negative'],
  ['sales-amount-point-thousands', '3 unitPriceTtc grouping'],
  ['sales-amount-spaces', '3 unitPriceTtc blank'],
  ['sales-amount-three-decimals', '3 unitPriceTtc too-many-decimals'],
  ['sales-amount-wrong-groups', '3 unitPriceTtc grouping'],
  ['sales-bom-alone', 'file file-empty'],
  ['sales-cell-too-long', '3 cell-too-long'],
  ['sales-day-american', '3 date not-a-day'],
  ['sales-day-instant', '3 date not-a-day'],
  ['sales-day-no-such-day', '3 date not-a-day'],
  ['sales-day-not-leap', '3 date not-a-day'],
  ['sales-day-serial', '3 date not-a-day'],
  ['sales-day-short-year', '3 date not-a-day'],
  ['sales-day-words', '3 date not-a-day'],
  ['sales-decimal-comma-splits', '2 too-many-cells'],
  ['sales-empty', 'file file-empty'],
  ['sales-formula-dde', '3 product formula'],
  ['sales-header-blank', '1 empty-header'],
  ['sales-header-empty', '1 empty-header'],
  ['sales-header-missing', '1 missing-header'],
  ['sales-header-none', '1 no-header'],
  ['sales-header-twice', '1 duplicate-header'],
  ['sales-header-unclosed', '1 unbalanced-quote'],
  ['sales-header-unknown', '1 unknown-header'],
  ['sales-header-wide', '1 too-many-columns'],
  ['sales-html', '1 no-header'],
  ['sales-line-end-in-quotes', '3 product control', '6 quantity out-of-range'],
  ['sales-many-faults', ...twenty],
  ['sales-method-unknown', '3 method unknown-word'],
  ['sales-nul-lone-cr', '4 nul'],
  ['sales-nul', '3 nul'],
  ['sales-one-cell', '3 too-few-cells'],
  ['sales-only-blanks', 'file file-empty'],
  ['sales-quantity-blank', '3 quantity blank'],
  ['sales-quantity-exponent', '3 quantity not-a-whole-number'],
  ['sales-quantity-full-width', '3 quantity foreign-digits'],
  ['sales-quantity-half', '3 quantity not-a-whole-number'],
  ['sales-quantity-negative', '3 quantity not-a-whole-number'],
  ['sales-quantity-ten-thousand', '3 quantity out-of-range'],
  ['sales-quantity-with-x', '3 quantity not-a-whole-number'],
  ['sales-quantity-zero', '3 quantity out-of-range'],
  ['sales-quote-unclosed-crlf', '4 unbalanced-quote'],
  ['sales-quote-unclosed-last', '4 unbalanced-quote'],
  ['sales-quote-unclosed', '3 unbalanced-quote'],
  ['sales-seller-name', '2 seller not-a-person-code'],
  ['sales-sep-lies', '2 no-header'],
  ['sales-sep-wrong', '1 no-header'],
  [
    'sales-several-faults',
    '2 date not-a-day',
    '2 time not-a-time',
    '2 product blank',
    '2 quantity out-of-range',
    '2 unitPriceTtc too-many-decimals',
    '2 method unknown-word',
    '2 seller not-a-person-code',
    '4 too-few-cells',
  ],
  ['sales-stray-quote', '4 stray-quote'],
  ['sales-text-after-quote', '3 text-after-quote'],
  ['sales-text-at', '3 product formula'],
  ['sales-text-c1', '3 product control'],
  ['sales-text-control', '3 product control'],
  ['sales-text-direction', '3 product direction'],
  ['sales-text-formula', '3 product formula'],
  ['sales-text-full-width-equals', '3 product formula'],
  ['sales-text-minus', '3 product formula'],
  ['sales-text-plus', '3 product formula'],
  ['sales-text-stray-joiner', '3 product joiner'],
  ['sales-text-too-long', '3 product text-too-long'],
  ['sales-text-zalgo', '3 product marks'],
  ['sales-text-zero-width-space', '3 product control'],
  ['sales-text', '1 no-header'],
  ['sales-time-25-hours', '3 time not-a-time'],
  ['sales-time-60-minutes', '3 time not-a-time'],
  ['sales-time-number', '3 time not-a-time'],
  ['sales-time-word', '3 time not-a-time'],
  ['sales-too-few-cells', '3 too-few-cells'],
  ['sales-too-many-cells', '2 too-many-cells', '4 too-many-cells'],
  ['sales-utf-16-be', 'file utf-16'],
  ['sales-utf-16-le', 'file utf-16'],
  ['sales-utf-16-unmarked', '1 nul'],
  ['sales-windows-1252-control', '3 product control'],
  [
    'terminal-cells',
    '2 date not-a-time',
    '3 date not-a-day',
    '4 total too-many-decimals',
    '5 total negative',
    '6 transactionType unknown-word',
    '7 terminalMethod unknown-word',
    '8 transactionStatus unknown-word',
    '9 transaction blank',
    '10 quantity out-of-range',
    '11 time not-a-time',
  ],
  ['terminal-currency', '2 currency other-currency', '3 currency other-currency'],
  ['terminal-no-date', '1 missing-header'],
  ['terminal-no-total', '1 missing-header'],
  ['terminal-utf-16', 'file utf-16'],
]

/** Each good file and its rows; the last column is what is said about it. */
const GOOD: readonly (readonly [name: string, rows: number, said: string])[] = [
  ['attendance-excel-fr', 3, ''],
  ['attendance-standard', 3, ''],
  ['costs-excel-fr', 3, ''],
  ['costs-own-export', 1, ''],
  ['costs-standard', 2, ''],
  ['participants-excel-fr', 2, ''],
  ['participants-scripts', 9, ''],
  ['participants-standard', 2, ''],
  ['products-excel-fr', 2, ''],
  ['products-standard', 2, ''],
  ['sales-amounts', 8, ''],
  ['sales-blank-lines', 2, ''],
  ['sales-column-order', 1, ''],
  ['sales-crlf', 2, ''],
  ['sales-days', 4, ''],
  ['sales-excel-fr', 2, ''],
  ['sales-header-alone', 0, ''],
  ['sales-headers-capitals', 1, ''],
  ['sales-headers-english', 1, ''],
  ['sales-lone-cr', 2, ''],
  ['sales-methods', 8, ''],
  ['sales-mixed-line-ends', 3, 'mixed line ends'],
  ['sales-no-last-newline', 1, ''],
  ['sales-only-needed', 1, ''],
  ['sales-own-export', 1, ''],
  ['sales-quoted-crlf', 2, ''],
  ['sales-quoted', 1, ''],
  ['sales-sep-comma', 1, ''],
  ['sales-sep-line', 1, ''],
  ['sales-standard', 2, ''],
  ['sales-tab', 2, ''],
  ['sales-times', 4, ''],
  ['sales-windows-1252-late', 2, 'windows-1252'],
  ['sales-windows-1252', 1, 'windows-1252'],
  ['terminal-receipts-french', 4, ''],
  ['terminal-sales-report', 4, ''],
  ['terminal-transactions', 5, ''],
]

describe('a bad file', () => {
  test.each(BAD)('%s is refused where it is wrong', (name, ...faults) => {
    expect(importOfFile('bad', name).faults.map(told)).toEqual(faults)
  })

  test('has words for each fault in both languages, on one line that is safe to print', () => {
    for (const [name] of BAD) {
      for (const fault of importOfFile('bad', name).faults) {
        for (const language of ['fr', 'en'] as const) {
          const text = importFaultText(fault, language)
          expect(text).toMatch(/^[^\p{Cc}\p{Cf}]{10,}$/u)
          if (fault.line !== null) expect(text).toMatch(/^(ligne|line) \d+/)
        }
      }
    }
  })

  test('says line, column as the file calls it, and cause', () => {
    const [fault] = importOfFile('bad', 'sales-amount-three-decimals').faults
    if (fault === undefined) throw new Error('no fault')
    expect(importFaultText(fault, 'en')).toBe(
      'line 3, column unit_price_ttc: 1,500 has more than two decimals',
    )
    expect(importFaultText(fault, 'fr')).toBe(
      'ligne 3, colonne unit_price_ttc : 1,500 a plus de deux décimales',
    )
  })

  test('is not read past its twentieth fault, even in the middle of a row', () => {
    const text = `date;half;participant;status\n${'a;b;c;P\n'.repeat(9)}`
    const faults = outcomeOf(openCsvBytes(Buffer.from(text)), 'attendance').faults.map(told)
    expect(faults.slice(-2)).toEqual(['8 date not-a-day', '8 half unknown-word'])
    expect(faults).toHaveLength(20)
  })

  test('with a wrong header says once which columns are expected', () => {
    const texts = importOfFile('bad', 'sales-header-unknown').faults.map((fault) =>
      importFaultText(fault, 'fr'),
    )
    expect(texts).toEqual([
      'ligne 1 : la colonne vendor est inconnue ; colonnes attendues : date, heure, produit, quantité, prix unitaire TTC, paiement, ticket, vendeur',
    ])
    const several = outcomeOf(openCsvBytes(Buffer.from('date;x;y;date\n')), 'sales').faults
    const lists = several.map((fault) => importFaultText(fault, 'en').includes('expected: '))
    expect(lists.filter(Boolean)).toEqual([true])
    expect(lists.at(-1)).toBe(true)
  })
})

describe('a good file', () => {
  test.each(GOOD)('%s gives its %i rows', (name, count, said) => {
    const { rows, faults, encoding, mixed } = importOfFile('good', name)
    expect(faults.map(told)).toEqual([])
    expect(rows).toHaveLength(count)
    expect(encoding).toBe(said === 'windows-1252' ? said : 'utf-8')
    expect(mixed).toBe(said === 'mixed line ends')
  })

  test('has typed values, whatever language, profile or encoding it came in', () => {
    const sale = { date: '2026-06-17', time: '10:32', unitPriceTtc: 150 }
    expect(importOfFile('good', 'sales-excel-fr').rows).toMatchObject([
      { line: 2, ...sale, product: 'cookie', quantity: 2, ticket: 'T1', seller: 'P01' },
      {
        line: 3,
        ...sale,
        time: '10:35',
        product: 'thé à la menthe',
        quantity: 1,
        unitPriceTtc: 200,
        ticket: 'T2',
        seller: null,
      },
    ])
    expect(importOfFile('good', 'sales-windows-1252').rows).toMatchObject([
      { ...sale, product: 'thé à la menthe', ticket: null },
    ])
    expect(importOfFile('good', 'sales-quoted').rows).toMatchObject([
      { product: 'cookie "maison", à 1,50; doré' },
    ])
    expect(importOfFile('good', 'sales-lone-cr').rows).toMatchObject([{ line: 2 }, { line: 3 }])
    expect(importOfFile('good', 'sales-blank-lines').rows).toMatchObject([{ line: 5 }, { line: 9 }])
    const column = (name: string, key: string): readonly unknown[] =>
      importOfFile('good', name).rows.map(
        (row) => Object.entries(row ?? {}).find(([k]) => k === key)?.[1],
      )
    expect(column('sales-amounts', 'unitPriceTtc')).toEqual([
      1200, 1250, 1250, 123_450, 123_450, 1250, 0, 999_999_999,
    ])
    expect(column('sales-days', 'date')).toEqual([
      '2026-06-17',
      '2026-06-07',
      '2028-02-29',
      '2026-06-17',
    ])
    expect(column('sales-times', 'time')).toEqual(['09:05', '10:32', '10:32', '23:59:59'])
  })

  test('with line ends of two kinds says so, quoted or not', () => {
    const mixed = (text: string): boolean | undefined =>
      outcomeOf(openCsvBytes(Buffer.from(text)), 'participants').mixed
    for (const cell of ['Zoé', '"Zoé"']) {
      const [unix, dos, mac] = ['\n', '\r\n', '\r'].map((end) => `P01;${cell}${end}`)
      expect(mixed(`code;name\n${unix}${unix}`)).toBe(false)
      expect(mixed(`code;name\r\n${dos}${dos}`)).toBe(false)
      expect(mixed(`code;name\r${mac}${mac}`)).toBe(false)
      expect(mixed(`code;name\n${unix}${dos}`)).toBe(true)
      expect(mixed(`code;name\n${dos}${unix}`)).toBe(true)
      expect(mixed(`code;name\n${unix}${mac}`)).toBe(true)
      expect(mixed(`code;name\n${dos}${mac}${dos}`)).toBe(true)
    }
  })

  test('of each other noun is read whole', () => {
    expect(importOfFile('good', 'participants-excel-fr').rows).toMatchObject([
      {
        code: 'P01',
        name: 'Zoé Lefèvre',
        contractSigned: '2026-06-10',
        payable: true,
        indicators: { sex: 'female', birthYear: 2001, status: 'jobless' },
      },
      {
        code: 'P02',
        name: 'می\u200cخواهم',
        payable: false,
        payableReason: 'work_permit',
        indicators: { sex: null },
      },
    ])
    expect(importOfFile('good', 'attendance-excel-fr').rows).toMatchObject([
      { date: '2026-06-15', half: 'am', participant: 'P01', status: 'P', minutes: null },
      { half: 'pm', status: 'D', minutes: 30, reason: 'childcare' },
      { half: 'pm', participant: 'P02', status: 'AJ' },
    ])
    expect(importOfFile('good', 'costs-excel-fr').rows).toMatchObject([
      {
        label: 'Farine; sucre',
        category: 'ingredients',
        amountTtc: 21_100,
        vatRate: 55,
        paidBy: 'ANIM01',
        chargedTo: 'activity',
      },
      { category: 'stall', amountTtc: 3000, vatRate: 0, paidBy: 'till', chargedTo: null },
      { category: 'fees', paidBy: 'cae', chargedTo: 'programme', voucher: 'F-13' },
    ])
    expect(importOfFile('good', 'products-excel-fr').rows).toMatchObject([
      {
        line: 2,
        code: 'cookie',
        name: 'Cookie',
        priceTtc: 150,
        vatRate: 55,
        key: 'k',
        kind: 'goods',
      },
      { line: 3, code: null, name: 'Brownie', priceTtc: 200, vatRate: 55, key: null, kind: null },
    ])
  })
})

describe('the folder of files', () => {
  test('and the tables name the same', () => {
    expect(namesIn('bad')).toEqual(BAD.map(([name]) => name).toSorted())
    expect(namesIn('good')).toEqual(GOOD.map(([name]) => name).toSorted())
  })

  test('shows every fault that a small file can have', () => {
    const elsewhere = [
      'file-missing',
      'not-a-file',
      'file-unreadable',
      'file-too-large',
      'too-many-rows',
      'line-too-long',
      // Bytes that were decoded are always text; only a terminal's input can be broken so.
      'not-unicode',
    ]
    const shown = BAD.flatMap(([, ...faults]) => faults.map((each) => each.split(' ').at(-1) ?? ''))
    expect([...new Set([...shown, ...elsewhere])].toSorted()).toEqual(
      Object.keys(IMPORT_FAULTS_EN).toSorted(),
    )
  })
})

describe('what is no file, or too much', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flashcoop-imports-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const refusal = (opening: CsvOpening): string => (opening.ok ? 'opened' : opening.fault.code)
  const good = join(FILES, 'good', 'sales-standard.csv')

  test('is refused before a byte is read', () => {
    mkdirSync(join(folder, 'folder.csv'))
    symlinkSync('nowhere', join(folder, 'broken-link.csv'))
    expect(refusal(openCsvFile(join(folder, 'none.csv')))).toBe('file-missing')
    expect(refusal(openCsvFile(''))).toBe('file-missing')
    expect(refusal(openCsvFile('a\0b'))).toBe('file-missing')
    expect(refusal(openCsvFile(join(good, 'under-a-file')))).toBe('file-missing')
    expect(refusal(openCsvFile(join(folder, 'broken-link.csv')))).toBe('file-missing')
    expect(refusal(openCsvFile(join(folder, 'folder.csv')))).toBe('not-a-file')
    expect(refusal(openCsvFile('/dev/zero'))).toBe('not-a-file')
  })

  test('a pipe is refused, and does not wait for somebody to write', () => {
    const pipe = join(folder, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    expect(refusal(openCsvFile(pipe))).toBe('not-a-file')
  })

  test('a link to a file is that file', () => {
    symlinkSync(good, join(folder, 'link.csv'))
    expect(outcomeOf(openCsvFile(join(folder, 'link.csv')), 'sales').rows).toHaveLength(2)
  })

  test('the limits of bytes and rows hold to the unit', () => {
    const text = Buffer.from(`date;half;participant;status\n${'2026-06-15;am;P01;P\n'.repeat(10)}`)
    const at = { bytes: text.length, rows: 10 }
    expect(outcomeOf(openCsvBytes(text, at), 'attendance', at).faults).toEqual([])
    expect(refusal(openCsvBytes(text, { ...at, bytes: text.length - 1 }))).toBe('file-too-large')
    const fewer = { ...at, rows: 9 }
    expect(outcomeOf(openCsvBytes(text), 'attendance', fewer).faults.map(told)).toEqual([
      '11 too-many-rows',
    ])
  })

  test('a stream is counted while it comes', async () => {
    let sent = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; ; sent += 1000) yield Buffer.alloc(1000, 'x')
    }
    expect(refusal(await openCsvStream(endless(), { bytes: 10_000, rows: 1 }))).toBe(
      'file-too-large',
    )
    expect(sent).toBe(10_000)
    async function* small(): AsyncGenerator<Uint8Array | string> {
      yield 'code;name\nP01;Zo'
      yield Buffer.from('é\n').subarray(0, 1)
      yield Buffer.from('é\n').subarray(1)
    }
    expect(outcomeOf(await openCsvStream(small()), 'participants').rows).toMatchObject([
      { code: 'P01', name: 'Zoé' },
    ])
  })

  test('a line without end is no CSV', () => {
    const head = 'code;name\nP01;Zoé\n'
    const faultsOf = (text: string): readonly string[] =>
      outcomeOf(openCsvBytes(Buffer.from(head + text)), 'participants').faults.map(told)
    expect(faultsOf('x'.repeat(600_000))).toEqual(['3 line-too-long'])
    expect(faultsOf(`${'x'.repeat(600_000)}\nP02;Awa\n`)).toEqual(['3 line-too-long'])
    expect(faultsOf(`"${'x'.repeat(600_000)}`)).toEqual(['3 unbalanced-quote'])
  })

  test('a field holds 4096 characters and not one more', () => {
    const row = (length: number): Buffer =>
      Buffer.from(`code;name;cohort\nP01;Zoé;${'x'.repeat(length)}\n`)
    expect(outcomeOf(openCsvBytes(row(4096)), 'participants').faults).toEqual([])
    expect(outcomeOf(openCsvBytes(row(4097)), 'participants').faults.map(told)).toEqual([
      '2 cell-too-long',
    ])
  })

  test('sizes are typed in megabytes unless they say otherwise', () => {
    expect(parseSize('64')).toBe(64 * 1024 * 1024)
    expect(parseSize('64M')).toBe(64 * 1024 * 1024)
    expect(parseSize('1g')).toBe(1024 * 1024 * 1024)
    expect(parseSize('500 K')).toBeUndefined()
    expect(parseSize('500KiB')).toBe(500 * 1024)
    for (const none of ['', '-1', '1.5', '1e3', '0x10', '99999']) {
      expect(parseSize(none)).toBeUndefined()
    }
  })
})
