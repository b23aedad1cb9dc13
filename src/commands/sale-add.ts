import { saleLineText } from '../language/lexer.ts'
import { readSaleLine } from '../language/sale-line.ts'
import { canonicalText } from '../store/canonical.ts'
import { newKey } from '../store/key.ts'
import { command, type Input, type Outcome } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne } from './output.ts'
import { receiptNotes, receiptText } from './receipt.ts'
import { recordSale, type SaleRequest, saleContext } from './sale-recording.ts'
import type { Session } from './session.ts'
import { withTraining } from './training.ts'
import { misused } from './usage.ts'

const OPTIONS = {
  key: FLAGS.saleKey,
  item: FLAGS.item,
  pay: FLAGS.pay,
  discount: FLAGS.discount,
  tip: FLAGS.tip,
  seller: FLAGS.seller,
  keepGoing: FLAGS.keepGoing,
  anyway: FLAGS.anyway,
} as const

type Typed = Input<typeof OPTIONS>

export const saleAdd = command({
  arguments: '[line...]',
  options: OPTIONS,
  writes: true,
  quick: true,
  run: addSale,
})

async function addSale(session: Session, typed: Typed): Promise<Outcome> {
  const { words, options } = typed
  if (words.length === 1 && words[0] === '-') {
    const { addBatch } = await import('./sale-batch.ts')
    const { keepGoing, anyway } = options
    return addBatch(session, { keepGoing, anyway, key: checkedKey(options.key) })
  }
  const request = await requestOf(session, typed)
  const sold = session.record((journal) => {
    return recordSale(session, journal, { request, context: saleContext(session, journal) })
  })
  const { ticket } = sold
  await printOne(session, withTraining(session, ticket), () => receiptText(session, ticket, sold))
  return receiptNotes(session, sold)
}

async function requestOf(session: Session, { words, options }: Typed): Promise<SaleRequest> {
  const key = checkedKey(options.key)
  const common = {
    at: undefined,
    when: session.when(),
    anyway: options.anyway,
    key: key ?? newKey(session.ledger().db, session.io.nowMs()),
  }
  if (!hasOptions(options)) {
    const line = saleLineText(words)
    const content = key === undefined ? undefined : line
    return { ...common, line, content, read: (vocabulary) => readSaleLine(words, vocabulary) }
  }
  const [extra] = words
  if (extra !== undefined)
    misused({ code: 'option-conflict', one: firstOption(options), other: saleLineText(words) })
  const { readSaleOptions } = await import('../language/sale-options.ts')
  const { item = [], pay = [], discount, tip, seller } = options
  const sale = { items: item, payments: pay, discount, tip, seller }
  const content = key === undefined ? undefined : canonicalText(sale)
  return {
    ...common,
    line: undefined,
    content,
    read: (vocabulary) => readSaleOptions(sale, vocabulary),
  }
}

const hasOptions = ({ item, pay, discount, tip, seller }: Typed['options']): boolean =>
  [item, pay, discount, tip, seller].some((each) => each !== undefined)

function firstOption({ item, pay, discount, tip }: Typed['options']): string {
  if (item !== undefined) return '--item'
  if (pay !== undefined) return '--pay'
  if (discount !== undefined) return '--discount'
  return tip !== undefined ? '--tip' : '--seller'
}

/** A ULID, or any name of 1 to 64 letters, digits, `-` and `_` that a script makes unique. */
function checkedKey(typed: string | undefined): string | undefined {
  if (typed === undefined || /^[\w-]{1,64}$/.test(typed)) return typed
  return misused({ code: 'bad-code', typed, name: '--key', example: '01JXZ3C9QK7M5T8V2N4B6D0F1H' })
}
