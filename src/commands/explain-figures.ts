import type { Pay, RateTable, Share } from '../domain/closing/close-body.ts'
import type { CorrectionBody } from '../domain/closing/correction.ts'
import type { CloseView } from '../domain/closing/decide-close.ts'
import { type Cents, cents, sumCents } from '../domain/kernel/money.ts'
import { zName } from '../domain/till/z-name.ts'
import {
  explainCosts,
  explainStatement,
  explainVat,
  type NamedZ,
  type PeriodSources,
  ratesOf,
} from '../reports/explain-result.ts'
import { explainPay, explainShare, explainShared, PAY_FIGURES } from '../reports/explain-share.ts'
import type { Explanation } from '../reports/explanation.ts'
import { type AloneFigure, STATEMENT_NAMES } from '../reports/figure-name.ts'
import { correctionsOf } from '../store/queries/correction.ts'
import { type CostRow, costsOf } from '../store/queries/cost.ts'
import { zsOfCohort } from '../store/queries/z.ts'
import { sharingFrom } from './close-options.ts'
import { shownFigures, shownShares } from './closing-shown.ts'
import { regimes } from './cost-text.ts'
import type { ExplainOptions } from './explain.ts'
import type { Session } from './session.ts'

/** A figure that the period has once. */
export function explainAlone(
  session: Session,
  figure: AloneFigure,
  options: ExplainOptions,
): Explanation {
  if (figure === 'shared') return explainShared(viewOf(session, options))
  const sources = sourcesOf(session, options)
  return figure === 'programme'
    ? explainCosts('programme', sources)
    : explainStatement(figure, sources)
}

/** How the result is shared: frozen, else as the options would. */
export const viewOf = (session: Session, options: ExplainOptions): CloseView =>
  shownShares(session, options, sharingFrom(session, options)).view

/** What the figures of the period shown are made of, read by the queries of their reports. */
export function sourcesOf(session: Session, options: ExplainOptions): PeriodSources {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const { figures, closedOn } = shownFigures(session, options)
  const view = viewOf(session, options)
  const { incomeStatement: statement, vat, programmeHtCents } = figures
  const isIn = ({ day }: { readonly day: string }): boolean =>
    day >= figures.from && day <= figures.until
  const zs: readonly NamedZ[] = zsOfCohort(db, cohort)
    .filter(isIn)
    .map((body) => ({ name: zName(body.number), body }))
  const corrections =
    closedOn === undefined
      ? []
      : correctionsOf(db, { cohort, period: view.period }).map(({ body }) => body)
  const amendments = corrections.map(({ number, amendment }) => ({
    number,
    difference: amendment.difference.incomeStatement,
    programmeHtCents: cents(amendment.after.programmeHtCents - amendment.before.programmeHtCents),
  }))
  const sealedTips = zs.map(({ body }) => body.tipsCents)
  const sealedDifferences = zs.map(({ body }) => body.differenceCents)
  return {
    statement,
    vat,
    programmeHtCents,
    terms: view.terms,
    people: view.distribution.shares.length,
    costs: costsOfClose(session, corrections).filter(isIn),
    regimeOf: regimes(session),
    zs,
    unsealedTipsCents: without(statement.donationsCents, [
      ...sealedTips,
      ...amendments.map(({ difference }) => difference.donationsCents),
    ]),
    unsealedDifferenceCents: without(statement.tillDifferenceCents, [
      ...sealedDifferences,
      ...amendments.map(({ difference }) => difference.tillDifferenceCents),
    ]),
    amendments,
  }
}

const without = (whole: Cents, parts: readonly Cents[]): Cents => cents(whole - sumCents(parts))

/** The costs that the close counted: those that an amendment took out since are among them, those it brought are not. */
function costsOfClose(
  session: Session,
  corrections: readonly CorrectionBody[],
): readonly CostRow[] {
  const brought = new Set(
    corrections.flatMap(({ fact }) => (fact.kind === 'cost' ? [fact.cost] : [])),
  )
  return costsOf(session.ledger().db, session.cohort().code)
    .filter((cost) => !brought.has(cost.number) && (!cost.voided || cost.corrects !== undefined))
    .map((cost) => ({ ...cost, voided: false }))
}

/** Every figure of the period that has a name, with its amount. */
export function figuresOfPeriod(
  session: Session,
  options: ExplainOptions,
): readonly Pick<Explanation, 'figure' | 'title' | 'unit' | 'amount'>[] {
  const sources = sourcesOf(session, options)
  const view = viewOf(session, options)
  const { rates } = view
  return [
    ...STATEMENT_NAMES.map((figure) => explainStatement(figure, sources)),
    explainCosts('programme', sources),
    ...ratesOf(sources.vat).map((rate) => explainVat(rate, sources)),
    ...[
      ...new Set(
        sources.costs.filter((cost) => cost.chargedTo === 'activity').map((cost) => cost.category),
      ),
    ].map((category) => explainCosts(category, sources)),
    explainShared(view),
    ...view.distribution.shares.flatMap((share) => [
      explainShare(share, view, undefined),
      ...(share.pay === undefined || rates === undefined
        ? []
        : payFigures(share, share.pay, rates)),
    ]),
  ]
}

const payFigures = (share: Share, pay: Pay, rates: RateTable): readonly Explanation[] =>
  PAY_FIGURES.map((figure) => explainPay(figure, { ...share, pay }, rates))
