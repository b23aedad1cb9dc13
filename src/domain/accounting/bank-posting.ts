import type { MoneyMoveBodies } from '../journal/money-move.ts'
import { numberText } from '../journal/own-number.ts'
import { invariant, unreachable } from '../kernel/defect.ts'
import { cents, negated, roundHalfUp, sumCents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { personOf, sectionOf, supplierOf } from './cost-posting.ts'
import { type Draft, linesIn, linesOf } from './draft.ts'
import type { EntryLabel } from './entry.ts'
import type { Known } from './known.ts'

type Move = { readonly number: number; readonly voucher?: string; readonly label?: string }

const pieceOf = ({ voucher, number }: Move, mark: string): string =>
  voucher ?? `${mark}-${numberText(number)}`
const labelOf = ({ label }: Move, usual: EntryLabel): EntryLabel =>
  label === undefined ? usual : { code: 'typed', text: label }

/** Cash fetched at the bank: out of the bank, into the till, each in its own book. */
export function withdrawalDrafts(
  body: MoneyMoveBodies['bank-withdrawal'],
  { chart }: Known,
): readonly Draft[] {
  const { cohort, day, amountCents } = body
  const write = linesOf(chart, cohort)
  const head = { day, piece: pieceOf(body, 'F'), stage: 'withdrawals' } as const
  const out = negated(amountCents)
  return [
    {
      ...head,
      journal: 'BQ',
      label: labelOf(body, { code: 'withdrawal-bank' }),
      lines: [write('internal_transfers', amountCents), write('bank', out)],
    },
    {
      ...head,
      journal: 'CA',
      label: labelOf(body, { code: 'withdrawal-till' }),
      lines: [write('till', amountCents), write('internal_transfers', out)],
    },
  ]
}

export function depositDrafts(
  body: MoneyMoveBodies['deposit'],
  { chart }: Known,
): readonly Draft[] {
  const { method, cohort, day, amountCents, feeCents, count } = body
  const write = linesOf(chart, cohort)
  const head = { journal: 'BQ', day, piece: pieceOf(body, 'D') } as const
  const out = negated(amountCents)
  switch (method) {
    case 'cash': {
      const label = labelOf(body, { code: 'deposit-cash' })
      const stage = 'cash-deposits'
      return [
        {
          ...head,
          stage,
          label,
          journal: 'CA',
          lines: [write('internal_transfers', amountCents), write('till', out)],
        },
        {
          ...head,
          stage,
          label,
          lines: [write('bank', amountCents), write('internal_transfers', out)],
        },
      ]
    }
    case 'cheque':
      return [
        {
          ...head,
          stage: 'cheque-deposits',
          label: labelOf(body, { code: 'deposit-cheques', ...present({ count }) }),
          lines: [write('bank', amountCents), write('cheques_to_cash', out)],
        },
      ]
    case 'card': {
      const feeBp =
        feeCents === 0
          ? undefined
          : Number(roundHalfUp(BigInt(feeCents) * 10_000n, BigInt(amountCents)))
      return [
        {
          ...head,
          stage: 'card-deposits',
          label: labelOf(body, { code: 'deposit-cards', ...present({ feeBp }) }),
          lines: [
            write('bank', cents(amountCents - feeCents)),
            write('cost_bank_fees', feeCents),
            write('cards_to_cash', out),
          ],
        },
      ]
    }
    default:
      return unreachable(method)
  }
}

/** The host pays a supplier what it owes. */
export function costPaymentDrafts(
  body: MoneyMoveBodies['cost-payment'],
  known: Known,
): readonly Draft[] {
  const cost = known.cost(body.cost)
  invariant(cost !== undefined, 'what is paid is a cost')
  const write = linesIn(known.chart, sectionOf(known, cost))
  const auxiliary = cost.supplier === undefined ? undefined : supplierOf(cost.supplier)
  return [
    {
      journal: 'BQ',
      day: body.day,
      piece: pieceOf(body, 'R'),
      label: labelOf(body, { code: 'cost-payment', cost: cost.label }),
      stage: 'supplier-payments',
      lines: [
        write('suppliers', body.amountCents, auxiliary),
        write('bank', negated(body.amountCents)),
      ],
    },
  ]
}

/** Somebody is given back what they advanced. */
export function costRefundDrafts(
  body: MoneyMoveBodies['cost-refund'],
  known: Known,
): readonly Draft[] {
  const { cohort, day, who, amountCents } = body
  const write = linesOf(known.chart, cohort)
  const person = personOf(who, known)
  const isParticipant = person.kind === 'participant'
  const kind = isParticipant ? 'participant' : 'staff'
  const account = isParticipant ? 'participant_advances' : 'staff_advances'
  return [
    {
      journal: 'BQ',
      day,
      piece: pieceOf(body, 'RA'),
      label: labelOf(body, { code: 'cost-refund', kind, who }),
      stage: 'settlements',
      lines: [write(account, amountCents, person), write('bank', negated(amountCents))],
    },
  ]
}

/** One transfer to several participants. */
export function payoutDrafts(body: MoneyMoveBodies['payout'], { chart }: Known): readonly Draft[] {
  const { cohort, day, payments } = body
  const write = linesOf(chart, cohort)
  const total = sumCents(payments.map((each) => each.amountCents))
  return [
    {
      journal: 'BQ',
      day,
      piece: pieceOf(body, 'V'),
      label: labelOf(body, { code: 'payout' }),
      stage: 'settlements',
      lines: [
        ...payments.map(({ participant, amountCents }) =>
          write('pay_due', amountCents, { kind: 'participant', code: participant }),
        ),
        write('bank', negated(total)),
      ],
    },
  ]
}
