import type { SaleRefusal } from '../../domain/sales/refusal.ts'
import type { RefusalWords } from '../en/refusals.ts'

export const saleRefusals: RefusalWords<SaleRefusal> = {
  'key-reused': (facts) => ({
    message: `la clé ${facts.key} est celle d’une autre vente : ${facts.ticket}`,
    hint: `regardez-la avec flashcoop sale show ${facts.ticket} ; donnez à cette vente sa propre clé`,
  }),
  'unknown-ticket': (facts) => ({
    message: `il n’y a pas de ticket ${facts.typed}`,
    hint:
      facts.last === undefined
        ? 'aucune vente n’est encore enregistrée'
        : `le dernier est ${facts.last} ; voyez-les avec flashcoop sale list --last 3`,
  }),
  'ticket-voided': (facts) => ({
    message: `${facts.ticket} est déjà annulée`,
    hint: `regardez-la avec flashcoop sale show ${facts.ticket}`,
  }),
  'ticket-sealed': (facts) => ({
    message: `${facts.ticket} est dans le Z du ${facts.day} (Z-${facts.z}) : elle ne change plus`,
    hint: `dites-le au comptable ; flashcoop sale show ${facts.ticket} la montre`,
  }),
  'recap-day-sealed': (facts) => ({
    message: `le ${facts.day} est scellé (Z-${facts.z}) : sa recette est déjà dans la caisse`,
    hint: `regardez-la avec flashcoop till show Z-${facts.z}`,
  }),
}
