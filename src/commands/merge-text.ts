import type { Scalar } from '../domain/journal/event.ts'
import { numberText } from '../domain/journal/own-number.ts'
import { cents } from '../domain/kernel/money.ts'
import type { Difference, Thing } from '../domain/merge/differences.ts'
import { term } from '../formats/terminal-text.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import type { Merged } from '../store/merge.ts'
import { merge as en, type MergeWords } from '../words/en/merge.ts'
import { merge as fr } from '../words/fr/merge.ts'
import { rateText } from '../words/rate-text.ts'
import { inLanguage } from '../words/said.ts'
import type { Session } from './session.ts'

export const mergeWords = (session: Session): MergeWords =>
  inLanguage(session.language(), { en, fr })

/** What the tills said differently, and what hangs in the air; '' when they agree. */
export function differencesText(
  session: Session,
  { differences, strays }: Pick<Merged, 'differences' | 'strays'>,
): string {
  if (differences.length + strays.length === 0) return ''
  const words = mergeWords(session)
  return [
    words.differencesTitle,
    ...differences.map((each) => differenceText(session, each)),
    ...strays.map(({ of, cohort, name }) => words.strays[of](cohort, name)),
  ].join('')
}

export function differenceText(session: Session, { thing, said }: Difference): string {
  const words = mergeWords(session)
  const what = thingText(words, thing)
  const tills = [...new Set(said.map(({ till }) => till))]
  if (thing.of === 'file') return words.sameFile(what, tills)
  if (thing.of === 'payment') return words.paidTwice(what, tills)
  if (thing.of === 'participant' && thing.field === 'commitment')
    return words.samePerson(what, tills)
  const texts = said.map(({ value, till }) => words.saidBy(valueText(session, thing, value), till))
  return words.difference(what, texts, valueText(session, thing, said.at(-1)?.value))
}

/** `FC-2026-01 produit cookie, prix`. */
export function thingText(words: MergeWords, thing: Thing): string {
  const kind = words.things[thing.of]
  const field = 'field' in thing ? fieldText(words, thing.field) : ''
  switch (thing.of) {
    case 'setting':
    case 'rates':
      return `${kind} ${field}`
    case 'cohort':
      return `${thing.cohort}, ${field}`
    case 'day':
      return `${thing.cohort}, ${kind} ${thing.day}`
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
      return `${thing.cohort}, ${kind} ${numberText(thing.cost)}`
    case 'attendance':
      return `${thing.cohort}, ${kind} ${thing.participant} ${thing.day} ${thing.half}`
  }
}

function fieldText(words: MergeWords, field: string): string {
  const names: { readonly [field: string]: string } = words.fields
  return names[field] ?? term(field)
}

function valueText(session: Session, thing: Thing, value: Scalar | undefined): string {
  if (value === undefined) return mergeWords(session).gone
  const field = 'field' in thing ? thing.field : ''
  if (typeof value === 'boolean')
    return wordText('answer', value ? 'yes' : 'no', session.language())
  if (typeof value === 'number' && field === 'priceCents') return session.money(cents(value))
  if (typeof value === 'number' && field === 'vatRatePerMille')
    return rateText(value, 1, session.settings().language)
  return thing.of === 'rates' ? '…' : term(String(value))
}
