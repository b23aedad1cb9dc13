import { refuse } from '../domain/journal/refusal.ts'
import { explanationText, figureListText } from '../formats/explanation-text.ts'
import type { Explanation } from '../reports/explanation.ts'
import { type FigureName, parseFigure } from '../reports/figure-name.ts'
import { explain as en } from '../words/en/explain.ts'
import { explain as fr } from '../words/fr/explain.ts'
import { inLanguage } from '../words/said.ts'
import { SHARING_OPTIONS } from './close-options.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne, readerOf } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'

export const EXPLAIN_OPTIONS = {
  ...SHARING_OPTIONS,
  until: FLAGS.until,
  period: FLAGS.period,
} as const
export type ExplainOptions = Input<typeof EXPLAIN_OPTIONS>['options']

/** One figure, how it is computed, and the records that it comes from; without one, what can be asked. */
export const explain = command({
  arguments: '[figure]',
  options: EXPLAIN_OPTIONS,
  run: async (session, { words: [typed], options }) => {
    if (typed === undefined) return listFigures(session, options)
    const name = parseFigure(typed)
    if (name.kind === 'unknown') return refuse({ code: 'unknown-figure', typed, near: name.near })
    const explanation = await explanationOf(session, name, options)
    const { explanationJson } = await import('../formats/explanation-json.ts')
    await printOne(session, explanationJson(explanation, readerOf(session)), () =>
      explanationText(explanation, readerOf(session)),
    )
    const deeper = explanation.terms.find((term) => term.figure !== undefined)?.figure
    if (deeper !== undefined) sayNext(session, wordsOf(session).next(deeper))
  },
})

const wordsOf = (session: Session) => inLanguage(session.language(), { en, fr })

async function listFigures(session: Session, options: ExplainOptions): Promise<void> {
  const { figuresOfPeriod } = await import('./explain-figures.ts')
  const figures = figuresOfPeriod(session, options)
  const json = figures.map(({ figure, amount }) => ({ figure, amountCents: amount }))
  await printOne(session, json, () => figureListText(figures, readerOf(session)))
  sayNext(session, wordsOf(session).next('result'))
}

async function explanationOf(
  session: Session,
  name: Exclude<FigureName, { kind: 'unknown' }>,
  options: ExplainOptions,
): Promise<Explanation> {
  if (name.kind === 'alone') {
    const { explainAlone } = await import('./explain-figures.ts')
    return explainAlone(session, name.name, options)
  }
  const { explainKeyed } = await import('./explain-keyed.ts')
  return explainKeyed(session, name, options)
}
