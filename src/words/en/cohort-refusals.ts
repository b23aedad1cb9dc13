import type { CohortRefusal } from '../../domain/cohort/refusal.ts'
import type { RefusalWords } from './refusals.ts'

const near = (names: readonly string[]): string =>
  names.length === 0 ? 'see them with flashcoop cohort list' : `did you mean ${names.join(' or ')}?`

export const cohortRefusals: RefusalWords<CohortRefusal> = {
  'unknown-cohort': (facts) => ({
    message: `there is no cohort ${facts.cohort}`,
    hint: near(facts.near),
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
    hint: 'nothing is added to a closed period; look at it with flashcoop report result',
  }),
  'unknown-day': (facts) => ({
    message: `${facts.day} is not a day of cohort ${facts.cohort}`,
    hint: `its days are ${facts.days.join(', ')}; add one with flashcoop day add DATE`,
  }),
  'day-exists': (facts) => ({
    message: `${facts.day} is already a day of cohort ${facts.cohort}`,
    hint: 'see the days with flashcoop day list',
  }),
  'nothing-to-change': () => ({
    message: 'nothing to change',
    hint: 'give at least one option with a new value; --help lists them',
  }),
}
