import { numberText } from '../../domain/journal/own-number.ts'
import { unreachable } from '../../domain/kernel/defect.ts'
import { ticketName } from '../../domain/sales/ticket.ts'
import type {
  Depended,
  Dependent,
  Final,
  ImportedKind,
  UndoRefusal,
} from '../../domain/undo/refusal.ts'
import type { Said, WordsFor } from '../said.ts'
import { counted, dayText } from './day-text.ts'

const upTo = (possible: number): string =>
  possible === 0
    ? ''
    : ` ; flashcoop undo${possible === 1 ? '' : ` ${possible}`} annule ce qui a suivi`

const REMEDIES: { readonly [K in ImportedKind]: string } = {
  sale: 'flashcoop vente void TICKET --reason "…"',
  cost: 'flashcoop cout void NUMÉRO --reason "…"',
  product: 'flashcoop produit edit ou produit retire',
  participant: 'flashcoop participant edit ou participant leave',
  attendance: 'flashcoop presence mark',
}

function finalSaid(final: Final): Said {
  switch (final.kind) {
    case 'till-z':
      return {
        message: `Z-${final.z} est scellé : un Z ne s’annule jamais, ni ce qu’il contient`,
        hint: 'la suite ira dans le Z suivant : flashcoop caisse open',
      }
    case 'close':
      return {
        message: `la cohorte ${final.cohort} est clôturée jusqu’au ${dayText(final.until)} : une clôture ne s’annule jamais`,
        hint: 'voyez-la avec flashcoop bilan result ; rectifiez par un avenant : flashcoop aide correction',
      }
    case 'correction':
      return {
        message: `la dernière action est l’avenant n° ${final.number} de ${final.cohort} : un avenant ne s’annule jamais`,
        hint: 'rectifiez-le par un autre : flashcoop aide correction',
      }
    case 'sale-import':
      return {
        message: `des ventes du ${dayText(final.day)} ont été importées (${final.tickets}) : un import ne s’annule pas d’un coup`,
        hint: `corrigez ce qui est faux, un par un : ${REMEDIES.sale}`,
      }
    case 'import':
      return {
        message: `la dernière action est un import de ${counted(final.added, 'ligne')} : il ne s’annule pas d’un coup`,
        hint: `corrigez ce qui est faux, un par un : ${REMEDIES[final.of]}`,
      }
    case 'rates':
      return {
        message: `les taux de cotisations du ${dayText(final.validFrom)} ont été importés : ils ne s’annulent pas`,
        hint: 'importez le bon tableau pour la même date : flashcoop cae rates import FICHIER',
      }
    case 'sale-void':
      return {
        message: `la dernière action est l’annulation de ${ticketName(final.stall, final.ticket)} : elle ne s’annule pas`,
        hint: 'enregistrez la vente à nouveau : flashcoop vente add …',
      }
    case 'cost-void':
      return {
        message: `la dernière action est l’annulation du coût n° ${numberText(final.cost)} : elle ne s’annule pas`,
        hint: 'enregistrez le coût à nouveau : flashcoop cout add …',
      }
    default:
      return unreachable(final)
  }
}

const USES: { readonly [D in Dependent]: string } = {
  attendance: 'des présences',
  costs: 'des coûts (même annulés)',
  sales: 'des ventes (même annulées)',
  till: 'des sessions de caisse',
  participants: 'des participants',
  products: 'des produits',
  moves: 'un retrait à la banque',
}

function dependedSaid(what: Depended, uses: string): Said {
  switch (what.kind) {
    case 'till-open':
      return {
        message: `la caisse du ${dayText(what.day)} a ${uses} : son ouverture ne s’annule plus`,
        hint: 'scellez-la : flashcoop caisse count, puis flashcoop caisse z',
      }
    case 'cohort':
      return {
        message: `la cohorte ${what.cohort} a ${uses} : sa création ne s’annule plus`,
        hint: 'choisissez-en une autre : flashcoop cohorte use CODE',
      }
    case 'day':
      return {
        message: `le ${dayText(what.day)} a ${uses} : le jour reste`,
        hint: 'annulez plutôt la journée : flashcoop jour edit DATE --cancel',
      }
    case 'participant':
      return {
        message: `${what.participant} a ${uses} : la personne reste`,
        hint: `notez son départ : flashcoop participant leave ${what.participant} --on DATE`,
      }
    case 'product':
      return {
        message: `${what.product} a ${uses} : le produit reste`,
        hint: `retirez-le du stand : flashcoop produit retire ${what.product}`,
      }
    default:
      return unreachable(what)
  }
}

const withMore = ({ message, hint }: Said, possible: number): Said => ({
  message,
  hint: hint + upTo(possible),
})

export const undoRefusals: WordsFor<UndoRefusal> = {
  'nothing-to-undo': ({ possible }) => ({
    message: possible === 0 ? 'il n’y a rien à annuler' : `on ne peut en annuler que ${possible}`,
    hint:
      possible === 0
        ? 'voyez ce qui est enregistré avec flashcoop état'
        : `flashcoop undo ${possible}`,
  }),
  'nothing-to-redo': () => ({
    message: 'il n’y a rien à rétablir',
    hint: 'redo ramène ce que le dernier undo a enlevé, avant tout autre enregistrement ; sinon tapez-le à nouveau, par exemple : flashcoop sell 2 cookie cb',
  }),
  'name-forgotten': ({ participant, whole }) => ({
    message: `le nom de ${participant} a été effacé par undo`,
    hint: whole
      ? 'tapez-le à nouveau : flashcoop participant add "…"'
      : `tapez-le à nouveau : flashcoop participant edit ${participant} --name "…"`,
  }),
  'not-undoable': ({ final, possible }) => withMore(finalSaid(final), possible),
  'undo-blocked': ({ what, by, possible }) =>
    withMore(dependedSaid(what, by.map((each) => USES[each]).join(', ')), possible),
}
