import { decimalText } from '../../domain/kernel/money.ts'
import type { TillRefusal, Unrated } from '../../domain/till/refusal.ts'
import { periodText } from '../period-text.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'

const unratedText = (unrated: readonly Unrated[]): string =>
  unrated.map(({ product, label }) => product ?? label).join(', ')

const TENDERS = { card: 'carte', cheque: 'chèques', transfer: 'virements' } as const

export const tillRefusals: WordsFor<TillRefusal> = {
  'till-not-open': (facts) =>
    facts.day === facts.today
      ? {
          message: 'la caisse n’est pas ouverte',
          hint: 'ouvrez-la avec les espèces qu’elle contient : flashcoop caisse open --float 80',
        }
      : {
          message: `la caisse n’a pas été ouverte le ${dayText(facts.day)}`,
          hint: `ouvrez ce jour : flashcoop caisse open --float 80 --at ${facts.day}`,
        },
  'till-left-open': (facts) => ({
    message: `la caisse du ${dayText(facts.day)} (cohorte ${facts.cohort}) est restée ouverte`,
    hint: 'comptez-la et scellez ce jour d’abord : flashcoop caisse count, puis flashcoop caisse z',
  }),
  'till-other-cohort': (facts) => ({
    message: `le ${dayText(facts.day)}, la caisse est ouverte pour la cohorte ${facts.open}, pas ${facts.cohort}`,
    hint: `ajoutez -c ${facts.open}, ou scellez d’abord : flashcoop caisse count, puis flashcoop caisse z`,
  }),
  'till-already-open': (facts) => ({
    message: `la caisse est déjà ouverte : ${dayText(facts.day)}, cohorte ${facts.cohort}`,
    hint: 'continuez à vendre, ou ajoutez des espèces : flashcoop caisse in 20 monnaie',
  }),
  'day-sealed': (facts) =>
    facts.day === facts.today
      ? {
          message: `la journée est scellée (Z-${facts.z})`,
          hint: 'pour vendre encore aujourd’hui : flashcoop caisse open ; ces ventes iront dans le Z suivant',
        }
      : {
          message: `le ${dayText(facts.day)} est scellé (Z-${facts.z}) : on n’y ajoute rien`,
          hint: `voyez-le avec flashcoop caisse show Z-${facts.z} ; dites au comptable ce qui manque`,
        },
  'nothing-to-seal': (facts) => ({
    message:
      facts.day === undefined
        ? 'aucune caisse n’est ouverte : rien à compter ni à sceller'
        : `aucune caisse n’est ouverte le ${dayText(facts.day)} : rien à compter ni à sceller`,
    hint:
      facts.lastZ === undefined
        ? 'ouvrez-la : flashcoop caisse open --float 80'
        : `le dernier Z est Z-${facts.lastZ} : flashcoop caisse show Z-${facts.lastZ}`,
  }),
  'vat-rate-missing': (facts) => ({
    message: `il manque le taux de TVA de ${unratedText(facts.unrated)}`,
    hint: `flashcoop produit edit ${facts.unrated[0]?.product ?? 'PRODUIT'} --vat 5,5 (à emporter), 10 (sur place) ou 20 ; puis flashcoop caisse z`,
  }),
  'count-outdated': (facts, money) => ({
    message: `des espèces ont bougé après le comptage de ${money(facts.countedCents)}`,
    hint: `recomptez ; si seules ces pièces ont bougé : flashcoop caisse count ${decimalText(facts.nowCents, ',')}`,
  }),
  'tender-outdated': (facts, money) => ({
    message: `${TENDERS[facts.method]} : une vente est venue après le comptage de ${money(facts.countedCents)}`,
    hint: `recomptez ; si elle seule a changé : flashcoop caisse count ${decimalText(facts.cashCents, ',')} --${facts.method} ${decimalText(facts.nowCents, ',')}`,
  }),
  'unknown-z': (facts) => ({
    message: `${facts.typed} n’est pas un Z de cette caisse`,
    hint:
      facts.lastZ === undefined
        ? 'aucun jour n’est scellé ; nommez un jour : flashcoop caisse show 2026-06-17'
        : `le dernier est Z-${facts.lastZ} ; voyez-les avec flashcoop caisse list, ou nommez un jour : 2026-06-17`,
  }),
  'unknown-closing': (facts) => ({
    message: `${periodText(facts.period, 'fr')} : pas de clôture`,
    hint: 'la première ouverture du mois suivant la fait ; pour la faire sans ouvrir : flashcoop caisse close-month',
  }),
  'unknown-session': (facts) => ({
    message: `la caisse n’a pas été ouverte le ${dayText(facts.day)}`,
    hint: 'voyez ses jours avec flashcoop caisse list',
  }),
}
