import type { ClosingRefusal } from '../../domain/closing/refusal.ts'
import type { WordsFor } from '../said.ts'
import { closingFindings as found } from './closing-findings.ts'
import { counted, dayText } from './day-text.ts'

const thereAndHere = (till: string): string =>
  `sur l’ordinateur de la caisse ${till} : flashcoop caisse z, puis flashcoop export bundle ; ici : flashcoop merge PAQUET`

export const closingRefusals: WordsFor<ClosingRefusal> = {
  'tills-not-sealed': (facts, money) => ({
    message: found['tills-not-sealed'](facts, money).message,
    hint: facts.tills.every((each) => each.elsewhere)
      ? thereAndHere(facts.tills[0]?.till ?? '')
      : 'comptez les espèces : flashcoop caisse count ; puis scellez : flashcoop caisse z',
  }),
  'recap-rate-missing': (facts, money) => ({
    message: found['recap-rate-missing'](facts, money).message,
    hint: `${found['recap-rate-missing'](facts, money).command}, puis flashcoop vente recap MONTANT --vat 5,5`,
  }),
  'half-days-missing': (facts, money) => ({
    message: found['half-days-missing'](facts, money).message,
    hint: 'voyez lesquelles : flashcoop presence missing ; remplissez : flashcoop presence mark',
  }),
  'social-rates-missing': (facts, money) => ({
    message: found['social-rates-missing'](facts, money).message,
    hint: 'importez-les : flashcoop cae rates import FICHIER ; ou laissez la paie à la CAE : --no-payroll',
  }),
  'reserve-above-result': (facts, money) => ({
    message: found['reserve-above-result'](facts, money).message,
    hint: 'gardez moins : --reserve 10%, ou un montant',
  }),
  'nobody-payable': (facts, money) => ({
    message: found['nobody-payable'](facts, money).message,
    hint: 'ajoutez les participants : flashcoop participant add ; ou gardez tout : --reserve 100%',
  }),
  'nobody-present': (facts, money) => ({
    message: found['nobody-present'](facts, money).message,
    hint: 'les parts égales ne demandent pas de présence : --rule égal',
  }),
  'loss-not-accepted': (facts, money) => ({
    message: found['loss-not-accepted'](facts, money).message,
    hint: 'personne ne doit rien ; pour clôturer quand même, ajoutez --accept-loss',
  }),
  'nothing-to-close': (facts) => ({
    message: `la cohorte ${facts.cohort} n’a ni jour, ni vente, ni coût : rien à clôturer`,
    hint: 'ajoutez ses jours : flashcoop jour add DATE',
  }),
  'not-closed': ({ cohort, on }) => ({
    message: `la cohorte ${cohort} n’est pas clôturée${on === undefined ? '' : ` au ${dayText(on)}`}`,
    hint: 'voyez ce qui manque : flashcoop cloture --check',
  }),
  'unknown-figure': ({ typed, near }) => ({
    message: `aucun chiffre ne s’appelle « ${typed} »`,
    hint:
      near.length === 0
        ? 'voyez tous les noms : flashcoop explain'
        : `peut-être ${near.join(', ')} ; tous les noms : flashcoop explain`,
  }),
  'no-share': ({ participant }) => ({
    message: `${participant} n’a pas de part dans cette période`,
    hint: 'voyez qui en a une : flashcoop bilan distribution ; une autre période : --until DATE',
  }),
  'period-empty': (facts) => ({
    message: `--until ${facts.until} est avant le premier jour à clôturer, le ${dayText(facts.from)}`,
    hint: `donnez le ${dayText(facts.from)} ou plus tard, ou enlevez --until`,
  }),
  'vote-missing': () => ({
    message: 'le partage se décide en groupe : il manque le vote',
    hint: 'donnez sa date et les voix pour/contre/abstentions : --vote "2026-06-18 6/0/1"',
  }),
  'unknown-period': ({ cohort, period, closes }) => ({
    message: `la cohorte ${cohort} n’a pas de période ${period} : ${closes === 0 ? 'aucune n’est clôturée' : `${counted(closes, 'période clôturée', 'périodes clôturées')} jusqu’ici`}`,
    hint: 'voyez ses périodes : flashcoop cohorte show',
  }),
}
