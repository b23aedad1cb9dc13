import type { PaymentMethod } from '../domain/journal/event.ts'
import { type Day, parseDay } from '../domain/kernel/day.ts'
import { type AmountFault, type Cents, cents, parseAmount } from '../domain/kernel/money.ts'
import { isPersonCode, parseText, type TextFault } from '../domain/kernel/name.ts'
import { isVatRate, parsePercent, type VatRate, vatRate } from '../domain/kernel/rate.ts'
import {
  FIRST_BIRTH_YEAR,
  type Indicators,
  LAST_BIRTH_YEAR,
} from '../domain/participants/indicators.ts'
import type { CellFault } from '../reports/import-fault.ts'
import type { Word, WordGroup } from '../reports/vocabulary.ts'
import type { CellParser, ParsedCell } from './csv-read.ts'
import { shown } from './shown.ts'
import { recogniseWord } from './vocabulary-words.ts'

const good = <T>(value: T): ParsedCell<T> => ({ ok: true, value })
const bad = (fault: CellFault): { readonly ok: false; readonly fault: CellFault } => ({
  ok: false,
  fault,
})

const ZERO_DIGIT = 48
const digitAt = (text: string, index: number): number => text.charCodeAt(index) - ZERO_DIGIT

/** `12,50` or `12.50`, which most amounts are; -1 for any other writing. */
function plainCents(text: string): number {
  const mark = text.length - 3
  if (mark < 1 || mark > 7 || (text[mark] !== ',' && text[mark] !== '.')) return -1
  let value = 0
  for (let index = 0; index < text.length; index += 1) {
    if (index === mark) continue
    const digit = digitAt(text, index)
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** An amount from 0, as the kernel reads it. */
export const amountCell: CellParser<Cents> = (text) => {
  const plain = plainCents(text)
  if (plain >= 0) return good(cents(plain))
  const parsed = parseAmount(text)
  return parsed.ok ? good(parsed.amount) : bad(amountFault(parsed.fault, text))
}

function amountFault(fault: AmountFault, text: string): CellFault {
  if (fault === 'empty') return { code: 'blank' }
  const code =
    fault === 'not-a-number' ? 'not-an-amount' : fault === 'too-large' ? 'amount-too-large' : fault
  return { code, text: shown(text) }
}

/** The day that was read last: files have the same day for many rows, and a calendar check costs. */
let lastDay: { readonly text: string; readonly cell: ParsedCell<Day> } | undefined

export const dayCell: CellParser<Day> = (text) => {
  if (lastDay?.text === text) return lastDay.cell
  const on = parseDay(text.trim())
  if (on === undefined) return bad({ code: 'not-a-day', text: shown(text) })
  lastDay = { text, cell: good(on) }
  return lastDay.cell
}

const TIME = /^(\d{1,2})[:hH](\d{2})(?::(\d{2}))?$/

/** `10:32`, `9:05`, `10h32`, `10:32:00` → `HH:MM`, or `HH:MM:SS` where the seconds say something. */
export const timeCell: CellParser<string> = (text) => {
  const [, hour = '99', minutes = '99', seconds = '00'] = TIME.exec(text.trim()) ?? []
  const hours = hour.padStart(2, '0')
  if (hours > '23' || minutes > '59' || seconds > '59') {
    return bad({ code: 'not-a-time', text: shown(text) })
  }
  return good(seconds === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`)
}

/** A whole number in ASCII digits within bounds, without sign, point or exponent. */
export function wholeNumberCell(least: number, most: number): CellParser<number> {
  return (text) => {
    const digits = text.trim()
    if (!/^\d{1,9}$/.test(digits)) return bad(wholeNumberFault(text))
    const value = Number.parseInt(digits, 10)
    if (value >= least && value <= most) return good(value)
    return bad({ code: 'out-of-range', text: shown(text), least, most })
  }
}

function wholeNumberFault(text: string): CellFault {
  const foreign = /\p{Nd}/u.test(text.replace(/\d/g, ''))
  return { code: foreign ? 'foreign-digits' : 'not-a-whole-number', text: shown(text) }
}

/** 1 to 9 999 pieces. */
export const quantityCell = wholeNumberCell(1, 9999)

/** A VAT rate in percent: `5,5`, `5.5`, `20 %`. */
export const vatRateCell: CellParser<VatRate> = (text) => {
  const perMille = parsePercent(text, 1)
  if (perMille === undefined) return bad({ code: 'not-a-rate', text: shown(text) })
  if (!isVatRate(perMille)) return bad({ code: 'vat-rate-not-allowed', text: shown(text) })
  return good(vatRate(perMille))
}

/** A word of a closed vocabulary in French or English. The same spelling is looked up once. */
export function wordCell<G extends WordGroup>(group: G): CellParser<Word<G>> {
  const seen = new Map<string, ParsedCell<Word<G>>>()
  return (text) => {
    const known = seen.get(text)
    if (known) return known
    const word = recogniseWord(group, text)
    if (word === undefined) return bad({ code: 'unknown-word', text: shown(text), group })
    const cell = good(word)
    if (seen.size < MOST_SPELLINGS) seen.set(text, cell)
    return cell
  }
}

const MOST_SPELLINGS = 100

const answer = wordCell('answer')

/** `oui`, `non`, `yes`, `no`. */
export const yesNoCell: CellParser<boolean> = (text) => {
  const cell = answer(text)
  return cell.ok ? good(cell.value === 'yes') : cell
}

/** Printable ASCII that begins no formula and has no blank too many: the kernel would give it back as it is. */
const PLAIN_TEXT = /^[!-*,./0-<>?A-~](?: ?[!-~])*$/

/** A name, a label, a note: as the kernel reads text, at most `most` code points. */
export function textCell(most = 80): CellParser<string> {
  return (raw) => {
    if (raw.length <= most && PLAIN_TEXT.test(raw)) return good(raw)
    const parsed = parseText(raw, most)
    return parsed.ok ? good(parsed.text) : bad(textFault(parsed.fault, most))
  }
}

function textFault(fault: TextFault, most: number): CellFault {
  if (fault === 'empty') return { code: 'blank' }
  return fault === 'too-long' ? { code: 'text-too-long', most } : { code: fault }
}

/** `P01`, `ANIM01`, in any case. */
export const personCell: CellParser<string> = (text) => {
  const personCode = text.trim().toUpperCase()
  return isPersonCode(personCode) ? good(personCode) : bad({ code: 'not-a-person-code' })
}

const unsaid = wordCell('unsaid')
const year = wholeNumberCell(FIRST_BIRTH_YEAR, LAST_BIRTH_YEAR)

/** `1999`, or a word for not known and no answer. */
export const birthYearCell: CellParser<NonNullable<Indicators['birthYear']>> = (text) => {
  const word = unsaid(text)
  return word.ok ? word : year(text)
}

/** Who paid: `cae`, `till` (`caisse`), or somebody's code. */
export const payerCell: CellParser<string> = (text) => {
  const payer = recogniseWord('payer', text)
  if (payer !== undefined) return good(payer)
  const person = personCell(text)
  return person.ok ? person : bad({ code: 'not-a-payer' })
}

/** A part of a payment; the amount is null where one means pays all. */
export type PaidPart = { readonly method: PaymentMethod; readonly amountCents: Cents | null }

const method = wordCell('method')
const wholes = new Map<PaymentMethod, ParsedCell<readonly PaidPart[]>>()

/** `carte`, or as our exports write a mixed payment: `carte 2,00 + espèces 3,00`. */
export const paymentsCell: CellParser<readonly PaidPart[]> = (text) => {
  if (text.includes('+')) return mixedPayment(text)
  const cell = method(text)
  if (!cell.ok) return cell
  const known = wholes.get(cell.value)
  if (known) return known
  const whole = good([{ method: cell.value, amountCents: null }])
  wholes.set(cell.value, whole)
  return whole
}

function mixedPayment(text: string): ParsedCell<readonly PaidPart[]> {
  const parts: PaidPart[] = []
  for (const part of text.split('+')) {
    const [word = '', amount = '', ...others] = part.trim().split(/\s+/)
    const paid = method(word)
    if (!paid.ok) return paid
    const cell = amountCell(others.length === 0 ? amount : part)
    if (!cell.ok) return cell
    parts.push({ method: paid.value, amountCents: cell.value })
  }
  return good(parts)
}
