import stringWidth from 'fast-string-width'
import type { CloseBody, Share } from '../domain/closing/close-body.ts'
import type { CorrectionBody, CorrectionFact, Standing } from '../domain/closing/correction.ts'
import { unreachable } from '../domain/kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../domain/kernel/money.ts'
import { amountOf, figurePairs, sharePairs } from '../reports/amendment.ts'
import { dayText } from '../words/day-text.ts'
import { close as closeEn } from '../words/en/close.ts'
import { correct as en } from '../words/en/correct.ts'
import { cost as costEn } from '../words/en/cost.ts'
import { close as closeFr } from '../words/fr/close.ts'
import { correct as fr } from '../words/fr/correct.ts'
import { cost as costFr } from '../words/fr/cost.ts'
import { moneyText } from '../words/money-text.ts'
import { rateText } from '../words/rate-text.ts'
import { inLanguage } from '../words/said.ts'
import type { Reader } from './cell-text.ts'
import { FIGURE_SIGNS } from './figure-signs.ts'
import { term } from './terminal-text.ts'
import { wordText } from './vocabulary-words.ts'

/** An amendment as people read it and sign it. */
export type ShownAmendment = {
  readonly body: CorrectionBody
  readonly close: CloseBody
  /** What is written down on paper; undefined while nothing is recorded. */
  readonly headCode: string | undefined
  /** Whether no period of the cohort follows: who bears a loss. */
  readonly last: boolean
  /** What the next period has made good of a loss, where that is less than all of it. */
  readonly madeGoodCents?: Cents | undefined
}

const wordsOf = (reader: Reader) => inLanguage(reader.language, { en, fr })
const paragraph = (lines: readonly string[]): string => `${lines.join('\n')}\n`

/** Old, new and the difference, of the result and of each one's share. Newline at the end. */
export function amendmentText(shown: ShownAmendment, reader: Reader): string {
  const { before, after } = shown.body.amendment
  const parts = [
    headText(shown, reader),
    statementText(before, after, reader),
    sharesText(shown, reader),
  ]
  if (shown.headCode !== undefined) parts.push(paragraph([wordsOf(reader).head(shown.headCode)]))
  return parts.join('\n')
}

function headText({ body, close, headCode }: ShownAmendment, reader: Reader): string {
  const words = wordsOf(reader)
  const { language } = reader
  const title = words.title(term(body.cohort), body.number, dayText(body.day, language))
  return paragraph([
    `${title}${headCode === undefined ? words.preview : ''}`,
    words.period(dayText(close.from, language), dayText(close.until, language)),
    '',
    factText(body.fact, reader),
    ...(body.reason === undefined ? [] : [words.reason(term(body.reason))]),
  ])
}

/** `coût tardif  n° 3  Facture oubliée  12,00 € TTC  emballages  TVA 20 % : 2,00 €` */
export function factText(fact: CorrectionFact, reader: Reader): string {
  const words = wordsOf(reader)
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const rate = (perMille: number): string => rateText(perMille, 1, reader.amounts)
  const parts = [wordText('correction', fact.kind, reader.language)]
  const amount = amountOf(fact)
  const costWords = inLanguage(reader.language, { en: costEn, fr: costFr })
  switch (fact.kind) {
    case 'cost':
    case 'void-cost':
      parts.push(costWords.numbered(fact.cost), term(fact.label), words.ttc(money(amount)))
      parts.push(wordText('category', fact.category, reader.language))
      parts.push(...[fact.supplier, fact.voucher].flatMap((each) => (each ? [term(each)] : [])))
      parts.push(
        fact.paidBy === 'cae' || fact.paidBy === 'till'
          ? costWords.payers[fact.paidBy]
          : costWords.paidBy(term(fact.paidBy)),
      )
      if (fact.chargedTo === 'programme')
        parts.push(wordText('charge', fact.chargedTo, reader.language))
      break
    case 'sale':
    case 'void-sale':
      if (fact.label !== undefined) parts.push(term(fact.label))
      parts.push(words.ttc(money(amount)), wordText('method', fact.method, reader.language))
      for (const { ratePerMille, vatCents } of fact.rates)
        parts.push(words.vat(rate(ratePerMille), money(vatCents)))
      break
    case 'cheque':
    case 'till':
      parts.push(money(amount))
      break
    default:
      return unreachable(fact)
  }
  return parts.join('  ')
}

type Cells = readonly string[]

/** The first column to the left, the others to the right. */
export function alignedLines(lines: readonly Cells[]): readonly string[] {
  const count = Math.max(0, ...lines.map((cells) => cells.length))
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(...lines.map((cells) => stringWidth(cells[index] ?? ''))),
  )
  return lines.map((cells) =>
    cells
      .map((cell, index) => {
        const padding = ' '.repeat((widths[index] ?? 0) - stringWidth(cell))
        return index === 0 ? cell + padding : padding + cell
      })
      .join('  '),
  )
}

/** `+12,00 €`: what comes to it, as what goes from it has its minus. */
export const signed = (amount: Cents, reader: Reader): string =>
  `${amount > 0 ? '+' : ''}${moneyText(amount, reader.amounts)}`

function statementText(before: Standing, after: Standing, reader: Reader): string {
  const words = wordsOf(reader)
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const changed = figurePairs(before.incomeStatement, after.incomeStatement).filter(
    (each) => each.before !== each.after,
  )
  const [old, now] = [before.programmeHtCents, after.programmeHtCents]
  const programme = old === now ? [] : [words.programme(money(old), money(now))]
  if (changed.length === 0) return paragraph([words.unchanged, ...programme])
  const { titles } = words
  const rows = changed.map(({ figure, before: was, after: is }) => [
    `${FIGURE_SIGNS[figure]} ${wordText('figure', figure, reader.language)}`,
    money(was),
    money(is),
    signed(cents(is - was), reader),
  ])
  const lines = [['', titles.before, titles.after, titles.difference], ...rows]
  return paragraph([words.statement, ...alignedLines(lines), ...programme])
}

function sharesText({ body, close, last, madeGoodCents }: ShownAmendment, reader: Reader): string {
  const words = wordsOf(reader)
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const { before, after, difference } = body.amendment
  const [old, now] = [before.distribution, after.distribution]
  const lines = [words.shares(wordText('rule', close.rule, reader.language))]
  const carried = close.distribution.carriedDeficitCents
  if (carried !== undefined)
    lines.push(inLanguage(reader.language, { en: closeEn, fr: closeFr }).carried(money(carried)))
  if (old.reserveCents !== now.reserveCents)
    lines.push(words.reserve(money(old.reserveCents), money(now.reserveCents)))
  lines.push(...sharesTable(before, after, reader))
  const notes =
    now.deficitCents > 0
      ? [
          words.loss(
            money(now.deficitCents),
            last,
            madeGoodCents === undefined ? undefined : money(madeGoodCents),
          ),
        ]
      : [words.proof(money(old.totalCents), money(difference.totalCents), money(now.totalCents))]
  if (now.totalCents > 0 && close.rates !== undefined) notes.push(words.estimate)
  return `${paragraph(lines)}\n${paragraph(notes)}`
}

/** Share and net of each before and after; nothing where nobody has a share on either side. */
function sharesTable(before: Standing, after: Standing, reader: Reader): Cells {
  const pairs = sharePairs(before, after)
  if (pairs.every((pair) => pair.before.shareCents === 0 && pair.after.shareCents === 0)) return []
  const { titles } = wordsOf(reader)
  const paid = pairs.some((pair) => pair.after.pay !== undefined)
  const row = (who: string, [was, is]: Two, [netWas, netIs]: Two): Cells => {
    const of = ([one, other]: Two): Cells => [
      moneyText(one, reader.amounts),
      moneyText(other, reader.amounts),
      signed(cents(other - one), reader),
    ]
    return [who, ...of([was, is]), ...(paid ? of([netWas, netIs]) : [])]
  }
  const sum = (amount: (share: Share) => Cents): Two => [
    sumCents(pairs.map((pair) => amount(pair.before))),
    sumCents(pairs.map((pair) => amount(pair.after))),
  ]
  return alignedLines([
    [
      titles.who,
      titles.before,
      titles.after,
      titles.difference,
      ...(paid ? [titles.netBefore, titles.netAfter, titles.difference] : []),
    ],
    ...pairs.map(({ before: one, after: other }) =>
      row(other.participant, [one.shareCents, other.shareCents], [netOf(one), netOf(other)]),
    ),
    row(
      titles.total,
      sum((share) => share.shareCents),
      sum(netOf),
    ),
  ])
}

type Two = readonly [Cents, Cents]
export const netOf = (share: Share): Cents => share.pay?.netCents ?? ZERO
