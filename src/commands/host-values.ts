import { type HostSetting, measureOf, type SettingMeasure } from '../domain/host/setting.ts'
import { parseSiren } from '../domain/host/siren.ts'
import type { Language, Scalar } from '../domain/journal/event.ts'
import { unreachable } from '../domain/kernel/defect.ts'
import { type Cents, cents } from '../domain/kernel/money.ts'
import { fold } from '../domain/kernel/name.ts'
import { parsePercent } from '../domain/kernel/rate.ts'
import { recogniseWord } from '../formats/vocabulary-words.ts'
import type { Settings } from '../store/queries/setting.ts'
import { moneyText } from '../words/money-text.ts'
import { rateText } from '../words/rate-text.ts'
import { misused } from './usage.ts'
import { amountFrom, choiceFrom, integerFrom, textFrom } from './values.ts'

const NONE: readonly string[] = ['', 'none', 'aucun', 'aucune']

/** What was typed for a setting → what the ledger keeps: basis points, cents, words; undefined unsets it. */
export function settingFrom(setting: HostSetting, typed: string): Scalar | undefined {
  const measure = measureOf(setting)
  if ('clearable' in measure && NONE.includes(fold(typed.trim()))) return undefined
  switch (measure.kind) {
    case 'text':
      return textFrom(typed, setting)
    case 'siren':
      return sirenFrom(typed, setting)
    case 'choice':
      return choiceFrom(canonical(setting, typed), setting, measure.allowed)
    case 'percent':
      return parsePercent(typed, 2) ?? misused({ code: 'bad-percent', typed, name: setting })
    case 'euros':
      return amountFrom(typed, setting)
    case 'integer':
      return integerFrom(typed, setting, measure)
    default:
      return unreachable(measure)
  }
}

export const sirenFrom = (typed: string, name: string): string =>
  parseSiren(typed) ?? misused({ code: 'bad-code', typed, name, example: '732829320' })

/** Payment methods by any of their names; other words as they are written in `host show`. */
const canonical = (setting: HostSetting, typed: string): string =>
  setting === 'default_method' ? (recogniseWord('method', typed) ?? typed) : typed

/** Every setting as it holds now, in the units of the ledger; undefined where nothing holds. */
export function settingValues({ terms, ...settings }: Settings): {
  readonly [S in HostSetting]: Scalar | undefined
} {
  return {
    name: settings.hostName === '' ? undefined : settings.hostName,
    siren: settings.siren,
    vat_regime: terms.vatRegime,
    contribution_rate: terms.contributionRateBp,
    contribution_base: terms.contributionBase,
    contribution_floor: terms.contributionFloorCents,
    contribution_cap: terms.contributionCapCents,
    insurance_rate: terms.insuranceRateBp,
    insurance_per_participant: terms.insurancePerParticipantCents,
    contribution_style: settings.contributionStyle,
    section_host: settings.hostSection,
    section_activity: settings.activitySection,
    csv_profile: settings.csvProfile,
    language: settings.language,
    default_method: settings.defaultMethod,
    quantity_limit: settings.quantityLimit,
  }
}

/** The name of a setting in JSON says its unit: `contribution_rate_bp`. */
export function jsonNameOf(setting: HostSetting): string {
  const { kind } = measureOf(setting)
  return kind === 'percent' ? `${setting}_bp` : kind === 'euros' ? `${setting}_cents` : setting
}

/** A setting's value for people, amounts the way of the ledger; undefined where nothing holds. */
export function valueText(
  measure: SettingMeasure,
  value: Scalar | undefined,
  amounts: Language,
): string | undefined {
  if (typeof value !== 'number') return value === undefined ? undefined : String(value)
  if (measure.kind === 'euros') return moneyText(cents(value), amounts)
  if (measure.kind !== 'percent') return String(value)
  return rateText(value, 2, amounts)
}

/** The contribution's floor and cap as they would be with one setting changed. */
export function boundsWith(
  { terms }: Settings,
  setting: HostSetting,
  to: Scalar | undefined,
): { readonly floor: Cents | undefined; readonly cap: Cents | undefined } {
  const changed = typeof to === 'number' ? cents(to) : undefined
  return {
    floor: setting === 'contribution_floor' ? changed : terms.contributionFloorCents,
    cap: setting === 'contribution_cap' ? changed : terms.contributionCapCents,
  }
}
