import type { HostSetting } from '../../domain/host/setting.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Translated } from '../said.ts'

const settings: { readonly [S in HostSetting]: string } = {
  name: 'the cooperative that carries the cohorts',
  siren: 'its nine-digit number',
  vat_regime: 'normal, or franchise: no VAT collected, none deducted',
  contribution_rate: 'what the host keeps, in percent of the base',
  contribution_base: 'gross_margin, revenue (excl. VAT) or none',
  contribution_floor: 'at least this much for a period',
  contribution_cap: 'at most this much for a period',
  insurance_rate: 'in percent of revenue excl. VAT',
  insurance_per_participant: 'instead of the rate, for everybody who joined',
  contribution_style:
    'in the entries: two_line, or four_line with a debit and a credit on both sides',
  section_host: 'the host’s analytic section',
  section_activity: 'the activity’s analytic section; {cohort} is its code',
  csv_profile: 'excel-fr (; and decimal comma) or standard',
  language: 'fr or en',
  default_method: 'of a sale that names none: cash, card, cheque or transfer',
  quantity_limit: 'above it a quantity needs the x: 60x cookie',
}

export const host = {
  settings,
  none: 'none',
  set: (setting: string, value: string) => `${setting}: ${value}\n`,
  already: (setting: string, value: string) => `${setting} is ${value} already\n`,
  odd: (siren: string) =>
    `warning: ${siren} is not a usual SIREN (its check digit does not fit): compare it with your papers\n`,
  synonyms: {
    vat: ['vat_regime'],
    rate: ['contribution_rate', 'insurance_rate'],
    contribution: ['contribution_rate', 'contribution_base'],
    insurance: ['insurance_rate', 'insurance_per_participant'],
    csv: ['csv_profile'],
    payment: ['default_method'],
    quantity: ['quantity_limit'],
    lang: ['language'],
  },
  wholeGross: 'employer contributions are on the whole gross pay: leave the cell empty',
  ratesReplaced: (validFrom: Day, changed: readonly string[]) =>
    `warning: a table of ${validFrom} was there with other rates and gives way: ${changed.join(', ')}; what is closed keeps its own\n`,
  ratesLacking: (validFrom: Day, before: Day, missing: readonly string[]) =>
    `warning: the table of ${validFrom} lacks what the one of ${before} has: ${missing.join(', ')}; nothing is counted for it from that day on\n`,
  next: { show: 'flashcoop host show', rates: 'flashcoop host rates list' },
}
export type HostWords = Translated<Omit<typeof host, 'synonyms'>> & {
  readonly synonyms: Readonly<Record<string, readonly string[]>>
}
