import type { ExtractRefusal } from '../../domain/accounting/extract-refusal.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'

export const extractRefusals: WordsFor<ExtractRefusal> = {
  'nothing-final': ({ cohort }) => ({
    message: `aucune écriture de ${cohort} n’est définitive : aucune période n’est clôturée`,
    hint: 'la clôture les rend définitives : flashcoop cloture --check dit ce qui manque',
  }),
  'nothing-to-export': ({ cohort, first }) => ({
    message:
      first === undefined
        ? `${cohort} n’a aucune écriture`
        : `${cohort} n’a pas d’écriture aussi tôt : la première est du ${dayText(first)}`,
    hint:
      first === undefined
        ? 'ventes, coûts et caisses font des écritures : flashcoop état dit la suite'
        : `donnez un jour plus tard, comme --until ${first}, ou aucun pour tout avoir`,
  }),
  'export-gap': ({ until, later, whole }) => ({
    message: `jusqu’au ${dayText(until)}, il manquerait des numéros : une écriture du ${dayText(later)} a été enregistrée avant d’autres`,
    hint: `avec --until ${whole}, il n’en manque pas`,
  }),
  'siren-needed': () => ({
    message: 'un FEC porte le SIREN de la CAE, et le registre n’en a pas',
    hint: 'enregistrez-le : flashcoop cae set siren 123456782',
  }),
}
