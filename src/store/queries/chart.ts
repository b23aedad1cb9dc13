import {
  ACCOUNT_DEFAULTS,
  ACCOUNT_KEYS,
  type AccountKey,
  type Chart,
  CONTRIBUTION_STYLES,
  DEFAULT_CHART,
} from '../../domain/accounting/chart.ts'
import { all, type Db, textOf } from '../sql.ts'

const PREFIX = 'account.'

/** How the table of settings calls the number of an account. */
export const accountSetting = (key: AccountKey): string => `${PREFIX}${key}`

/** The chart as the host has set it, defaults where nothing was set. */
export function chartOf(db: Db): Chart {
  const held = new Map(
    all(
      db,
      `SELECT key, value FROM setting WHERE key LIKE 'account.%'
         OR key IN ('contribution_style', 'section_host', 'section_activity')`,
    ).map((row) => [textOf(row, 'key'), textOf(row, 'value')]),
  )
  const style = held.get('contribution_style')
  return {
    accounts: { ...ACCOUNT_DEFAULTS, ...setAccounts(held) },
    contributionStyle:
      CONTRIBUTION_STYLES.find((each) => each === style) ?? DEFAULT_CHART.contributionStyle,
    activitySection: held.get('section_activity') ?? DEFAULT_CHART.activitySection,
    hostSection: held.get('section_host') ?? DEFAULT_CHART.hostSection,
  }
}

const setAccounts = (held: ReadonlyMap<string, string>): Partial<Record<AccountKey, string>> =>
  Object.fromEntries(
    ACCOUNT_KEYS.flatMap((key) => {
      const number = held.get(accountSetting(key))
      return number === undefined ? [] : [[key, number]]
    }),
  )
