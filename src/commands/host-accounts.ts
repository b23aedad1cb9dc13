import {
  ACCOUNT_DEFAULTS,
  ACCOUNT_KEYS,
  type AccountKey,
  isAccountKey,
  isAccountNumber,
} from '../domain/accounting/chart.ts'
import { setAccount } from '../domain/accounting/set-account.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { fold } from '../domain/kernel/name.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { columns } from '../reports/column.ts'
import { accountSetting, chartOf } from '../store/queries/chart.ts'
import { settingText } from '../store/queries/setting.ts'
import { accounts as en } from '../words/en/accounts.ts'
import { accounts as fr } from '../words/fr/accounts.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { printOne, printReport } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'

const ACTIONS = ['list', 'set', 'reset'] as const

/** `host accounts list`, `host accounts set KEY NUMBER`, `host accounts reset KEY`: the numbers of the chart. */
export const hostAccounts = command({
  arguments: '[action] [key] [number]',
  options: {},
  writes: true,
  lists: true,
  run: (session, { words: [action = 'list', key, number] }) => {
    switch (action) {
      case 'list':
        return key === undefined ? listAccounts(session) : excess(key, 'host accounts list')
      case 'set':
        return changeAccount(session, keyFrom(session, key), numberFrom(number))
      case 'reset':
        return number === undefined
          ? changeAccount(session, keyFrom(session, key), undefined)
          : excess(number, 'host accounts reset')
      default: {
        const near = suggest(action, ACTIONS).map((each) => `host accounts ${each}`)
        const typed = `host accounts ${action}`
        return misused({ code: 'unknown-command', typed, near, within: 'host accounts' })
      }
    }
  },
})

const excess = (typed: string, of: string): never =>
  misused({ code: 'excess-argument', typed, command: of })

const words = (session: Session) => inLanguage(session.language(), { en, fr })

function listAccounts(session: Session): Promise<void> {
  const { accounts } = chartOf(session.ledger().db)
  const { names, usual } = inLanguage(session.language(), { en, fr })
  const rows = ACCOUNT_KEYS.map((key) => ({
    accountKey: key,
    account: accounts[key],
    accountName: names[key],
    note: accounts[key] === ACCOUNT_DEFAULTS[key] ? null : usual(ACCOUNT_DEFAULTS[key]),
  }))
  return printReport(session, {
    name: 'accounts',
    columns: columns('accountKey', 'account', 'accountName', 'note'),
    rows,
  })
}

/** Entries of closed periods keep the number that they were closed with. */
async function changeAccount(
  session: Session,
  key: AccountKey,
  number: string | undefined,
): Promise<void> {
  const setting = accountSetting(key)
  const { changed, account } = session.record(({ db, append }) => {
    const body = setAccount({ setting, from: settingText(db, setting), to: number })
    return {
      changed: body !== undefined && append('host', body) !== undefined,
      account: chartOf(db).accounts[key],
    }
  })
  const texts = words(session)
  const say = changed ? texts.set : texts.already
  await printOne(session, { accountKey: key, account }, () => say(key, account, texts.names[key]))
  sayNext(session, texts.next)
}

/** `till`, `cost-stall`. */
function keyFrom(session: Session, typed: string | undefined): AccountKey {
  if (typed === undefined)
    return misused({ code: 'missing-argument', name: '<key>', command: 'host accounts' })
  const key = fold(typed.trim()).replaceAll('-', '_')
  if (isAccountKey(key)) return key
  return refuse({
    code: 'unknown-account',
    typed,
    near: suggest(key, ACCOUNT_KEYS, words(session).synonyms),
  })
}

function numberFrom(typed: string | undefined): string {
  if (typed === undefined)
    return misused({ code: 'missing-argument', name: '<number>', command: 'host accounts' })
  const number = typed.trim().toUpperCase()
  return isAccountNumber(number) ? number : misused({ code: 'bad-account', typed })
}
