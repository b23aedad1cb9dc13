import type { CloseBody } from '../domain/closing/close-body.ts'
import type { Day } from '../domain/kernel/day.ts'
import { type Cents, cents, sumCents } from '../domain/kernel/money.ts'
import { figurePairs, sharePairs } from '../reports/amendment.ts'
import { correct as en } from '../words/en/correct.ts'
import { correct as fr } from '../words/fr/correct.ts'
import { moneyText } from '../words/money-text.ts'
import { inLanguage } from '../words/said.ts'
import { alignedLines, signed } from './amendment-text.ts'
import type { Reader } from './cell-text.ts'
import { earningsText } from './close-text.ts'
import { FIGURE_SIGNS } from './figure-signs.ts'
import { wordText } from './vocabulary-words.ts'

/** A closed period beside what its amendments make of it. */
export type CorrectedPeriod = {
  readonly closed: CloseBody
  readonly now: CloseBody
  readonly closedOn: Day
  readonly amendments: number
}

const wordsOf = (reader: Reader) => inLanguage(reader.language, { en, fr })

/** The income statement as closed, the amendments, and as it stands; then VAT as it stands. Newline at the end. */
export function correctedEarnings(shown: CorrectedPeriod, reader: Reader): string {
  const { closed, now, closedOn, amendments } = shown
  const { titles, corrected } = wordsOf(reader)
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const rows = figurePairs(closed.incomeStatement, now.incomeStatement).map((each) => [
    `${FIGURE_SIGNS[each.figure]} ${wordText('figure', each.figure, reader.language)}`,
    money(each.before),
    each.before === each.after ? '' : signed(cents(each.after - each.before), reader),
    money(each.after),
  ])
  const statement = alignedLines([
    ['', titles.closed, titles.amendments, titles.corrected],
    ...rows,
  ])
  return `${earningsText({ ...now, statement }, closedOn, reader)}\n${corrected(amendments)}\n`
}

/** Each one's share as closed and as it stands. Newline at the end. */
export function correctedShares(
  { closed, now, amendments }: CorrectedPeriod,
  reader: Reader,
): string {
  const { titles, corrected } = wordsOf(reader)
  const row = (who: string, before: Cents, after: Cents): readonly string[] => [
    who,
    moneyText(before, reader.amounts),
    signed(cents(after - before), reader),
    moneyText(after, reader.amounts),
  ]
  const pairs = sharePairs(closed, now)
  const lines = alignedLines([
    [titles.who, titles.share, titles.amendments, titles.shareNow],
    ...pairs.map(({ before, after }) =>
      row(after.participant, before.shareCents, after.shareCents),
    ),
    row(
      titles.total,
      sumCents(pairs.map((pair) => pair.before.shareCents)),
      sumCents(pairs.map((pair) => pair.after.shareCents)),
    ),
  ])
  return `${corrected(amendments)}\n${lines.join('\n')}\n`
}
