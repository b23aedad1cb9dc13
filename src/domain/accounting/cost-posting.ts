import { chargeOf } from '../closing/income-statement.ts'
import { isCostCategory } from '../costs/category.ts'
import type { EventBodies } from '../journal/event.ts'
import { numberText } from '../journal/own-number.ts'
import { invariant } from '../kernel/defect.ts'
import { cents, negated, sumCents } from '../kernel/money.ts'
import { activitySectionOf, costAccount } from './chart.ts'
import { type Draft, linesIn } from './draft.ts'
import type { Auxiliary, EntryLine } from './entry.ts'
import type { Known } from './known.ts'

type Cost = EventBodies['cost']

/** `C-12`: a cost without a voucher. */
const costPiece = ({ voucher, number }: Pick<Cost, 'voucher' | 'number'>): string =>
  voucher ?? `C-${numberText(number)}`

/** `PACKFR: Emballages SARL` is a supplier with a code of its own; else the name is its code (choice). */
export function supplierOf(supplier: string): Auxiliary {
  const [, code, name] = /^([A-Z0-9]{2,17}) ?: ?(.+)$/.exec(supplier) ?? []
  return code === undefined || name === undefined
    ? { kind: 'supplier', code: supplier, name: supplier }
    : { kind: 'supplier', code, name }
}

export const personOf = (
  code: string,
  { isParticipant }: Pick<Known, 'isParticipant'>,
): Auxiliary => (isParticipant(code) ? { kind: 'participant', code } : { kind: 'staff', code })

/** The section that bears a cost: programme costs are the host's. */
export const sectionOf = ({ chart }: Known, { chargedTo, cohort }: Cost): string =>
  chargedTo === 'programme' ? chart.hostSection : activitySectionOf(chart, cohort)

/**
 * One entry for one cost: each amount's charge and VAT (under `franchise` the whole is charge), and who it is owed
 * to, or the till that paid.
 */
export function costDrafts(body: Cost, known: Known): readonly Draft[] {
  const { category, amounts, day, label } = body
  invariant(isCostCategory(category), 'a recorded cost has a category')
  const write = linesIn(known.chart, sectionOf(known, body))
  const charges = amounts.flatMap(({ amountCents, vatCents }) => {
    const cost = { category, chargedTo: body.chargedTo, amountCents, vatCents }
    const charge = chargeOf(cost, known.vatRegime)
    return [
      write(costAccount(category), charge),
      write('vat_deductible', cents(amountCents - charge)),
    ]
  })
  const owed = negated(sumCents(amounts.map((each) => each.amountCents)))
  const { journal, stage, line } = counterpart(body, known)
  const lines = [...charges, line(write, owed)]
  return [
    { journal, day, piece: costPiece(body), label: { code: 'typed', text: label }, stage, lines },
  ]
}

type Counterpart = Pick<Draft, 'journal' | 'stage'> & {
  readonly line: (write: ReturnType<typeof linesIn>, owed: ReturnType<typeof cents>) => EntryLine
}

function counterpart({ paidBy, supplier }: Cost, known: Known): Counterpart {
  if (paidBy === 'till')
    return { journal: 'CA', stage: 'till-moves', line: (write, owed) => write('till', owed) }
  if (paidBy === 'cae') {
    const auxiliary = supplier === undefined ? undefined : supplierOf(supplier)
    return {
      journal: 'AC',
      stage: 'purchases',
      line: (write, owed) => write('suppliers', owed, auxiliary),
    }
  }
  const person = personOf(paidBy, known)
  const account = person.kind === 'participant' ? 'participant_advances' : 'staff_advances'
  return {
    journal: 'NF',
    stage: 'purchases',
    line: (write, owed) => write(account, owed, person),
  }
}
