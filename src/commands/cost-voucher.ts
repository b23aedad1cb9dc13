import { addCost } from '../domain/costs/add.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { nextCostNumber } from '../store/queries/cost.ts'
import { paymentOf } from '../store/queries/settlement.ts'
import { command } from './command.ts'
import { costFor, recorded, voidIn } from './cost.ts'
import { costJson, costLine, costWords } from './cost-text.ts'
import { printOne } from './output.ts'
import { textFrom } from './values.ts'

/**
 * Gives a cost the reference of its receipt: nothing is edited, the same cost stands anew under the next number.
 * The void comes last: it is where `undo` ends, so that half of this is never taken back.
 */
export const costVoucher = command({
  arguments: '<number> <reference>',
  options: {},
  writes: true,
  run: async (session, { words: [typed = '', reference = ''] }) => {
    const voucher = textFrom(reference, '<reference>', 32)
    const say = costWords(session)
    const { old, added } = session.record((journal) => {
      const { db, stall, append } = journal
      const found = costFor(session, typed)
      const paidOn = paymentOf(db, found.number)
      if (paidOn !== undefined) refuse({ code: 'cost-paid', number: found.number, day: paidOn })
      if (found.voucher === voucher) refuse({ code: 'nothing-to-change' })
      const { cohort, session: till } = found
      const number = nextCostNumber(db, stall)
      if (!found.voided) {
        refuseClosed(db, cohort, found.day)
        append('cost', addCost({ ...found, voucher }, { cohort, number, session: till }))
      }
      voidIn(journal, found, say.replaced(voucher))
      return { old: found.number, added: recorded(db, number) }
    })
    await printOne(session, costJson(session, added), () => costLine(session, added))
    session.say(say.instead(old, added.number))
  },
})
