import type { CloseBody } from '../closing/close-body.ts'
import type { ShareDifference } from '../closing/correction.ts'
import { dayOf } from '../kernel/instant.ts'
import { type Cents, negated, sumCents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { activitySectionOf, type Chart } from './chart.ts'
import { type Draft, linesIn, linesOf } from './draft.ts'
import type { Auxiliary } from './entry.ts'

const URSSAF: Auxiliary = { kind: 'social', code: 'URSSAF', name: 'Urssaf' }

/** `CTR-001`: the period's number behind a mark. */
const periodPiece = (mark: string, period: number): string =>
  `${mark}-${String(period).padStart(3, '0')}`

/** The day of a close's entries: it is in the period, and never after the close itself. */
const closingDay = ({ until, closedAt }: CloseBody): CloseBody['until'] => {
  const closed = dayOf(closedAt)
  return closed < until ? closed : until
}

/** Contribution and insurance to the host, then the pay of the participants. */
export function closeDrafts(body: CloseBody, chart: Chart): readonly Draft[] {
  const { terms, period, incomeStatement } = body
  const day = closingDay(body)
  const lines = (amount: Cents): Draft['lines'] => internalLines(amount, chart, body.cohort)
  const insuranceRate = terms.insurancePerParticipantCents > 0 ? undefined : terms.insuranceRateBp
  return [
    {
      journal: 'OD',
      day,
      piece: periodPiece('CTR', period),
      label: {
        code: 'contribution',
        rateBp: terms.contributionRateBp,
        base: terms.contributionBase,
      },
      stage: 'contribution',
      lines: lines(incomeStatement.contributionCents),
    },
    {
      journal: 'OD',
      day,
      piece: periodPiece('ASS', period),
      label: { code: 'insurance', ...present({ rateBp: insuranceRate }) },
      stage: 'insurance',
      lines: lines(incomeStatement.insuranceCents),
    },
    ...payDrafts(
      {
        day,
        piece: periodPiece('REM', period),
        cohort: body.cohort,
        shares: body.distribution.shares,
      },
      chart,
    ),
  ]
}

/** What passes from the activity's section to the host's. */
export function internalLines(amount: Cents, chart: Chart, cohort: string): Draft['lines'] {
  const activity = linesIn(chart, activitySectionOf(chart, cohort))
  const host = linesIn(chart, chart.hostSection)
  const out = negated(amount)
  if (chart.contributionStyle === 'two_line')
    return [activity('contribution_charge', amount), host('contribution_income', out)]
  return [
    activity('contribution_charge', amount),
    activity('internal_transfers', out),
    host('internal_transfers', amount),
    host('contribution_income', out),
  ]
}

/** Whose pay, or what an amendment changes in it: below zero it stands on the other side. */
type Paid = Pick<Draft, 'day' | 'piece'> & {
  readonly cohort: string
  readonly shares: readonly ShareDifference[]
}

/** The estimated pay where the close made one, else the shares as they are: the host makes the pay of them. */
export function payDrafts({ day, piece, cohort, shares }: Paid, chart: Chart): readonly Draft[] {
  const write = linesOf(chart, cohort)
  const head = { journal: 'PA', day, piece, stage: 'pay' } as const
  const pays = shares.flatMap(({ pay }) => (pay === undefined ? [] : [pay]))
  const sum = (part: 'grossCents' | 'employeeCents' | 'employerCents'): Cents =>
    sumCents(pays.map((pay) => pay[part]))
  const due = shares.map(({ participant, shareCents, pay }) =>
    write('pay_due', negated(pay?.netCents ?? shareCents), {
      kind: 'participant',
      code: participant,
    }),
  )
  if (pays.length === 0) {
    const shared = sumCents(shares.map((share) => share.shareCents))
    return [{ ...head, label: { code: 'shares' }, lines: [write('pay', shared), ...due] }]
  }
  return [
    {
      ...head,
      label: { code: 'pay' },
      lines: [
        write('pay', sum('grossCents')),
        ...due,
        write('social_bodies', negated(sum('employeeCents')), URSSAF),
      ],
    },
    {
      ...head,
      label: { code: 'employer-contributions' },
      lines: [
        write('employer_contributions', sum('employerCents')),
        write('social_bodies', negated(sum('employerCents')), URSSAF),
      ],
    },
  ]
}
