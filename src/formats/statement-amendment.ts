import type { CloseBody } from '../domain/closing/close-body.ts'
import type { CorrectionBody } from '../domain/closing/correction.ts'
import { type Cents, cents, sumCents } from '../domain/kernel/money.ts'
import { figurePairs, type SharePair, sharePairs } from '../reports/amendment.ts'
import type { Block, Document, TextTable } from '../reports/document.ts'
import { dayText } from '../words/day-text.ts'
import { correct as en } from '../words/en/correct.ts'
import { correct as fr } from '../words/fr/correct.ts'
import { moneyText } from '../words/money-text.ts'
import { inLanguage } from '../words/said.ts'
import { factText, netOf, signed } from './amendment-text.ts'
import type { Reader } from './cell-text.ts'
import { FIGURE_SIGNS } from './figure-signs.ts'
import { cohortText, type Headed, statementWords } from './statement-account.ts'
import { wordText } from './vocabulary-words.ts'

/** An amendment to a closed period's minutes, to sign. */
export type AmendmentPaper = Headed & {
  readonly close: CloseBody
  readonly body: CorrectionBody
  readonly headCode: string
  /** Whether no period of the cohort follows: who bears a loss. */
  readonly last: boolean
  /** What the next period has made good of a loss, where that is less than all of it. */
  readonly madeGoodCents?: Cents | undefined
  readonly nameOf: (participant: string) => string | undefined
}

/** What was found out after the close, old shares, new shares and the difference, and where everybody signs. */
export function amendmentDocument(paper: AmendmentPaper, reader: Reader): Document {
  const words = inLanguage(reader.language, { en, fr })
  const { minutes } = statementWords(reader)
  const { body, close, host, cohort, headCode } = paper
  const title = words.title(cohort, body.number, dayText(body.day, reader.language))
  const period = words.period(
    dayText(close.from, reader.language),
    dayText(close.until, reader.language),
  )
  const reason = body.reason === undefined ? [] : [words.reason(body.reason)]
  return {
    language: reader.language,
    title,
    pages: [
      {
        title,
        subtitle: [...(host === '' ? [] : [host]), `${cohortText(paper)}, ${period}`].join(' — '),
        blocks: [
          { kind: 'lead', text: factText(body.fact, reader).replaceAll('  ', ', ') },
          ...(reason.length === 0 ? [] : [{ kind: 'paragraph', lines: reason } as const]),
          ...statementBlocks(paper, reader),
          { kind: 'heading', text: words.shares(wordText('rule', close.rule, reader.language)) },
          { kind: 'table', table: sharesTable(paper, reader) },
          { kind: 'paragraph', lines: noteLines(paper, reader) },
          { kind: 'code', label: minutes.code, code: headCode },
          {
            kind: 'signatures',
            heading: minutes.signatures,
            label: minutes.signed,
            places: [
              ...body.amendment.after.distribution.shares.map(({ participant }) =>
                [participant, paper.nameOf(participant) ?? ''].join(' ').trim(),
              ),
              minutes.facilitator,
              minutes.accountant(host === '' ? 'CAE' : host),
            ],
          },
        ],
      },
    ],
  }
}

function statementBlocks({ body }: AmendmentPaper, reader: Reader): readonly Block[] {
  const words = inLanguage(reader.language, { en, fr })
  const { before, after } = body.amendment
  const changed = figurePairs(before.incomeStatement, after.incomeStatement).filter(
    (pair) => pair.before !== pair.after,
  )
  if (changed.length === 0) return [{ kind: 'paragraph', lines: [words.unchanged] }]
  const { titles } = words
  const table: TextTable = {
    head: ['', titles.before, titles.after, titles.difference].map((text, at) => ({
      text,
      numeric: at > 0,
    })),
    rows: changed.map(({ figure, before: was, after: is }) => [
      `${FIGURE_SIGNS[figure]} ${wordText('figure', figure, reader.language)}`,
      ...changeCells(was, is, reader),
    ]),
  }
  return [
    { kind: 'heading', text: words.statement },
    { kind: 'table', table },
  ]
}

const changeCells = (was: Cents, is: Cents, reader: Reader): readonly string[] => [
  moneyText(was, reader.amounts),
  moneyText(is, reader.amounts),
  signed(cents(is - was), reader),
]

function sharesTable({ body, nameOf }: AmendmentPaper, reader: Reader): TextTable {
  const { titles } = inLanguage(reader.language, { en, fr })
  const pairs = sharePairs(body.amendment.before, body.amendment.after)
  const isPaid = pairs.some(({ after }) => after.pay !== undefined)
  const cells = (who: string, of: readonly SharePair[]): readonly string[] => {
    const sum = (amount: (pair: SharePair) => Cents): Cents => sumCents(of.map(amount))
    const shares = [sum((pair) => pair.before.shareCents), sum((pair) => pair.after.shareCents)]
    const nets = [sum((pair) => netOf(pair.before)), sum((pair) => netOf(pair.after))]
    return [shares, ...(isPaid ? [nets] : [])].reduce<readonly string[]>(
      (row, [was, is]) => [...row, ...changeCells(was ?? cents(0), is ?? cents(0), reader)],
      [who],
    )
  }
  const amounts = [titles.before, titles.after, titles.difference]
  const pay = isPaid ? [titles.netBefore, titles.netAfter, titles.difference] : []
  return {
    head: [titles.who, ...amounts, ...pay].map((text, at) => ({ text, numeric: at > 0 })),
    rows: pairs.map((pair) => {
      const { participant } = pair.after
      return cells([participant, nameOf(participant) ?? ''].join(' ').trim(), [pair])
    }),
    foot: cells(titles.total, pairs),
  }
}

function noteLines(paper: AmendmentPaper, reader: Reader): readonly string[] {
  const { body, close, last, madeGoodCents } = paper
  const words = inLanguage(reader.language, { en, fr })
  const { before, after, difference } = body.amendment
  const money = (amount: Cents): string => moneyText(amount, reader.amounts)
  const { deficitCents } = after.distribution
  if (deficitCents > 0)
    return [
      words.loss(
        money(deficitCents),
        last,
        madeGoodCents === undefined ? undefined : money(madeGoodCents),
      ),
    ]
  return [
    words.proof(
      money(before.distribution.totalCents),
      money(difference.totalCents),
      money(after.distribution.totalCents),
    ),
    ...(close.rates === undefined ? [] : [words.estimate]),
  ]
}
