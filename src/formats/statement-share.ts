import type { CloseBody, Pay, Share } from '../domain/closing/close-body.ts'
import type { CorrectionBody } from '../domain/closing/correction.ts'
import { partDown } from '../domain/kernel/allocation.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { type Cents, cents } from '../domain/kernel/money.ts'
import { sharePairs } from '../reports/amendment.ts'
import type { AccountLine, Block, Document, Page } from '../reports/document.ts'
import { dayText } from '../words/day-text.ts'
import { hoursText } from '../words/en/statements.ts'
import { moneyText } from '../words/money-text.ts'
import { factText, signed } from './amendment-text.ts'
import type { Reader } from './cell-text.ts'
import { type Headed, statementWords, subtitleOf } from './statement-account.ts'
import { wordText } from './vocabulary-words.ts'

/** A closed period, and what its papers say besides: names are joined here and nowhere else. */
export type ClosedPaper = Headed & {
  readonly body: CloseBody
  /** Each amendment since, the first one first. */
  readonly amendments: readonly CorrectionBody[]
  readonly headCode: string
  /** No name once the person is erased. */
  readonly nameOf: (participant: string) => string | undefined
}

/** One page for each of the shares, in plain words: what it is, how it came about, what to do if it seems wrong. */
export const sharesDocument = (
  paper: ClosedPaper,
  participants: readonly string[],
  reader: Reader,
): Document => ({
  language: reader.language,
  title: `${paper.cohort} ${statementWords(reader).share.file}`,
  pages: standingShares(paper)
    .filter((share) => participants.includes(share.participant))
    .map((share) => sharePage(paper, share, reader)),
})

/** The shares as the last amendment left them. */
export const standingShares = ({ body, amendments }: ClosedPaper): readonly Share[] =>
  (amendments.at(-1)?.amendment.after ?? body).distribution.shares

function sharePage(paper: ClosedPaper, share: Share, reader: Reader): Page {
  const words = statementWords(reader).share
  const { host, headCode } = paper
  const now = paper.amendments.at(-1)?.amendment.after
  const body: CloseBody = now === undefined ? paper.body : { ...paper.body, ...now }
  const name = paper.nameOf(share.participant)
  return {
    title: words.title(name === undefined ? share.participant : `${name} (${share.participant})`),
    subtitle: subtitleOf(paper, body, reader),
    blocks: [
      { kind: 'lead', text: leadOf(body, share, reader) },
      ...howBlocks(body, share, reader),
      ...payBlocks(body, share, reader),
      ...amendmentBlocks(paper, share.participant, reader),
      { kind: 'heading', text: words.vote },
      { kind: 'paragraph', lines: [words.voteLine(body.vote)] },
      { kind: 'heading', text: words.trouble },
      { kind: 'paragraph', lines: words.troubleLines(host === '' ? 'CAE' : host) },
      { kind: 'code', label: words.code, code: headCode },
      { kind: 'signatures', label: words.sign, places: [words.signature] },
    ],
  }
}

/** What each amendment changed for this person. */
function amendmentBlocks(
  { amendments }: ClosedPaper,
  participant: string,
  reader: Reader,
): readonly Block[] {
  if (amendments.length === 0) return []
  const words = statementWords(reader).share
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const lines = amendments.flatMap(({ number, day, fact, amendment }) => {
    const pair = sharePairs(amendment.before, amendment.after).find(
      ({ after }) => after.participant === participant,
    )
    if (pair === undefined) return []
    const [before, after] = [pair.before.shareCents, pair.after.shareCents]
    return [
      words.amendment(
        number,
        dayText(day, reader.language),
        factText(fact, reader).replaceAll('  ', ', '),
      ),
      words.changed(money(before), money(after), signed(cents(after - before), reader)),
    ]
  })
  return [
    { kind: 'heading', text: words.amendments },
    { kind: 'paragraph', lines },
  ]
}

const totalWeight = ({ distribution }: CloseBody): number =>
  distribution.shares.reduce((sum, share) => sum + share.weight, 0)

function leadOf(body: CloseBody, share: Share, reader: Reader): string {
  const words = statementWords(reader).share
  const { distribution, rule } = body
  const { deficitCents, totalCents } = distribution
  if (deficitCents > 0) return words.loss(moneyText(deficitCents, reader.amounts))
  if (!share.payable) return words.notPayable(reasonOf(share, reader))
  const total = totalWeight(body)
  const amount = moneyText(share.shareCents, reader.amounts)
  return totalCents === 0 ? amount : words.lead({ rule, weight: share.weight, total }, amount)
}

const reasonOf = ({ payableReason }: Share, { language }: Reader): string | undefined =>
  payableReason && wordText('payableReason', payableReason, language)

/** Of a loss there is nothing to explain but the account. */
function howBlocks(body: CloseBody, share: Share, reader: Reader): readonly Block[] {
  if (body.distribution.deficitCents > 0) return []
  return [
    { kind: 'heading', text: statementWords(reader).share.how },
    { kind: 'paragraph', lines: howLines(body, share, reader) },
  ]
}

/** From the group's result to this share, each step with its figures. */
function howLines(body: CloseBody, share: Share, reader: Reader): readonly string[] {
  const words = statementWords(reader).share
  const { incomeStatement, distribution, rule, excusedCount } = body
  const { totalCents, reserveCents, carriedDeficitCents } = distribution
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const before = [
    words.result(money(incomeStatement.resultCents)),
    ...(carriedDeficitCents === undefined ? [] : [words.carried(money(carriedDeficitCents))]),
    ...(reserveCents === 0 ? [] : [words.reserve(money(reserveCents))]),
    ...(carriedDeficitCents === undefined && reserveCents === 0
      ? []
      : [words.toShare(money(totalCents))]),
    words.rule[rule],
    ...(excusedCount ? [words.excusedCount] : []),
  ]
  if (!share.payable || totalCents === 0) return before
  return [...before, ...formulaLines(body, share, reader)]
}

/** Largest remainder: down to the cent, and the cents left over to those nearest to the next. */
function formulaLines(body: CloseBody, share: Share, reader: Reader): readonly string[] {
  const words = statementWords(reader).share
  const { rule, distribution } = body
  const { totalCents, shares } = distribution
  const all = totalWeight(body)
  const down = partDown(totalCents, share.weight, all)
  invariant(share.shareCents === down + (share.spareCent ? 1 : 0), 'a share is what its page says')
  const text = (weight: number): string => (rule === 'hours' ? hoursText(weight) : String(weight))
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const lucky = shares.filter((each) => each.spareCent).map((each) => each.participant)
  const spare = share.spareCent
    ? words.spareYours(lucky.length, money(share.shareCents))
    : words.spare(lucky)
  return [
    words.formula({
      total: money(totalCents),
      weight: text(share.weight),
      weights: text(all),
      down: money(down),
    }),
    ...(lucky.length === 0 ? [] : [spare]),
  ]
}

function payBlocks(body: CloseBody, { pay, shareCents }: Share, reader: Reader): readonly Block[] {
  const words = statementWords(reader).share
  if (body.distribution.totalCents === 0 || shareCents === 0) return []
  if (pay === undefined) return [{ kind: 'paragraph', lines: [words.payLater] }]
  return [
    { kind: 'heading', text: words.pay },
    { kind: 'account', lines: payLines(pay, shareCents, reader) },
    { kind: 'paragraph', lines: [words.estimate] },
  ]
}

function payLines(
  pay: Pay,
  shareCents: Share['shareCents'],
  reader: Reader,
): readonly AccountLine[] {
  const { payLines: labels } = statementWords(reader).share
  const { grossCents, employerCents, employeeCents, netCents, remainderCents } = pay
  invariant(grossCents + employerCents + remainderCents === shareCents, 'pay is made of the share')
  const line = (sign: string, label: string, amount: Cents): AccountLine => ({
    sign,
    label,
    amount: moneyText(amount, reader.amounts),
    strong: sign === '=',
  })
  return [
    line('', labels.share, shareCents),
    line('−', labels.employer, employerCents),
    ...(remainderCents === 0 ? [] : [line('−', labels.remainder, remainderCents)]),
    line('=', labels.gross, grossCents),
    line('−', labels.employee, employeeCents),
    line('=', labels.net, netCents),
  ]
}
