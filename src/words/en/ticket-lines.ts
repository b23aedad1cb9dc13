import type { Translated } from '../said.ts'

export const ticketLines = {
  line: (
    quantity: number,
    label: string,
    { price, ttc }: { readonly price: string; readonly ttc: string },
  ) => `  ${quantity} x ${label} at ${price}   ${ttc} incl. VAT`,
  ht: (ht: string, rate: string) => `   ${ht} excl. VAT (${rate})`,
  noRate: '   no VAT rate yet',
}
export type TicketLineWords = Translated<typeof ticketLines>
