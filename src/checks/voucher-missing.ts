import { check } from './check.ts'

/** Without a voucher the VAT of a cost is hard to deduct. */
export const voucherMissing = check({
  name: 'voucher-missing',
  level: 'warning',
  of: 'period',
  look: ({ facts }) =>
    facts.withoutVoucher.length === 0
      ? undefined
      : { code: 'voucher-missing', costs: facts.withoutVoucher },
})
