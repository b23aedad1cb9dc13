import type { Check } from './check.ts'

/** Without a voucher the VAT of a cost is hard to deduct. */
export const voucherMissing: Check = {
  level: 'warning',
  look: ({ facts }) =>
    facts.withoutVoucher.length === 0
      ? undefined
      : { code: 'voucher-missing', costs: facts.withoutVoucher },
}
