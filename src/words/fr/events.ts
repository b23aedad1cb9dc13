import type { EventBodies, EventKind } from '../../domain/journal/event.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import { negated, sumCents } from '../../domain/kernel/money.ts'
import type { EventSay, EventTexts } from '../en/events.ts'
import { goodsBack } from '../goods-back.ts'
import { counted } from './day-text.ts'

const FIELDS: { readonly [field: string]: string } = {
  name: 'nom',
  place: 'lieu',
  sector: 'secteur',
  productLine: 'production',
  public: 'public',
  status: 'état',
  amMinutes: 'matin',
  pmMinutes: 'après-midi',
  cancelled: 'annulé',
  commitment: 'nom',
  contractSigned: 'contrat',
  payable: 'rémunérable',
  payableReason: 'motif',
  joinedOn: 'arrivée',
  leftOn: 'départ',
  priceCents: 'prix',
  vatRatePerMille: 'taux de TVA',
  key: 'touche',
  kind: 'nature',
  retired: 'retiré',
  aliases: 'autres noms',
}
const fields = (changes: EventBodies['host']['changes']): string =>
  changes.map(({ field }) => FIELDS[field] ?? field).join(', ')

const MOVED = { produced: 'fabriqué', given: 'offert', lost: 'perdu', found: 'retrouvé' } as const

const DEPOSITED = { cash: 'd’espèces', card: 'de carte', cheque: 'de chèques' } as const

const METHOD = { cash: 'espèces', card: 'carte', cheque: 'chèque', transfer: 'virement' } as const

function takenText<K extends EventKind>(
  { kind, body }: { readonly kind: K; readonly body: EventBodies[K] },
  say: EventSay,
): string {
  return events[kind](body, say)
}

export const events: EventTexts = {
  init: () => 'création du registre',
  host: ({ changes }) => `réglages de la CAE : ${fields(changes)}`,
  rates: ({ validFrom }, say) => `taux de cotisations dès le ${say.day(validFrom)}`,
  cohort: ({ code }) => `création de la cohorte ${code}`,
  'cohort-edit': ({ cohort, changes, venues }) =>
    `modification de la cohorte ${cohort} : ${[...(changes.length > 0 ? [fields(changes)] : []), ...(venues ? ['lieux de vente'] : [])].join(', ')}`,
  'cohort-use': ({ cohort }) => `choix de la cohorte ${cohort}`,
  day: ({ day }, say) => `ajout du jour ${say.day(day)}`,
  'day-edit': ({ day, changes }, say) =>
    `modification du jour ${say.day(day)} : ${fields(changes)}`,
  'day-move': ({ from, to }, say) => `jour déplacé du ${say.day(from)} au ${say.day(to)}`,
  'day-remove': ({ day }, say) => `retrait du jour ${say.day(day)}`,
  participant: ({ code }) => `inscription de ${code}`,
  'participant-edit': ({ code, changes }) => `modification de ${code} : ${fields(changes)}`,
  'participant-leave': ({ code, on }, say) => `départ de ${code} le ${say.day(on)}`,
  attendance: ({ marks }, say) =>
    `présences du ${[...new Set(marks.map((mark) => say.day(mark.day)))].join(', ')} : ${counted(marks.length, 'demi-journée')}`,
  cost: ({ number, label, amounts }, say) =>
    `coût n° ${numberText(number)} : ${say.text(label)}, ${amounts.map((each) => say.money(each.amountCents)).join(' + ')}`,
  'cost-void': ({ number }) => `annulation du coût n° ${numberText(number)}`,
  product: ({ code }) => `ajout du produit ${code}`,
  'product-edit': ({ code, changes }) => `modification du produit ${code} : ${fields(changes)}`,
  stock: ({ product, reason, quantity }) =>
    `stock de ${product} : ${counted(quantity, MOVED[reason])}`,
  'sold-out': ({ product, soldOut }) =>
    soldOut ? `${product} épuisé` : `${product} de nouveau en vente`,
  'till-open': ({ day, floatCents }, say) =>
    `ouverture de la caisse du ${say.day(day)}, fond de caisse ${say.money(floatCents)}`,
  'till-cash': ({ direction, amountCents, reason }, say) =>
    `${direction === 'in' ? 'entrée' : 'sortie'} d’espèces ${say.money(amountCents)} : ${say.text(reason)}`,
  'till-count': ({ countedCents }, say) => `comptage de ${say.money(countedCents)}`,
  'till-closing': ({ scope, period }) =>
    scope === 'month' ? `clôture du mois ${period}` : `clôture de l’année ${period}`,
  'till-z': ({ number, day }, say) => `Z-${number} du ${say.day(day)}`,
  sale: ({ number, lines, totalCents }, say) =>
    `vente ${say.ticket(number)} : ${lines.map((each) => `${each.quantity} ${say.text(each.product ?? each.label)}`).join(' + ')} = ${say.money(totalCents)}`,
  'sale-import': ({ tickets, day }, say) =>
    `import de ${counted(tickets.length, 'vente')} du ${say.day(day)}`,
  'sale-void': ({ number }, say) => `annulation de la vente ${say.ticket(number)}`,
  'sale-refund': ({ number, of, lines, totalCents, tipCents }, say) =>
    `remboursement ${say.ticket(number)} de ${say.ticket(of)} : ${goodsBack(lines, say.text)}${say.money(negated(sumCents([totalCents, tipCents])))}`,
  'sale-repay': ({ number, payments }, say) =>
    `${say.ticket(number)} payé par ${payments.map((each) => METHOD[each.method]).join(' + ')}`,
  'bank-withdrawal': ({ amountCents, day }, say) =>
    `retrait de ${say.money(amountCents)} à la banque le ${say.day(day)}`,
  deposit: ({ method, amountCents, day }, say) =>
    `dépôt ${DEPOSITED[method]} du ${say.day(day)} : ${say.money(amountCents)}`,
  'cost-payment': ({ cost, amountCents }, say) =>
    `règlement du coût n° ${numberText(cost)} : ${say.money(amountCents)}`,
  'cost-refund': ({ who, amountCents }, say) =>
    `remboursement de ${say.money(amountCents)} à ${who}`,
  payout: ({ payments }, say) =>
    `versement à ${payments.map((each) => each.participant).join(', ')} : ${say.money(sumCents(payments.map((each) => each.amountCents)))}`,
  correction: ({ cohort, number }) => `avenant n° ${number} de ${cohort}`,
  close: ({ cohort, until }, say) => `clôture de ${cohort} jusqu’au ${say.day(until)}`,
  reversal: () => 'annulation',
  redo: ({ taken }, say) => takenText(taken, say),
  join: ({ till }) => `caisse ${till} ajoutée`,
  merge: ({ heads }) => `réunion avec ${heads.map((each) => `la caisse ${each.stall}`).join(', ')}`,
  import: ({ added, matched }) =>
    `import de ${counted(added, 'ligne')}${matched === undefined ? '' : `, paiements par carte reconnus : ${matched.length}`}`,
  export: ({ cohort, format }) => `export de ${cohort} en ${format}`,
  'clock-anomaly': () => 'l’horloge a reculé',
}
