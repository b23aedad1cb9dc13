import type { Chart } from '../../domain/accounting/chart.ts'
import type { ClosingTerms } from '../../domain/closing/close-body.ts'
import type { CsvProfile, Language, PaymentMethod, Stall } from '../../domain/journal/event.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { type Cents, cents } from '../../domain/kernel/money.ts'
import { present } from '../../domain/kernel/present.ts'
import { all, type Db, first, optionalText, textOf } from '../sql.ts'

/** The host's settings, with defaults where nothing was set. */
export type Settings = {
  readonly hostName: string
  readonly siren: string | undefined
  readonly language: Language
  readonly csvProfile: CsvProfile
  readonly defaultMethod: PaymentMethod
  readonly quantityLimit: number
  /** How entries are written: see `Chart`. */
  readonly contributionStyle: Chart['contributionStyle']
  readonly hostSection: string
  readonly activitySection: string
  readonly terms: ClosingTerms
  /** Set by `cohort use`. */
  readonly cohort: string | undefined
}

function choice<T extends string>(value: string | undefined, allowed: readonly T[], usual: T): T {
  if (value === undefined) return usual
  const found = allowed.find((each) => each === value)
  if (found === undefined) throw new Defect(`setting ${value} is not one of ${allowed.join(', ')}`)
  return found
}

function integer(value: string | undefined, usual: number): number {
  if (value === undefined) return usual
  if (!/^\d{1,15}$/.test(value)) throw new Defect(`setting ${value} is no whole number`)
  return Number.parseInt(value, 10)
}

const money = (value: string | undefined): Cents | undefined =>
  value === undefined ? undefined : cents(integer(value, 0))

/** Two tills of one cooperative may be at work for two cohorts: each has its own in use. */
export const usedCohortKey = (stall: Stall): string => `cohort_${stall}`

/** Reads all settings: a dozen rows. Rates are basis points and money is cents in the table. */
export function settingOf(db: Db): Settings {
  const held = new Map(
    all(
      db,
      "SELECT key, value FROM setting UNION ALL SELECT 'till', till FROM device WHERE id = 1",
    ).map((row) => [textOf(row, 'key'), textOf(row, 'value')]),
  )
  const floor = money(held.get('contribution_floor'))
  const cap = money(held.get('contribution_cap'))
  return {
    hostName: held.get('name') ?? '',
    siren: held.get('siren'),
    language: choice(held.get('language'), ['fr', 'en'], 'fr'),
    csvProfile: choice(held.get('csv_profile'), ['excel-fr', 'standard'], 'excel-fr'),
    defaultMethod: choice(
      held.get('default_method'),
      ['cash', 'card', 'cheque', 'transfer'],
      'cash',
    ),
    quantityLimit: integer(held.get('quantity_limit'), 50),
    contributionStyle: choice(
      held.get('contribution_style'),
      ['two_line', 'four_line'],
      'two_line',
    ),
    hostSection: held.get('section_host') ?? 'CAE',
    activitySection: held.get('section_activity') ?? '{cohort}',
    cohort: held.get(usedCohortKey(held.get('till') ?? '')),
    terms: {
      vatRegime: choice(held.get('vat_regime'), ['normal', 'franchise'], 'normal'),
      contributionRateBp: integer(held.get('contribution_rate'), 1000),
      contributionBase: choice(
        held.get('contribution_base'),
        ['gross_margin', 'revenue', 'none'],
        'gross_margin',
      ),
      ...present({ contributionFloorCents: floor, contributionCapCents: cap }),
      insuranceRateBp: integer(held.get('insurance_rate'), 0),
      insurancePerParticipantCents: cents(integer(held.get('insurance_per_participant'), 0)),
    },
  }
}

/** One setting as the table holds it; undefined while nobody has set it and its default holds. */
export function settingText(db: Db, key: string): string | undefined {
  const row = first(db, 'SELECT value FROM setting WHERE key = ?', [key])
  return row === undefined ? undefined : textOf(row, 'value')
}

/** Who practises, where what was recorded is of a training ledger. */
export function operatorOf(db: Db): string | undefined {
  const row = first(db, 'SELECT training FROM ledger')
  return row === undefined ? undefined : optionalText(row, 'training')
}
