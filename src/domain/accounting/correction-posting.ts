import { costOf } from '../closing/corrected-cost.ts'
import type { CorrectedTakings, CorrectionBody } from '../closing/correction.ts'
import { unreachable } from '../kernel/defect.ts'
import { type Cents, cents } from '../kernel/money.ts'
import { internalLines, payDrafts } from './close-posting.ts'
import { costDrafts } from './cost-posting.ts'
import { type Draft, linesOf } from './draft.ts'
import { type EntryLabel, reversed } from './entry.ts'
import type { Known } from './known.ts'
import { METHOD_ACCOUNTS } from './sales-posting.ts'

/**
 * The entries of a correction, on its own day: what its fact moves, then what it changes in the contribution, the
 * insurance and the pay. What an amendment takes away stands on the other side.
 */
export function correctionDrafts(body: CorrectionBody, known: Known): readonly Draft[] {
  return [...factDrafts(body, known), ...shiftDrafts(body, known)]
}

/** `AV-001-2`: the second amendment of the first period. */
const amendmentPiece = ({ period, number }: CorrectionBody): string =>
  `AV-${String(period).padStart(3, '0')}-${number}`

const amending = ({ number }: CorrectionBody, of: EntryLabel): EntryLabel => ({
  code: 'amendment',
  number,
  of,
})

function factDrafts(body: CorrectionBody, known: Known): readonly Draft[] {
  const { fact, day, reason } = body
  const write = linesOf(known.chart, body.cohort)
  const head = { day, piece: amendmentPiece(body) } as const
  const told = amending(body, { code: 'typed', text: reason ?? head.piece })
  switch (fact.kind) {
    case 'cost':
      return costDrafts(costOf(body, fact), known)
    case 'void-cost':
      return costDrafts(costOf(body, fact), known).map((draft) => ({
        ...draft,
        label: { code: 'reversal', of: draft.label },
        lines: reversed(draft.lines),
      }))
    case 'sale':
      return takingsDrafts(body, fact, known)
    case 'void-sale':
      return takingsDrafts(body, fact, known).map((draft) => ({
        ...draft,
        lines: reversed(draft.lines),
      }))
    case 'cheque': {
      const lines = [
        write('bad_debts', fact.amountCents),
        write('bank', cents(0 - fact.amountCents)),
      ]
      return [{ ...head, journal: 'BQ', stage: 'settlements', label: told, lines }]
    }
    case 'till': {
      const found = fact.differenceCents
      const other = write(found < 0 ? 'till_loss' : 'till_gain', cents(0 - found))
      const till = write('till', found)
      const lines = found < 0 ? [other, till] : [till, other]
      return [{ ...head, journal: 'CA', stage: 'till-differences', label: told, lines }]
    }
    default:
      return unreachable(fact)
  }
}

/** One entry for each VAT rate, as a Z has them. */
function takingsDrafts(
  body: CorrectionBody,
  { label, of, method, rates }: CorrectedTakings,
  known: Known,
): readonly Draft[] {
  const write = linesOf(known.chart, body.cohort)
  const piece = amendmentPiece(body)
  return rates.map(({ ttcCents, vatCents, htCents }) => ({
    journal: 'VE',
    day: body.day,
    piece,
    stage: 'sales',
    label: amending(body, { code: 'typed', text: label ?? body.reason ?? piece }),
    lines: [
      write(METHOD_ACCOUNTS[method], ttcCents),
      write(of === 'goods' ? 'sales_goods' : 'sales_services', cents(0 - htCents)),
      write('vat_collected', cents(0 - vatCents)),
    ],
  }))
}

function shiftDrafts(body: CorrectionBody, { chart }: Known): readonly Draft[] {
  const { incomeStatement, shares } = body.amendment.difference
  const head = { journal: 'OD', day: body.day, piece: amendmentPiece(body) } as const
  const lines = (amount: Cents): Draft['lines'] => internalLines(amount, chart, body.cohort)
  const pay = { day: body.day, piece: head.piece, cohort: body.cohort, shares }
  return [
    {
      ...head,
      stage: 'contribution',
      label: amending(body, { code: 'contribution-change' }),
      lines: lines(incomeStatement.contributionCents),
    },
    {
      ...head,
      stage: 'insurance',
      label: amending(body, { code: 'insurance-change' }),
      lines: lines(incomeStatement.insuranceCents),
    },
    ...payDrafts(pay, chart).map((draft) => ({
      ...draft,
      label: amending(body, draft.label),
    })),
  ]
}
