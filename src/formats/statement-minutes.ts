import type { CloseBody, Share } from '../domain/closing/close-body.ts'
import { clockText, dayOf } from '../domain/kernel/instant.ts'
import { cents, sumCents } from '../domain/kernel/money.ts'
import type { Block, Document, TextTable } from '../reports/document.ts'
import { dayText } from '../words/day-text.ts'
import { hoursText } from '../words/en/statements.ts'
import { moneyText } from '../words/money-text.ts'
import type { Reader } from './cell-text.ts'
import { accountBlocks, cohortText, statementWords, subtitleOf } from './statement-account.ts'
import type { ClosedPaper } from './statement-share.ts'
import { wordText } from './vocabulary-words.ts'

/** The minutes of a close: what was decided, by whom, on which figures, and where everybody signs. */
export function minutesDocument(
  paper: ClosedPaper & { readonly last: boolean },
  reader: Reader,
): Document {
  const { minutes } = statementWords(reader)
  const { body, host, headCode } = paper
  return {
    language: reader.language,
    title: `${minutes.title} ${paper.cohort}`,
    pages: [
      {
        title: minutes.title,
        subtitle: subtitleOf(paper, body, reader),
        blocks: [
          { kind: 'paragraph', lines: openingLines(paper, reader) },
          { kind: 'heading', text: minutes.account },
          ...accountBlocks(body, reader),
          { kind: 'heading', text: minutes.decision },
          { kind: 'paragraph', lines: decisionLines(paper, reader) },
          ...sharesBlocks(paper, reader),
          { kind: 'heading', text: minutes.terms },
          {
            kind: 'paragraph',
            lines: [minutes.software(body.software), minutes.inputs(body.inputs)],
          },
          { kind: 'code', label: minutes.code, code: headCode },
          {
            kind: 'signatures',
            heading: minutes.signatures,
            label: minutes.signed,
            places: [
              ...body.distribution.shares.map(({ participant }) => whoText(paper, participant)),
              minutes.facilitator,
              minutes.accountant(host === '' ? 'CAE' : host),
            ],
          },
        ],
      },
    ],
  }
}

const whoText = ({ nameOf }: ClosedPaper, participant: string): string => {
  const name = nameOf(participant)
  return name === undefined ? participant : `${participant} ${name}`
}

function openingLines(paper: ClosedPaper, reader: Reader): readonly string[] {
  const { minutes } = statementWords(reader)
  const { closedAt } = paper.body
  return [
    minutes.opening(cohortText(paper), paper.host === '' ? 'CAE' : paper.host),
    minutes.closedAt(dayText(dayOf(closedAt), reader.language), clockText(closedAt)),
  ]
}

function decisionLines(
  { body, last }: ClosedPaper & { readonly last: boolean },
  reader: Reader,
): readonly string[] {
  const { minutes, share: words } = statementWords(reader)
  const { vote, rule, excusedCount, distribution } = body
  const { totalCents, reserveCents, deficitCents, carriedDeficitCents } = distribution
  const money = (amount: typeof totalCents): string => moneyText(amount, reader.amounts)
  const loss = last ? minutes.loss : minutes.lossLater
  return [
    minutes.vote(vote),
    minutes.rule(wordText('rule', rule, reader.language)),
    ...(excusedCount ? [words.excusedCount] : []),
    ...(carriedDeficitCents === undefined ? [] : [words.carried(money(carriedDeficitCents))]),
    ...(reserveCents === 0 ? [] : [words.reserve(money(reserveCents))]),
    deficitCents > 0 ? loss(money(deficitCents)) : words.toShare(money(totalCents)),
  ]
}

function sharesBlocks(paper: ClosedPaper, reader: Reader): readonly Block[] {
  const { minutes } = statementWords(reader)
  const { shares, totalCents } = paper.body.distribution
  if (totalCents === 0) return []
  const unpaid = shares
    .filter((share) => !share.payable)
    .map(({ participant, payableReason }) =>
      minutes.notPayable(
        participant,
        payableReason && wordText('payableReason', payableReason, reader.language),
      ),
    )
  return [
    { kind: 'heading', text: minutes.shares },
    { kind: 'table', table: sharesTable(paper, reader) },
    ...(unpaid.length === 0 ? [] : [{ kind: 'paragraph', lines: unpaid } as const]),
  ]
}

function sharesTable({ body, nameOf }: ClosedPaper, reader: Reader): TextTable {
  const { minutes } = statementWords(reader)
  const { titles, weightTitle } = minutes
  const { rule, distribution } = body
  const { shares } = distribution
  const isPaid = shares.some((share) => share.pay !== undefined)
  const row = (who: readonly string[], of: readonly Share[]): readonly string[] => [
    ...who,
    weightText(
      of.reduce((sum, share) => sum + share.weight, 0),
      rule,
    ),
    moneyText(sumCents(of.map((share) => share.shareCents)), reader.amounts),
    ...(isPaid
      ? [moneyText(sumCents(of.map((each) => each.pay?.netCents ?? cents(0))), reader.amounts)]
      : []),
  ]
  return {
    head: [
      { text: titles.who, numeric: false },
      { text: titles.name, numeric: false },
      { text: weightTitle[rule], numeric: true },
      { text: titles.share, numeric: true },
      ...(isPaid ? [{ text: titles.net, numeric: true }] : []),
    ],
    rows: shares.map((share) => row([share.participant, nameOf(share.participant) ?? ''], [share])),
    foot: row([minutes.total, ''], shares),
  }
}

const weightText = (weight: number, rule: CloseBody['rule']): string =>
  rule === 'hours' ? hoursText(weight) : String(weight)
