import type { TicketLineWords } from '../en/ticket-lines.ts'

export const ticketLines: TicketLineWords = {
  line: (quantity, label, { price, ttc }) => `  ${quantity} x ${label} à ${price}   ${ttc} TTC`,
  ht: (ht, rate) => `   ${ht} HT (TVA ${rate})`,
  noRate: '   taux de TVA à dire',
}
