import type { TillDay } from '../../domain/closing/facts.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import { addDays } from '../../domain/kernel/day.ts'
import { clockText, dayOf, type Instant } from '../../domain/kernel/instant.ts'
import type { FindingWords } from '../en/closing-findings.ts'
import { counted, dayText } from './day-text.ts'
import { halfText } from './half-text.ts'

const tillList = (tills: readonly TillDay[]): string =>
  tills.map(({ day, till }) => `${dayText(day)} (caisse ${till})`).join(', ')

const momentText = (at: Instant): string => `${dayText(dayOf(at))} à ${clockText(at)}`

export const closingFindings: FindingWords = {
  'tills-not-sealed': ({ tills }) => ({
    message: `pas encore scellé : ${tillList(tills)}`,
    command: tills.every((each) => each.elsewhere)
      ? 'flashcoop merge PAQUET'
      : 'flashcoop caisse z',
  }),
  'vat-rate-missing': ({ unrated }) => ({
    message: `il manque le taux de TVA de ${unrated.map((each) => each.product ?? each.label).join(', ')}`,
    command: `flashcoop produit edit ${unrated[0]?.product ?? 'PRODUIT'} --vat 5,5`,
  }),
  'recap-rate-missing': ({ recaps }) => ({
    message: `ces recettes n’ont pas de taux de TVA : ${recaps.map((each) => `${each.ticket} ${each.label}`).join(', ')}`,
    command: `flashcoop vente void ${recaps[0]?.ticket ?? 'N'} --reason "sans taux de TVA"`,
  }),
  'half-days-missing': ({ count, participant, day, half }) => ({
    message: `présence à remplir : ${counted(count, 'demi-journée')}, d’abord ${participant} le ${dayText(day)} ${halfText(half)}`,
    command: 'flashcoop presence missing',
  }),
  'social-rates-missing': ({ until }) => ({
    message: `pas de taux de cotisations au ${dayText(until)}, donc pas d’estimation de paie`,
    command: 'flashcoop cloture --no-payroll',
  }),
  'reserve-above-result': ({ reserveCents, resultCents }, money) => ({
    message: `la réserve, ${money(reserveCents)}, dépasse le résultat, ${money(resultCents)}`,
    command: 'flashcoop bilan result',
  }),
  'nobody-payable': () => ({
    message: 'il y a un résultat à partager, et personne qui puisse être payé',
    command: 'flashcoop participant list',
  }),
  'nobody-present': ({ rule }) => ({
    message:
      rule === 'weights'
        ? 'tous les poids sont à zéro'
        : 'aucune personne rémunérable n’était présente : pas de parts',
    command: 'flashcoop cloture --rule égal',
  }),
  'loss-not-accepted': ({ deficitCents }, money) => ({
    message: `une perte de ${money(deficitCents)} : il n’y a rien à partager`,
    command: 'flashcoop cloture --accept-loss',
  }),
  'vote-to-come': ({ on }) => ({
    message: 'la clôture demandera le vote du groupe : sa date, puis pour/contre/abstentions',
    command: `flashcoop cloture --vote "${on} 6/0/1"`,
  }),
  'nothing-sold': () => ({ message: 'rien n’a été vendu', command: 'flashcoop vente list' }),
  'sales-dated-later': ({ from }) => ({
    message: `les ventes dès le ${dayText(from)} sont après cette période : elles n’y entrent pas`,
    command: 'flashcoop vente list',
  }),
  'costs-dated-later': ({ from }) => ({
    message: `les coûts dès le ${dayText(from)} sont après cette période : ils n’y entrent pas`,
    command: 'flashcoop cout list',
  }),
  'half-days-to-come': ({ count, day, half }) => ({
    message: `${counted(count, 'demi-journée')} à venir dès le ${dayText(day)} ${halfText(half)} : pas dans les parts`,
    command: 'flashcoop jour list',
  }),
  'cash-not-counted': ({ tills }) => ({
    message: `scellé sans compter les espèces : ${tillList(tills)}`,
    command: 'flashcoop caisse list',
  }),
  'voucher-missing': ({ costs }) => ({
    message: `${counted(costs.length, 'coût')} sans justificatif : n° ${costs.map(numberText).join(', ')}`,
    command: `flashcoop cout voucher ${numberText(costs[0] ?? 1)} RÉFÉRENCE`,
  }),
  'contract-not-signed': ({ participants }) => ({
    message: `contrat pas signé : ${participants.join(', ')}`,
    command: `flashcoop participant edit ${participants[0] ?? 'P01'} --contract-signed DATE`,
  }),
  'advances-not-refunded': ({ owed }, money) => ({
    message: `avances pas remboursées : ${owed.map((each) => `${each.who} ${money(each.owedCents)}`).join(', ')}`,
    command: `flashcoop cout refund ${owed[0]?.who ?? 'P01'}`,
  }),
  'cash-not-banked': ({ amountCents }, money) => ({
    message: `espèces pas encore à la banque : ${money(amountCents)}`,
    command: 'flashcoop caisse deposit espèces',
  }),
  'cards-not-reconciled': ({ amountCents }, money) => ({
    message: `cartes pas encore rapprochées de la banque : ${money(amountCents)}`,
    command: 'flashcoop caisse deposit carte --fee MONTANT',
  }),
  'cheques-not-banked': ({ amountCents }, money) => ({
    message: `chèques pas encore à la banque : ${money(amountCents)}`,
    command: 'flashcoop caisse deposit chèque --count NOMBRE',
  }),
  'social-rates-old': ({ validFrom, until }) => ({
    message: `les taux de cotisations du ${dayText(validFrom)} ne sont pas de l’année ${until.slice(0, 4)}`,
    command: 'flashcoop cae rates import FICHIER',
  }),
  'social-rates-change': ({ validFrom, first }) => ({
    message: first
      ? `la période commence avant les premiers taux de cotisations, du ${dayText(validFrom)} : ils servent pour tout`
      : `nouveaux taux de cotisations au ${dayText(validFrom)} : ils servent pour toute la période`,
    command: `flashcoop cloture --until ${addDays(validFrom, -1)}`,
  }),
  'clock-went-back': ({ count, till, before, after }) => ({
    message: `l’horloge de la caisse ${till} a reculé${count === 1 ? '' : ` ${count} fois, d’abord`} : du ${momentText(before)} au ${momentText(after)} ; l’heure des tickets peut être fausse`,
    command: `flashcoop vente list --day ${after.slice(0, 10)}`,
  }),
  'chain-broken': ({ event }) => ({
    message: `l’événement ${event} du journal n’est plus tel qu’il a été écrit`,
    command: 'flashcoop audit verify',
  }),
}
