import { numberText } from '../../domain/journal/own-number.ts'
import { unreachable } from '../../domain/kernel/defect.ts'
import { ticketName } from '../../domain/sales/ticket.ts'
import type {
  Depended,
  Dependent,
  Final,
  ImportedKind,
  UndoRefusal,
} from '../../domain/undo/refusal.ts'
import type { Said, WordsFor } from '../said.ts'
import { counted } from './day-text.ts'

const upTo = (possible: number): string =>
  possible === 0
    ? ''
    : `; flashcoop undo${possible === 1 ? '' : ` ${possible}`} takes back what came after`

const REMEDIES: { readonly [K in ImportedKind]: string } = {
  sale: 'flashcoop sale void TICKET --reason "…"',
  cost: 'flashcoop cost void NUMBER --reason "…"',
  product: 'flashcoop product edit or product retire',
  participant: 'flashcoop participant edit or participant leave',
  attendance: 'flashcoop attendance mark',
}

function finalSaid(final: Final): Said {
  switch (final.kind) {
    case 'till-z':
      return {
        message: `Z-${final.z} is sealed: a Z is never undone, nor what is in it`,
        hint: 'what comes after it goes into the next Z: flashcoop till open',
      }
    case 'close':
      return {
        message: `cohort ${final.cohort} is closed until ${final.until}: a close is never undone`,
        hint: 'see it with flashcoop report result; put it right by an amendment: flashcoop help correct',
      }
    case 'correction':
      return {
        message: `the last thing is amendment ${final.number} of ${final.cohort}: an amendment is never undone`,
        hint: 'put it right by another one: flashcoop help correct',
      }
    case 'sale-import':
      return {
        message: `sales of ${final.day} were imported (${final.tickets}): an import is not undone in one go`,
        hint: `put right what is wrong, one by one: ${REMEDIES.sale}`,
      }
    case 'import':
      return {
        message: `the last thing is an import of ${counted(final.added, 'row')}: it is not undone in one go`,
        hint: `put right what is wrong, one by one: ${REMEDIES[final.of]}`,
      }
    case 'rates':
      return {
        message: `social rates from ${final.validFrom} were imported: they are not undone`,
        hint: 'import the right table for the same date: flashcoop host rates import FILE',
      }
    case 'sale-void':
      return {
        message: `the last thing is the void of ${ticketName(final.stall, final.ticket)}: it is not undone`,
        hint: 'record the sale again: flashcoop sale add …',
      }
    case 'cost-void':
      return {
        message: `the last thing is the void of cost ${numberText(final.cost)}: it is not undone`,
        hint: 'record the cost again: flashcoop cost add …',
      }
    default:
      return unreachable(final)
  }
}

const USES: { readonly [D in Dependent]: string } = {
  attendance: 'attendance',
  costs: 'costs (voided ones count)',
  sales: 'sales (voided ones count)',
  till: 'till sessions',
  participants: 'participants',
  products: 'products',
  moves: 'cash fetched at the bank',
}

function dependedSaid(what: Depended, uses: string): Said {
  switch (what.kind) {
    case 'till-open':
      return {
        message: `the till of ${what.day} has ${uses}: its opening is not undone`,
        hint: 'seal it instead: flashcoop till count, then flashcoop till z',
      }
    case 'cohort':
      return {
        message: `cohort ${what.cohort} has ${uses}: its creation is not undone`,
        hint: 'choose another one with flashcoop cohort use CODE',
      }
    case 'day':
      return {
        message: `${what.day} has ${uses}: the day stays`,
        hint: 'cancel it instead: flashcoop day edit DATE --cancel',
      }
    case 'participant':
      return {
        message: `${what.participant} has ${uses}: the person stays`,
        hint: `say that they left: flashcoop participant leave ${what.participant} --on DATE`,
      }
    case 'product':
      return {
        message: `${what.product} has ${uses}: the product stays`,
        hint: `take it off the stall: flashcoop product retire ${what.product}`,
      }
    default:
      return unreachable(what)
  }
}

const withMore = ({ message, hint }: Said, possible: number): Said => ({
  message,
  hint: hint + upTo(possible),
})

export const undoRefusals: WordsFor<UndoRefusal> = {
  'nothing-to-undo': ({ possible }) => ({
    message: possible === 0 ? 'there is nothing to undo' : `only ${possible} can be undone`,
    hint:
      possible === 0 ? 'see what is recorded with flashcoop status' : `flashcoop undo ${possible}`,
  }),
  'nothing-to-redo': () => ({
    message: 'there is nothing to bring back',
    hint: 'redo brings back what the last undo took away, before anything else is recorded; else type it again, as in: flashcoop sell 2 cookie card',
  }),
  'name-forgotten': ({ participant, whole }) => ({
    message: `the name of ${participant} was erased by the undo`,
    hint: whole
      ? 'type it again: flashcoop participant add "…"'
      : `type it again: flashcoop participant edit ${participant} --name "…"`,
  }),
  'not-undoable': ({ final, possible }) => withMore(finalSaid(final), possible),
  'undo-blocked': ({ what, by, possible }) =>
    withMore(dependedSaid(what, by.map((each) => USES[each]).join(', ')), possible),
}
