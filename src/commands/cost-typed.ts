import {
  MOST_AMOUNTS,
  MOST_COST_CENTS,
  type NewCost,
  type TypedAmount,
} from '../domain/costs/add.ts'
import { type CostCategory, factsOf } from '../domain/costs/category.ts'
import { payerOf } from '../domain/costs/payer.ts'
import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { nearest, suggest } from '../domain/kernel/suggestion.ts'
import { recogniseWord, wordText } from '../formats/vocabulary-words.ts'
import { VOCABULARY } from '../reports/vocabulary.ts'
import { payersOf } from '../store/queries/cost.ts'
import type { Input } from './command.ts'
import { FLAGS } from './flags.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, dateFrom, optional, textFrom, vatRateFrom } from './values.ts'
import { wordFrom } from './word-value.ts'

/** What is said of a cost beside its label and its amounts. */
export const COST_OPTIONS = {
  category: FLAGS.category,
  supplier: FLAGS.supplier,
  paidBy: FLAGS.paidBy,
  chargedTo: FLAGS.chargedTo,
  voucher: FLAGS.voucher,
  on: FLAGS.on,
} as const

/** A cost as typed; without `--on` it is of today. `command` is what is complained about. */
export function newCostFrom(
  session: Session,
  { words, options }: Input<typeof COST_OPTIONS>,
  command: 'cost add' | 'correct cost',
): NewCost {
  const [label = '', ...amounts] = words
  if (options.category === undefined)
    return misused({ code: 'option-needed', name: '--category', command })
  const category = categoryFrom(session, options.category)
  return {
    label: textFrom(label, '<label>'),
    category,
    amounts: costAmountsFrom(session, amounts, { category, command }),
    supplier: optional(options.supplier, (text) => textFrom(text, '--supplier')),
    voucher: optional(options.voucher, (text) => textFrom(text, '--voucher', 32)),
    paidBy: payerFrom(session, options.paidBy ?? 'cae'),
    chargedTo: wordFrom(session, {
      typed: options.chargedTo ?? 'activity',
      name: '--charged-to',
      group: 'charge',
    }),
    day: optional(options.on, (text) => pastDayFrom(session, text)) ?? session.today(),
  }
}

/** A category by its code or by its French or English word. */
function categoryFrom(session: Session, typed: string): CostCategory {
  const known = recogniseWord('category', typed)
  if (known !== undefined) return known
  const candidates = VOCABULARY.category.flatMap((each) => {
    const word = wordText('category', each, session.language())
    const answer = word.includes(' ') ? `"${word}"` : word
    return [each, word].map((spelling) => ({ spelling, answer }))
  })
  return refuse({ code: 'unknown-category', category: typed, near: nearest(typed, candidates) })
}

function costAmountsFrom(
  session: Session,
  typed: readonly string[],
  { category, command }: { readonly category: CostCategory; readonly command: string },
): readonly TypedAmount[] {
  const name = '<amount>'
  const surplus = typed[MOST_AMOUNTS]
  if (surplus !== undefined) misused({ code: 'excess-argument', typed: surplus, command })
  const amounts = typed.map((each) => amountAtRate(session, each, category))
  const total = amounts.reduce((sum, each) => sum + each.amountCents, 0)
  return total <= MOST_COST_CENTS
    ? amounts
    : misused({ code: 'bad-amount', typed: typed.join(' '), name, fault: 'too-large' })
}

/** `211,00@5.5`; without a rate the category's usual one, where there is one. */
function amountAtRate(session: Session, typed: string, category: CostCategory): TypedAmount {
  const at = typed.lastIndexOf('@')
  const amount = at === -1 ? typed : typed.slice(0, at)
  const name = '<amount>'
  const amountCents = amountFrom(amount, name)
  if (amountCents === 0) misused({ code: 'zero-amount', name })
  if (at !== -1) return { amountCents, vatRatePerMille: vatRateFrom(typed.slice(at + 1)) }
  const usual = factsOf(category).usualVatRate
  if (usual !== undefined) return { amountCents, vatRatePerMille: usual }
  const word = wordText('category', category, session.language())
  return misused({ code: 'vat-rate-needed', amount, category: word })
}

/** `cae`, `till` or `caisse`, a participant's code, or a code as staff have. */
function payerFrom(session: Session, typed: string): string {
  const word = recogniseWord('payer', typed)
  if (word !== undefined) return word
  const participants = payersOf(session.ledger().db, session.cohort().code)
  const reading = payerOf(typed, participants)
  if (reading.ok) return reading.payer
  if (reading.fault === 'unknown-payer') {
    const near = suggest(typed, ['cae', 'till', 'caisse', ...participants])
    return refuse({ code: 'unknown-payer', payer: typed, near })
  }
  const near = suggest(typed, participants)
  return refuse({ code: 'unknown-participant', participant: typed, near })
}

export function pastDayFrom(session: Session, typed: string): Day {
  const day = dateFrom(typed, '--on')
  return session.isToCome(day) && day > session.today()
    ? misused({ code: 'future-date', typed, name: '--on' })
    : day
}
