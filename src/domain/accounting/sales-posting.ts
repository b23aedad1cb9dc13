import { type KindTakings, type VatRegime, vatOfZ } from '../closing/vat.ts'
import type { EventBodies, PaymentMethod, Stall, ZBody } from '../journal/event.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, negated, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { vatRate } from '../kernel/rate.ts'
import { ticketName } from '../sales/ticket.ts'
import type { AccountKey } from './chart.ts'
import { type Draft, linesOf } from './draft.ts'
import type { Known } from './known.ts'

const METHODS: readonly PaymentMethod[] = ['cash', 'card', 'cheque', 'transfer']
export const METHOD_ACCOUNTS: Readonly<Record<PaymentMethod, AccountKey>> = {
  cash: 'till',
  card: 'cards_to_cash',
  cheque: 'cheques_to_cash',
  transfer: 'transfers_to_come',
}

type Paid = { readonly method: PaymentMethod; readonly amountCents: Cents }

/** The first till needs no letter: `''`, `B-`. */
const ofTill = (stall: Stall): string => (stall === 'A' ? '' : `${stall}-`)

/** `Z-0001` of till A, `Z-B-0001` of the others. */
const zPiece = (stall: Stall, number: number): string =>
  `Z-${ofTill(stall)}${String(number).padStart(4, '0')}`
/** `1`, `B-1`: how a label names it. */
const zLabel = (stall: Stall, number: number): string => `${ofTill(stall)}${number}`

/**
 * One entry for each VAT rate of a Z (practice: tax software recognises a rate within 0.05 point on each entry), one
 * for tips, one for the till's difference.
 */
export function zDrafts(stall: Stall, z: ZBody, known: Known): readonly Draft[] {
  const { cohort, day, number } = z
  const write = linesOf(known.chart, cohort)
  const piece = zPiece(stall, number)
  const name = zLabel(stall, number)
  const place = known.session(z.session)?.venue
  const head = { day, piece } as const
  const rates = rateLines(z.kinds, known.vatRegime)
  const { parts, rest } = payByRate(z.methods, rates)
  const pays = (paid: readonly Paid[]): Draft['lines'] =>
    paid.map(({ method, amountCents }) => write(METHOD_ACCOUNTS[method], amountCents))
  const sales = rates.map((rate, index): Draft => {
    const ratePerMille = rates.length > 1 ? rate.ratePerMille : undefined
    const label = { code: 'sales', z: name, ...present({ place, ratePerMille }) } as const
    const lines = [...pays(parts[index] ?? []), ...creditsOf(rate, write)]
    return { ...head, journal: 'VE', stage: 'sales', label, lines }
  })
  const tips = negated(sumCents(rest.map((each) => each.amountCents)))
  invariant(tips + z.tipsCents === 0, 'what pays no sale is a tip')
  const difference = z.differenceCents
  return [
    ...sales,
    {
      ...head,
      journal: 'VE',
      stage: 'sales',
      label: { code: 'tips', z: name },
      lines: [...pays(rest), write('donations', tips)],
    },
    {
      ...head,
      journal: 'CA',
      stage: 'till-differences',
      label: { code: 'till-difference' },
      lines:
        difference < 0
          ? [write('till_loss', negated(difference)), write('till', difference)]
          : [write('till', difference), write('till_gain', negated(difference))],
    },
  ]
}

/** What was sold at one rate: without VAT by kind, and its VAT. */
type RateLine = {
  readonly ratePerMille: number
  readonly ttcCents: Cents
  readonly goodsCents: Cents
  readonly servicesCents: Cents
  readonly vatCents: Cents
}

function rateLines(takings: readonly KindTakings[], regime: VatRegime): readonly RateLine[] {
  const { rates, kinds } = vatOfZ(takings, regime)
  return rates.map(({ ratePerMille, ttcCents, vatCents }) => {
    const htOf = (kind: 'goods' | 'service'): Cents =>
      kinds.find((each) => each.ratePerMille === ratePerMille && each.kind === kind)?.htCents ??
      ZERO
    return {
      ratePerMille,
      ttcCents,
      goodsCents: htOf('goods'),
      servicesCents: htOf('service'),
      vatCents,
    }
  })
}

function creditsOf(
  { goodsCents, servicesCents, vatCents }: RateLine,
  write: ReturnType<typeof linesOf>,
): Draft['lines'] {
  return [
    write('sales_goods', negated(goodsCents)),
    write('sales_services', negated(servicesCents)),
    write('vat_collected', negated(vatCents)),
  ]
}

/**
 * Who paid which rate (choice: nobody pays a rate, so means of payment fill the rates in order, cash first, over
 * ascending rates; exact in whole cents). What is left over pays tips. After refunds amounts may be below zero: a
 * means that goes the other way than the rate is taken whole.
 */
export function payByRate(
  methods: readonly Paid[],
  rates: readonly { readonly ttcCents: Cents }[],
): { readonly parts: readonly (readonly Paid[])[]; readonly rest: readonly Paid[] } {
  const left = METHODS.map((method) => {
    const own = methods.filter((each) => each.method === method)
    return { method, amountCents: sumCents(own.map((each) => each.amountCents)) }
  })
  const parts = rates.map(({ ttcCents }) => {
    let due = ttcCents
    const taken = left.map((purse) => {
      const amountCents = fills(purse.amountCents, due)
      due = cents(due - amountCents)
      purse.amountCents = cents(purse.amountCents - amountCents)
      return { method: purse.method, amountCents }
    })
    const last = taken.at(-1)
    const purse = left.at(-1)
    if (due === 0 || !last || !purse) return taken
    purse.amountCents = cents(purse.amountCents - due)
    return [...taken.slice(0, -1), { ...last, amountCents: cents(last.amountCents + due) }]
  })
  return { parts, rest: left }
}

function fills(purse: Cents, due: Cents): Cents {
  if (purse === 0 || due === 0) return ZERO
  if (purse < 0 !== due < 0) return purse
  return Math.abs(purse) < Math.abs(due) ? purse : due
}

/**
 * Takings from paper: VAT is extracted on the day's total of all recaps of one till, so that the entry is what this one
 * adds to that total. A rate that nobody has said yet counts as 0 % (it keeps the period from being closed).
 */
export function recapDrafts(
  stall: Stall,
  sale: EventBodies['sale'],
  known: Known,
): readonly Draft[] {
  const { cohort, day, number, payments, tipCents } = sale
  const others = known.otherRecaps(sale, stall).flatMap((each) => recapTakings(each, known))
  const own = recapTakings(sale, known)
  const before = rateLines(others, known.vatRegime)
  const after = rateLines([...others, ...own], known.vatRegime)
  const added = after.flatMap((rate) => {
    const line = minus(
      rate,
      before.find((each) => each.ratePerMille === rate.ratePerMille),
    )
    return own.some((each) => each.ratePerMille === rate.ratePerMille) ? [line] : []
  })
  const write = linesOf(known.chart, cohort)
  const { parts, rest } = payByRate(payments, added)
  const pays = (paid: readonly Paid[]): Draft['lines'] =>
    paid.map(({ method, amountCents }) => write(METHOD_ACCOUNTS[method], amountCents))
  const piece = ticketName(stall, number)
  const head = { journal: 'VE', stage: 'sales', day, piece } as const
  return [
    ...added.map(
      (rate, index): Draft => ({
        ...head,
        label: { code: 'recap', day },
        lines: [...pays(parts[index] ?? []), ...creditsOf(rate, write)],
      }),
    ),
    {
      ...head,
      label: { code: 'tips' },
      lines: [...pays(rest), write('donations', negated(tipCents))],
    },
  ]
}

function minus(rate: RateLine, before: RateLine | undefined): RateLine {
  if (before === undefined) return rate
  return {
    ratePerMille: rate.ratePerMille,
    ttcCents: cents(rate.ttcCents - before.ttcCents),
    goodsCents: cents(rate.goodsCents - before.goodsCents),
    servicesCents: cents(rate.servicesCents - before.servicesCents),
    vatCents: cents(rate.vatCents - before.vatCents),
  }
}

/** What a recap took, by rate and kind. */
const recapTakings = (
  { lines }: EventBodies['sale'],
  { rateOf }: Pick<Known, 'rateOf'>,
): readonly KindTakings[] =>
  lines.map(({ product, vatRatePerMille, kind, totalCents }) => ({
    ratePerMille:
      vatRatePerMille ?? (product === undefined ? undefined : rateOf(product)) ?? vatRate(0),
    kind,
    ttcCents: totalCents,
  }))
