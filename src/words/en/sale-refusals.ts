import type { SaleRefusal } from '../../domain/sales/refusal.ts'
import type { RefusalWords } from './refusals.ts'

export const saleRefusals: RefusalWords<SaleRefusal> = {
  'key-reused': (facts) => ({
    message: `the key ${facts.key} belongs to another sale: ${facts.ticket}`,
    hint: `look at it with flashcoop sale show ${facts.ticket}; give this sale a key of its own`,
  }),
  'unknown-ticket': (facts) => ({
    message: `there is no ticket ${facts.typed}`,
    hint:
      facts.last === undefined
        ? 'no sale is recorded yet'
        : `the last one is ${facts.last}; see them with flashcoop sale list --last 3`,
  }),
  'ticket-voided': (facts) => ({
    message: `${facts.ticket} is voided already`,
    hint: `look at it with flashcoop sale show ${facts.ticket}`,
  }),
  'ticket-sealed': (facts) => ({
    message: `${facts.ticket} is in the Z of ${facts.day} (Z-${facts.z}): it does not change any more`,
    hint: `tell the accountant; flashcoop sale show ${facts.ticket} shows it`,
  }),
  'recap-day-sealed': (facts) => ({
    message: `${facts.day} is sealed (Z-${facts.z}): its takings are in the till already`,
    hint: `look at them with flashcoop till show Z-${facts.z}`,
  }),
}
