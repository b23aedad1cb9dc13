import { setHost } from '../domain/host/set.ts'
import {
  HOST_SETTING_NAMES,
  type HostSetting,
  isHostSetting,
  measureOf,
} from '../domain/host/setting.ts'
import { hasSirenChecksum } from '../domain/host/siren.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { fold } from '../domain/kernel/name.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { reportTable } from '../formats/table.ts'
import { columns } from '../reports/column.ts'
import { type Settings, settingOf, settingText } from '../store/queries/setting.ts'
import { host as en, type HostWords } from '../words/en/host.ts'
import { host as fr } from '../words/fr/host.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { boundsWith, jsonNameOf, settingFrom, settingValues, valueText } from './host-values.ts'
import { printOne, readerOf } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'

export const hostWords = (session: Session): HostWords => inLanguage(session.language(), { en, fr })

export const hostShow = command({
  options: {},
  run: (session) => {
    const settings = session.settings()
    return printOne(session, jsonOf(settings), () => showText(session, settings))
  },
})

/** One object; null where nothing holds. */
function jsonOf(settings: Settings): Readonly<Record<string, string | number | boolean | null>> {
  const values = settingValues(settings)
  return Object.fromEntries(
    HOST_SETTING_NAMES.map((setting) => [jsonNameOf(setting), values[setting] ?? null]),
  )
}

/** Names as `host set` takes them, and beside each value what it is. */
function showText(session: Session, settings: Settings): string {
  const words = hostWords(session)
  const values = settingValues(settings)
  const rows = HOST_SETTING_NAMES.map((setting) => ({
    setting,
    value: valueText(measureOf(setting), values[setting], settings.language) ?? words.none,
    note: words.settings[setting],
  }))
  const report = { name: 'host', columns: columns('setting', 'value', 'note'), rows }
  return reportTable(report, readerOf(session))
}

export const hostSet = command({
  arguments: '<key> <value...>',
  options: {},
  writes: true,
  run: async (session, { words: [typed = '', ...value] }) => {
    const words = hostWords(session)
    const setting = settingNamed(typed, words)
    const to = settingFrom(setting, value.join(' '))
    const { event, settings } = session.record(({ db, append }) => {
      const before = settingOf(db)
      const stored = settingText(db, setting) === undefined ? undefined : settingValues(before)
      const change = { setting, from: stored?.[setting], to }
      const body = setHost(change, boundsWith(before, setting, to))
      return { event: body && append('host', body), settings: settingOf(db) }
    })
    const shown = valueText(measureOf(setting), settingValues(settings)[setting], settings.language)
    const say = event === undefined ? words.already : words.set
    await printOne(session, jsonOf(settings), () => say(setting, shown ?? words.none))
    if (setting === 'siren' && typeof to === 'string') warnOfSiren(session, to)
    sayNext(session, words.next.show)
  },
})

/** A number that INSEE would not give: said, not refused. */
export function warnOfSiren(session: Session, siren: string): void {
  if (!hasSirenChecksum(siren)) session.say(hostWords(session).odd(siren))
}

/** `contribution_rate`, `contribution-rate` in any case; refuses `unknown-setting` with the nearest. */
function settingNamed(typed: string, { synonyms }: HostWords): HostSetting {
  const name = fold(typed.trim()).replaceAll('-', '_')
  if (isHostSetting(name)) return name
  return refuse({
    code: 'unknown-setting',
    typed,
    near: suggest(typed, HOST_SETTING_NAMES, synonyms),
    all: HOST_SETTING_NAMES,
  })
}
