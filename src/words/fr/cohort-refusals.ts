import type { NamedDay } from '../../domain/cohort/day-of.ts'
import type { CohortRefusal, DayUse } from '../../domain/cohort/refusal.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'
import { didYouMean } from './did-you-mean.ts'

const USES: { readonly [U in DayUse]: string } = {
  attendance: 'des présences y sont notées',
  costs: 'il y a des coûts',
  sales: 'il y a des ventes',
  till: 'la caisse y était ouverte',
}

const MOST_SHOWN = 8

/** All days of a short programme, the first and the last of a long one. */
function daysText(days: readonly NamedDay[]): string {
  const named = days.map(({ label, day }) => `${label} ${dayText(day)}`)
  return named.length > MOST_SHOWN ? `${named[0]} … ${named.at(-1)}` : named.join(', ')
}

export const cohortRefusals: WordsFor<CohortRefusal> = {
  'unknown-cohort': (facts) => ({
    message: `il n’y a pas de cohorte ${facts.cohort}`,
    hint: didYouMean(facts.near, 'voyez-les avec flashcoop cohorte list'),
  }),
  'no-cohort': () => ({
    message: 'ce registre n’a pas encore de cohorte',
    hint: 'créez-en une : flashcoop cohorte create CODE --name "…" --template flash7 --start 2026-06-09',
  }),
  'several-cohorts': (facts) => ({
    message: `plusieurs cohortes sont ouvertes : ${facts.cohorts.join(', ')}`,
    hint: `dites laquelle avec -c ${facts.cohorts[0] ?? 'CODE'}, ou une fois pour toutes : flashcoop cohorte use ${facts.cohorts[0] ?? 'CODE'}`,
  }),
  'cohort-exists': (facts) => ({
    message: `la cohorte ${facts.cohort} existe déjà`,
    hint: `regardez-la avec flashcoop cohorte show ${facts.cohort}, ou choisissez un autre code`,
  }),
  'cohort-archived': (facts) => ({
    message: `la cohorte ${facts.cohort} est archivée`,
    hint: 'choisissez-en une autre avec -c CODE ; voyez-les avec flashcoop cohorte list',
  }),
  'period-closed': (facts) => ({
    message: `la cohorte ${facts.cohort} est clôturée jusqu’au ${dayText(facts.until)}`,
    hint:
      facts.after === undefined
        ? 'une période clôturée se rectifie par un avenant : flashcoop aide correction'
        : `une nouvelle période commence par un jour : flashcoop jour add ${facts.after} ; pour rectifier l’ancienne : flashcoop aide correction`,
  }),
  'unknown-day': (facts) => ({
    message: `${facts.on === undefined ? facts.typed : dayText(facts.on)} n’est pas un jour de la cohorte ${facts.cohort}`,
    hint:
      facts.days.length === 0
        ? 'elle n’a pas encore de jour ; ajoutez-en un avec flashcoop jour add DATE'
        : `ses jours : ${daysText(facts.days)} ; ajoutez-en un avec flashcoop jour add DATE`,
  }),
  'day-exists': (facts) => ({
    message: `le ${dayText(facts.day)} est déjà un jour de la cohorte ${facts.cohort}`,
    hint: 'voyez les jours avec flashcoop jour list',
  }),
  'day-twice': (facts) => ({
    message: `le ${dayText(facts.day)} est donné deux fois`,
    hint: 'donnez chaque jour une fois : --days 2026-06-09,2026-06-10',
  }),
  'day-without-half': (facts) => ({
    message: `le ${dayText(facts.day)} n’aurait ni matin ni après-midi`,
    hint: `pour annuler la journée : flashcoop jour edit ${facts.day} --cancel`,
  }),
  'half-day-marked': (facts) => ({
    message: `${facts.half === 'am' ? 'le matin' : 'l’après-midi'} du ${dayText(facts.day)} est déjà noté`,
    hint: `voyez qui était là avec flashcoop presence list, ou annulez toute la journée : flashcoop jour edit ${facts.day} --cancel`,
  }),
  'day-in-use': (facts) => ({
    message: `le ${dayText(facts.day)} reste en place : ${facts.uses.map((use) => USES[use]).join(', ')}`,
    hint: `ajoutez l’autre jour à côté (flashcoop jour add DATE), ou annulez celui-ci (flashcoop jour edit ${facts.day} --cancel)`,
  }),
  'nothing-to-change': () => ({
    message: 'rien à changer',
    hint: 'donnez au moins une option avec une nouvelle valeur ; --help les montre',
  }),
}
