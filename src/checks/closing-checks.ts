import { advancesNotRefunded } from './advances-not-refunded.ts'
import { cardsNotReconciled } from './cards-not-reconciled.ts'
import { cashNotBanked } from './cash-not-banked.ts'
import { cashNotCounted } from './cash-not-counted.ts'
import { chainBroken } from './chain-broken.ts'
import type { AnyCheck } from './check.ts'
import { chequesNotBanked } from './cheques-not-banked.ts'
import { clockWentBack } from './clock-went-back.ts'
import { contractNotSigned } from './contract-not-signed.ts'
import { costsDatedLater } from './costs-dated-later.ts'
import { halfDaysMissing } from './half-days-missing.ts'
import { halfDaysToCome } from './half-days-to-come.ts'
import { lossNotAccepted } from './loss-not-accepted.ts'
import { nobodyPayable } from './nobody-payable.ts'
import { nobodyPresent } from './nobody-present.ts'
import { nothingSold } from './nothing-sold.ts'
import { recapRateMissing } from './recap-rate-missing.ts'
import { reserveAboveResult } from './reserve-above-result.ts'
import { salesDatedLater } from './sales-dated-later.ts'
import { socialRatesChange } from './social-rates-change.ts'
import { socialRatesMissing } from './social-rates-missing.ts'
import { socialRatesOld } from './social-rates-old.ts'
import { tillsNotSealed } from './tills-not-sealed.ts'
import { vatRateMissing } from './vat-rate-missing.ts'
import { voteToCome } from './vote-to-come.ts'
import { voucherMissing } from './voucher-missing.ts'

/** What is looked at before a close, in this order: first what blocks it, in the order in which people mend it. */
export const CLOSING_CHECKS: readonly AnyCheck[] = [
  chainBroken,
  tillsNotSealed,
  vatRateMissing,
  recapRateMissing,
  halfDaysMissing,
  socialRatesMissing,
  reserveAboveResult,
  nobodyPayable,
  nobodyPresent,
  lossNotAccepted,
  voteToCome,
  halfDaysToCome,
  salesDatedLater,
  costsDatedLater,
  nothingSold,
  cashNotCounted,
  voucherMissing,
  contractNotSigned,
  advancesNotRefunded,
  cashNotBanked,
  cardsNotReconciled,
  chequesNotBanked,
  socialRatesOld,
  socialRatesChange,
  clockWentBack,
]
