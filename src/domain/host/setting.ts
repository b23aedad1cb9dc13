import type { CsvProfile, Language, PaymentMethod } from '../journal/event.ts'

type VatRegime = 'normal' | 'franchise'
type ContributionStyle = 'two_line' | 'four_line'
type ContributionBase = 'gross_margin' | 'revenue' | 'none'

export const LANGUAGES: readonly Language[] = ['fr', 'en']
export const CSV_PROFILES: readonly CsvProfile[] = ['excel-fr', 'standard']
const PAYMENT_METHODS: readonly PaymentMethod[] = ['cash', 'card', 'cheque', 'transfer']
const VAT_REGIMES: readonly VatRegime[] = ['normal', 'franchise']
const CONTRIBUTION_STYLES: readonly ContributionStyle[] = ['two_line', 'four_line']
const CONTRIBUTION_BASES: readonly ContributionBase[] = ['gross_margin', 'revenue', 'none']

/**
 * How a setting's value is typed and kept: `percent` as basis points, `euros` as cents, `integer` as it is.
 * `clearable` ones may be unset again.
 */
export type SettingMeasure =
  | { readonly kind: 'text' }
  | { readonly kind: 'siren'; readonly clearable: true }
  | { readonly kind: 'choice'; readonly allowed: readonly string[] }
  | { readonly kind: 'percent' }
  | { readonly kind: 'euros'; readonly clearable?: true }
  | { readonly kind: 'integer'; readonly from: number; readonly to: number }

/** The settings of `host set`, in the order in which they are shown. */
const HOST_SETTINGS = {
  name: { kind: 'text' },
  siren: { kind: 'siren', clearable: true },
  vat_regime: { kind: 'choice', allowed: VAT_REGIMES },
  contribution_rate: { kind: 'percent' },
  contribution_base: { kind: 'choice', allowed: CONTRIBUTION_BASES },
  contribution_floor: { kind: 'euros', clearable: true },
  contribution_cap: { kind: 'euros', clearable: true },
  insurance_rate: { kind: 'percent' },
  insurance_per_participant: { kind: 'euros' },
  contribution_style: { kind: 'choice', allowed: CONTRIBUTION_STYLES },
  section_host: { kind: 'text' },
  section_activity: { kind: 'text' },
  csv_profile: { kind: 'choice', allowed: CSV_PROFILES },
  language: { kind: 'choice', allowed: LANGUAGES },
  default_method: { kind: 'choice', allowed: PAYMENT_METHODS },
  quantity_limit: { kind: 'integer', from: 1, to: 9999 },
} as const satisfies Readonly<Record<string, SettingMeasure>>

export type HostSetting = keyof typeof HOST_SETTINGS

export const isHostSetting = (text: string): text is HostSetting =>
  Object.hasOwn(HOST_SETTINGS, text)

export const HOST_SETTING_NAMES: readonly HostSetting[] =
  Object.keys(HOST_SETTINGS).filter(isHostSetting)

export const measureOf = (setting: HostSetting): SettingMeasure => HOST_SETTINGS[setting]
