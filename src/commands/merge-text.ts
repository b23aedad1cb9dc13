import { isHostSetting, measureOf } from '../domain/host/setting.ts'
import type { Scalar } from '../domain/journal/event.ts'
import { day } from '../domain/kernel/day.ts'
import { cents } from '../domain/kernel/money.ts'
import type { Difference, Thing } from '../domain/merge/differences.ts'
import { term } from '../formats/terminal-text.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import type { Merged } from '../store/merge.ts'
import { dayText } from '../words/day-text.ts'
import { merge as en, type MergeWords } from '../words/en/merge.ts'
import { merge as fr } from '../words/fr/merge.ts'
import { rateText } from '../words/rate-text.ts'
import { inLanguage } from '../words/said.ts'
import { valueText as settingText } from './host-values.ts'
import type { Session } from './session.ts'

export const mergeWords = (session: Session): MergeWords =>
  inLanguage(session.language(), { en, fr })

/** What the tills said differently, and what hangs in the air; '' when they agree. */
export function differencesText(
  session: Session,
  { differences, strays }: Pick<Merged, 'differences' | 'strays'>,
): string {
  const words = mergeWords(session)
  const said = differences.map((each) => differenceText(session, each))
  const hanging = strays.map(({ of, cohort, name }) =>
    of === 'day'
      ? words.strays.day(cohort, name, dayText(day(name), session.language()))
      : words.strays[of](cohort, name),
  )
  return [
    said.length === 0 ? '' : words.differencesTitle,
    ...said,
    hanging.length === 0 ? '' : words.straysTitle,
    ...hanging,
  ].join('')
}

export function differenceText(session: Session, { thing, said }: Difference): string {
  const words = mergeWords(session)
  const what = thingText(session, thing)
  const tills = [...new Set(said.map(({ till }) => till))]
  if (thing.of === 'file') return words.sameFile(what, tills)
  if (thing.of === 'payment') return words.paidTwice(what, tills)
  if (thing.of === 'participant' && thing.field === 'commitment')
    return words.samePerson(what, tills)
  const texts = said.map(({ value, till }) => words.saidBy(valueText(session, thing, value), till))
  return words.difference(what, texts, valueText(session, thing, said.at(-1)?.value))
}

/** `FC-2026-01 produit cookie, prix`. */
function thingText(session: Session, thing: Thing): string {
  const words = mergeWords(session)
  const kind = words.things[thing.of]
  const field = 'field' in thing ? fieldText(words, thing.field) : ''
  switch (thing.of) {
    case 'setting':
    case 'rates':
      return `${kind} ${field}`
    case 'cohort':
      return `${thing.cohort}, ${field}`
    case 'day':
      return `${thing.cohort}, ${kind} ${dayText(day(thing.day), session.language())}`
    case 'participant':
      return thing.field === 'commitment'
        ? `${thing.cohort}, ${thing.code}`
        : `${thing.cohort}, ${thing.code}, ${field}`
    case 'product':
      return `${thing.cohort}, ${kind} ${term(thing.code)}, ${field}`
    case 'key':
    case 'file':
      return `${thing.cohort}, ${kind} ${term(thing.field)}`
    case 'payment':
      return `${thing.cohort}, ${words.paid[thing.paid]} ${thing.what}`
    case 'attendance':
      return [
        `${thing.cohort}, ${kind} ${thing.participant}`,
        dayText(day(thing.day), session.language()),
        wordText('half', thing.half, session.language()),
      ].join(' ')
  }
}

function fieldText(words: MergeWords, field: string): string {
  const names: { readonly [field: string]: string } = words.fields
  return names[field] ?? term(field)
}

function valueText(session: Session, thing: Thing, value: Scalar | undefined): string {
  const { gone } = mergeWords(session)
  const { language } = session.settings()
  if (value === undefined) return gone
  if (typeof value === 'boolean')
    return wordText('answer', value ? 'yes' : 'no', session.language())
  const field = 'field' in thing ? thing.field : ''
  if (thing.of === 'setting' && isHostSetting(field))
    return settingText(measureOf(field), value, language) ?? gone
  if (typeof value === 'number' && field === 'priceCents') return session.money(cents(value))
  if (typeof value === 'number' && field === 'vatRatePerMille') return rateText(value, 1, language)
  if (thing.of === 'attendance') return attendanceText(session, String(value))
  return thing.of === 'rates' ? '…' : term(String(value))
}

/** `R 20`: a status, and the minutes that were missed. */
function attendanceText(session: Session, value: string): string {
  const [status = '', minutes] = value.split(' ')
  const word = wordText('attendance', status, session.language())
  return minutes === undefined ? word : `${word} ${minutes}`
}
