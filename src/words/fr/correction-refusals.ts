import type { CorrectionRefusal } from '../../domain/closing/correction-refusal.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import { rateText } from '../rate-text.ts'
import type { WordsFor } from '../said.ts'
import { counted, dayText } from './day-text.ts'

export const correctionRefusals: WordsFor<CorrectionRefusal> = {
  'period-not-closed': ({ cohort, period, closed }) => ({
    message:
      period === undefined || closed === 0
        ? `la cohorte ${cohort} n’est pas clôturée : il n’y a pas d’avenant à faire`
        : `la période ${period} de la cohorte ${cohort} n’est pas clôturée`,
    hint:
      closed === 0
        ? 'avant la clôture, annulez et notez à nouveau : flashcoop cout void N, flashcoop vente void N'
        : `clôturé à ce jour : ${counted(closed, 'période')} ; voyez flashcoop correction list`,
  }),
  'correction-before-close': ({ day, closedOn }) => ({
    message: `le ${dayText(day)} est avant la clôture, faite le ${dayText(closedOn)}`,
    hint: `donnez le jour de la correction : --on ${closedOn} ou plus tard`,
  }),
  'cost-not-closed': ({ number, day }) => ({
    message: `le coût n° ${numberText(number)} du ${dayText(day)} n’est dans aucune période clôturée`,
    hint: `annulez-le : flashcoop cout void ${numberText(number)} --reason "…"`,
  }),
  'unknown-amendment': ({ number, period, made }) => ({
    message: `la période ${period} n’a pas d’avenant n° ${number}`,
    hint:
      made === 0
        ? 'elle n’en a aucun ; voyez flashcoop bilan result'
        : `elle en a ${made} : flashcoop correction list`,
  }),
  'cheque-above-received': ({ amountCents, leftCents }, money) => ({
    message: `le chèque, ${money(amountCents)}, dépasse les chèques reçus et pas encore rejetés : ${money(leftCents)}`,
    hint: 'vérifiez le montant ; ce qui est reçu et déposé : flashcoop caisse bank',
  }),
  'sale-above-sold': ({ period, ratePerMille, amountCents, soldCents }, money) => ({
    message: `à ${rateText(ratePerMille, 1, 'fr')}, la période ${period} a vendu ${money(soldCents)} : moins que ${money(amountCents)}`,
    hint: `vérifiez le taux ; ce qui est vendu, par taux : flashcoop bilan vat --period ${period}`,
  }),
  'loss-made-good': ({ period, by, madeGoodCents }, money) => ({
    message: `la perte de la période ${period} est déjà comblée par la période ${by} : ${money(madeGoodCents)}`,
    hint: `ce qu’on retrouve revient à celle qui l’a comblée : ajoutez --period ${by}`,
  }),
}
