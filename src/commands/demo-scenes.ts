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

/** The worked example, from its CSV files to the last transfer. */
export async function playWorkedExample(stage: Stage, telling: Telling): Promise<void> {
  const { example } = telling.words
  stage.clock('2026-06-18', '18:00')
  stage.title(example.title)
  await prepareExample(stage, telling)
  await playMarket(stage, telling)
  await bringToBank(stage, telling)
  await closeAndPay(stage, telling)
}

const inJune = (time: string): readonly string[] => ['--at', `2026-06-${time}`]
const onDay = (day: number, voucher: string): readonly string[] => [
  '--on',
  `2026-06-${day}`,
  '--voucher',
  voucher,
]
const exampleFile = ({ folder }: Stage, name: string): string =>
  join(folder, 'worked-example', name)

async function prepareExample(stage: Stage, { words }: Telling): Promise<void> {
  const { nouns, example } = words
  const start = ['--template', 'flash7', '--start', '2026-06-10', '--venue', example.venue]
  await stage.show([nouns.host, 'set', 'insurance_rate', '1'])
  await stage.show([nouns.cohort, 'create', EXAMPLE, '--name', example.name, ...start])
  await stage.show([nouns.cohort, 'use', EXAMPLE])
  const people = exampleFile(stage, 'participants.csv')
  await stage.show(['participant', 'import', people], { why: example.files })
  await stage.show([nouns.attendance, 'import', exampleFile(stage, 'attendance.csv')])
  await stage.show([nouns.product, 'import', exampleFile(stage, 'products.csv')])
}

async function playMarket(stage: Stage, { words, language }: Telling): Promise<void> {
  const { nouns, example } = words
  const float = [nouns.till, 'withdraw', '80', ...onDay(16, 'FDC-001')]
  await stage.show(float, { why: example.float })
  const open = ['--float', '80', '--venue', example.venue, ...inJune('17T08:45')]
  await stage.show([nouns.till, 'open', ...open], { why: example.sale })
  await stage.show([nouns.sale, 'import', exampleFile(stage, 'sales.csv')])
  await stage.show([nouns.cost, 'import', exampleFile(stage, 'costs.csv')])
  const paid = [...onDay(16, 'CB-001'), '--label', example.packaging]
  await stage.show([nouns.cost, 'pay', '3', ...paid], { why: example.paid })
  const counted = [typed('799.70', language), '--reason', example.reason]
  await stage.show([nouns.till, 'count', ...counted, ...inJune('17T18:00')], {
    why: example.evening,
  })
  await stage.show([nouns.till, 'z', ...inJune('17T18:10')], { answer: 'none' })
  stage.remark(example.sealed)
}

async function bringToBank(stage: Stage, { words, language }: Telling): Promise<void> {
  const { nouns, example } = words
  const { cash, cheque, card } = example.methods
  const deposit = (method: string, voucher: string, ...more: readonly string[]) => [
    nouns.till,
    'deposit',
    method,
    ...more,
    ...onDay(18, voucher),
  ]
  const withFloat = ['--label', example.withFloat]
  await stage.show(deposit(cash, 'RE-001', ...withFloat), { why: example.bank })
  await stage.show(deposit(cheque, 'RC-001', '--count', '4'))
  await stage.show(deposit(card, 'TPE-001', '--fee', typed('5.41', language)))
}

async function closeAndPay(stage: Stage, { words }: Telling): Promise<void> {
  const { nouns, example } = words
  const vote = ['--rule', 'half-days', '--vote', '2026-06-18 6/0/1']
  const close = [nouns.close, ...vote, ...inJune('18T18:00'), '--confirm', EXAMPLE]
  await stage.show(close, { why: example.close })
  stage.clock('2026-06-30', '10:00')
  const pay = [nouns.payout, 'pay', '--all', ...onDay(30, 'VIR-001')]
  await stage.show(pay, { why: example.pay })
  await stage.show([nouns.cost, 'refund', 'ANIM01', ...onDay(30, 'VIR-002')])
  await stage.show([nouns.report, 'balance'], { why: example.books })
  await stage.show(['audit', 'verify'], { why: example.audit })
}
