import type { ClosingFinding } from '../../domain/closing/refusal.ts'

/** What each check makes sure of, by its name, in the order in which they are run. */
export const checks: { readonly [N in ClosingFinding['code']]: string } = {
  'chain-broken': 'every event of the journal is as it was written',
  'tills-not-sealed': 'every till day has its Z',
  'vat-rate-missing': 'every product sold has a VAT rate',
  'recap-rate-missing': 'takings from paper have a VAT rate',
  'half-days-missing': 'attendance is filled in',
  'social-rates-missing': 'there are social rates for the pay estimate',
  'reserve-above-result': 'the reserve is not more than the result',
  'nobody-payable': 'somebody may be paid',
  'nobody-present': 'somebody weighs something in the split',
  'loss-not-accepted': 'there is no loss, or it is accepted',
  'vote-to-come': 'the vote of the group is given',
  'half-days-to-come': 'no half-day of the period is still to come',
  'sales-dated-later': 'no sale is later than the period',
  'costs-dated-later': 'no cost is later than the period',
  'nothing-sold': 'something was sold',
  'cash-not-counted': 'the cash of every Z was counted',
  'voucher-missing': 'every cost has its voucher',
  'contract-not-signed': 'every contract is signed',
  'social-rates-old': 'the social rates are of the year',
  'social-rates-change': 'the social rates do not change inside the period',
  'clock-went-back': "the computer's clock never went back",
}
