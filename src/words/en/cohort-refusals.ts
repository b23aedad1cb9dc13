import type { NamedDay } from '../../domain/cohort/day-of.ts'
import type { CohortRefusal, DayUse } from '../../domain/cohort/refusal.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'
import { halfText } from './half-text.ts'

const USES: { readonly [U in DayUse]: string } = {
  attendance: 'attendance is filled in',
  costs: 'there are costs',
  sales: 'there are sales',
  till: 'the till was open',
}

const MOST_SHOWN = 8

/** All days of a short programme, the first and the last of a long one. */
function daysText(days: readonly NamedDay[]): string {
  const named = days.map(({ label, day }) => `${label} ${day}`)
  return named.length > MOST_SHOWN ? `${named[0]} … ${named.at(-1)}` : named.join(', ')
}

export const cohortRefusals: WordsFor<CohortRefusal> = {
  'unknown-cohort': (facts) => ({
    message: `there is no cohort ${facts.cohort}`,
    hint: didYouMean(facts.near, 'see them with flashcoop cohort list'),
  }),
  'no-cohort': () => ({
    message: 'this ledger has no cohort yet',
    hint: 'create one with flashcoop cohort create CODE --name "…" --template flash7 --start 2026-06-09',
  }),
  'several-cohorts': (facts) => ({
    message: `several cohorts are open: ${facts.cohorts.join(', ')}`,
    hint: `say which with -c ${facts.cohorts[0] ?? 'CODE'}, or once for all with flashcoop cohort use ${facts.cohorts[0] ?? 'CODE'}`,
  }),
  'cohort-exists': (facts) => ({
    message: `cohort ${facts.cohort} exists already`,
    hint: `look at it with flashcoop cohort show ${facts.cohort}, or choose another code`,
  }),
  'cohort-archived': (facts) => ({
    message: `cohort ${facts.cohort} is archived`,
    hint: 'choose another with -c CODE; see them with flashcoop cohort list',
  }),
  'period-closed': (facts) => ({
    message: `cohort ${facts.cohort} is closed until ${facts.until}`,
    hint:
      facts.after === undefined
        ? 'a closed period is put right by an amendment: flashcoop help correct'
        : `a new period begins with a day: flashcoop day add ${facts.after}; to put the old one right: flashcoop help correct`,
  }),
  'unknown-day': (facts) => ({
    message: `${facts.on ?? facts.typed} is not a day of cohort ${facts.cohort}`,
    hint:
      facts.days.length === 0
        ? 'it has no day yet; add one with flashcoop day add DATE'
        : `its days: ${daysText(facts.days)}; add one with flashcoop day add DATE`,
  }),
  'day-exists': (facts) => ({
    message: `${facts.day} is already a day of cohort ${facts.cohort}`,
    hint: 'see the days with flashcoop day list',
  }),
  'day-twice': (facts) => ({
    message: `${facts.day} is given twice`,
    hint: 'give each day once: --days 2026-06-09,2026-06-10',
  }),
  'day-without-half': (facts) => ({
    message: `${facts.day} would have neither morning nor afternoon`,
    hint: `to call the day off: flashcoop day edit ${facts.day} --cancel`,
  }),
  'half-day-marked': (facts) => ({
    message: `the ${halfText(facts.half)} of ${facts.day} is filled in already`,
    hint: `see who was there with flashcoop attendance list, or call the whole day off: flashcoop day edit ${facts.day} --cancel`,
  }),
  'day-in-use': (facts) => ({
    message: `${facts.day} stays as it is: ${facts.uses.map((use) => USES[use]).join(', ')}`,
    hint: `add the new day beside it (flashcoop day add DATE), or call this one off (flashcoop day edit ${facts.day} --cancel)`,
  }),
  'nothing-to-change': () => ({
    message: 'nothing to change',
    hint: 'give at least one option with a new value; --help lists them',
  }),
}
