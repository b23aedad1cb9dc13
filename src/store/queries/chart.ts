import {
  ACCOUNT_DEFAULTS,
  ACCOUNT_KEYS,
  type AccountKey,
  type Chart,
} from '../../domain/accounting/chart.ts'
import { all, type Db, textOf } from '../sql.ts'
import { settingOf } from './setting.ts'

const PREFIX = 'account.'

/** How the table of settings calls the number of an account. */
export const accountSetting = (key: AccountKey): string => `${PREFIX}${key}`

/** The chart as the host has set it, defaults where nothing was set. */
export function chartOf(db: Db): Chart {
  const held = new Map(
    all(db, "SELECT key, value FROM setting WHERE key LIKE 'account.%'").map((row) => [
      textOf(row, 'key'),
      textOf(row, 'value'),
    ]),
  )
  const { contributionStyle, activitySection, hostSection } = settingOf(db)
  return {
    accounts: { ...ACCOUNT_DEFAULTS, ...setAccounts(held) },
    contributionStyle,
    activitySection,
    hostSection,
  }
}

const setAccounts = (held: ReadonlyMap<string, string>): Partial<Record<AccountKey, string>> =>
  Object.fromEntries(
    ACCOUNT_KEYS.flatMap((key) => {
      const number = held.get(accountSetting(key))
      return number === undefined ? [] : [[key, number]]
    }),
  )
