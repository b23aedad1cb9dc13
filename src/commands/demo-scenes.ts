import { join } from 'node:path'
import type { Language } from '../domain/journal/event.ts'
import type { DemoWords } from '../words/en/demo.ts'
import { commandsOf, publishedCohorts } from './demo-cohorts.ts'
import type { Stage } from './demo-stage.ts'
import { EXIT } from './exit-code.ts'

/** What a scene needs to be told in somebody's language. */
export type Telling = { readonly words: DemoWords; readonly language: Language }

/** An amount or a rate as it is typed there: `57,50`. */
const typed = (text: string, language: Language): string =>
  language === 'fr' ? text.replace('.', ',') : text

/** The seven published cohorts: the first is shown as it is typed, the others only as rows of the table. */
export async function playPublished(stage: Stage, { words, language }: Telling): Promise<void> {
  const { nouns, published } = words
  const { folder } = stage
  stage.clock('2026-06-10', '09:00')
  stage.title(published.title)
  stage.print(`${published.source}\n`)
  await stage.show(['init', '--host', published.host, '--lang', language, '--no-input'])
  const [first, ...others] = publishedCohorts(folder).map((cohort) =>
    commandsOf(cohort, { folder, label: published.label, mark: language === 'fr' ? ',' : '.' }),
  )
  if (first === undefined) return
  await stage.show([nouns.cohort, 'create', ...first.create])
  await stage.show(['participant', 'import', ...first.people])
  await stage.show([nouns.sale, 'recap', ...first.takings])
  for (const { create, people, takings } of others) {
    await stage.run(['cohort', 'create', ...create])
    await stage.run(['participant', 'import', ...people])
    await stage.run(['sale', 'recap', ...takings])
  }
  await stage.show([nouns.report, 'cohorts'], { why: published.others(others.length) })
}

/** A few sales, each with its echo, and the Z. */
export async function playStall(stage: Stage, { words, language }: Telling): Promise<void> {
  const { nouns, stall } = words
  const sell = (line: string): readonly string[] => [nouns.sale, 'add', ...line.split(' ')]
  const price = (amount: string): string => typed(amount, language)
  const vat = ['--vat', price('5.5')]
  stage.clock('2026-06-13', '08:40')
  stage.title(stall.title)
  const start = ['--template', 'blank', '--start', '2026-06-13']
  await stage.show([nouns.cohort, 'create', STALL, '--name', stall.name, ...start])
  await stage.run(['cohort', 'use', STALL])
  await stage.show([nouns.product, 'add', stall.cookie, price('1.50'), ...vat, '--key', 'k'])
  await stage.show([nouns.product, 'add', stall.brownie, price('2.00'), ...vat, '--key', 'b'])
  await stage.show([nouns.till, 'open', '--float', '50'])
  stage.clock('2026-06-13', '10:32')
  await stage.show(sell(stall.cash.line), { why: stall.cash.why, answer: 'with-hints' })
  await stage.show(sell(stall.split.line), { why: stall.split.why })
  await stage.show(sell(stall.typo.line), { why: stall.typo.why, exit: EXIT.usage })
  await stage.show(sell(stall.wrong.line), { why: stall.wrong.why })
  await stage.show(['undo'], { why: stall.undo, answer: 'with-hints' })
  stage.clock('2026-06-13', '18:00')
  await stage.show([nouns.till, 'count', price('57.50')], { why: stall.count })
  await stage.show([nouns.till, 'z'])
}

export const STALL = 'ESSAI'
const EXAMPLE = 'FC-2026-01'

/** The worked example, from its CSV files to the shares. */
export async function playWorkedExample(stage: Stage, { words, language }: Telling): Promise<void> {
  const { nouns, example } = words
  const file = (name: string): string => join(stage.folder, 'worked-example', name)
  const at = (time: string): readonly string[] => ['--at', `2026-06-${time}`]
  stage.clock('2026-06-18', '18:00')
  stage.title(example.title)
  const start = ['--template', 'flash7', '--start', '2026-06-10']
  await stage.show([nouns.host, 'set', 'insurance_rate', '1'])
  await stage.show([nouns.cohort, 'create', EXAMPLE, '--name', example.name, ...start])
  await stage.show([nouns.cohort, 'use', EXAMPLE])
  await stage.show(['participant', 'import', file('participants.csv')], { why: example.files })
  await stage.show([nouns.attendance, 'import', file('attendance.csv')])
  await stage.show([nouns.product, 'import', file('products.csv')])
  await stage.show([nouns.till, 'open', '--float', '80', ...at('17T08:45')], { why: example.sale })
  await stage.show([nouns.sale, 'import', file('sales.csv')])
  await stage.show([nouns.cost, 'import', file('costs.csv')])
  const counted = [typed('799.70', language), '--reason', example.reason]
  await stage.show([nouns.till, 'count', ...counted, ...at('17T18:00')], { why: example.evening })
  await stage.show([nouns.till, 'z', ...at('17T18:10')], { answer: 'none' })
  stage.remark(example.sealed)
  const vote = ['--rule', 'half-days', '--vote', '2026-06-18 6/0/1']
  const close = [nouns.close, ...vote, ...at('18T18:00'), '--confirm', EXAMPLE]
  await stage.show(close, { why: example.close })
  await stage.show(['audit', 'verify'], { why: example.audit })
}
