import type { Day } from '../../domain/kernel/day.ts'
import type { DayWords } from '../en/day.ts'
import { counted, weekdayText } from './day-text.ts'

type Shown = { readonly label: string; readonly day: Day }
type Minutes = { readonly amMinutes: number; readonly pmMinutes: number }

const named = ({ label, day }: Shown): string => `${label} ${weekdayText(day)}`
const halves = ({ amMinutes, pmMinutes }: Minutes): string =>
  `${amMinutes === 0 ? 'pas de matin' : `matin ${amMinutes} min`}, ${
    pmMinutes === 0 ? 'pas d’après-midi' : `après-midi ${pmMinutes} min`
  }`
const shifts = (shifted: boolean): string =>
  shifted ? ' Les jours suivants changent de numéro.' : ''

export const dayWords: DayWords = {
  added: (day, shifted) => `${named(day)} ajouté : ${halves(day)}.${shifts(shifted)}\n`,
  addedAll: (days, shifted) =>
    `${counted(days.length, 'jour ajouté', 'jours ajoutés')} : ${days.map(named).join(', ')}.${shifts(shifted)}\n`,
  edited: (day) => `${named(day)} : ${halves(day)}.\n`,
  cancelled: (day) => `${named(day)} est annulé.\n`,
  restored: (day) => `${named(day)} a bien lieu : ${halves(day)}.\n`,
  moved: (from, to) =>
    `${from.label} déplacé du ${weekdayText(from.day)} au ${weekdayText(to.day)}${
      from.label === to.label
        ? ''
        : ` ; c’est maintenant ${to.label}, et les jours entre les deux changent de numéro`
    }.\n`,
  removed: (day, left, shifted) =>
    `${named(day)} retiré ; il reste ${counted(left, 'jour')}.${shifts(shifted)}\n`,
  removedAll: (days, left, shifted) =>
    `${counted(days.length, 'jour retiré', 'jours retirés')} : ${days.map(named).join(', ')} ; il reste ${counted(left, 'jour')}.${shifts(shifted)}\n`,
  none: 'aucun jour pour l’instant\n',
  next: { list: 'flashcoop jour list', add: 'flashcoop jour add DATE' },
}
