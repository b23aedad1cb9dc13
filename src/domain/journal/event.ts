import type { CloseBody } from '../closing/close-body.ts'
import type { CorrectionBody } from '../closing/correction.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Cents } from '../kernel/money.ts'
import type { VatRate } from '../kernel/rate.ts'
import type { StockReason } from '../stock/stock.ts'
import type { TillClosingBody } from '../till/closing-body.ts'
import type { MoneyMoveBodies } from './money-move.ts'

/** Till letter of one device's chain: `A`. */
export type Stall = string
export type Half = 'am' | 'pm'
export type AttendanceStatus = 'P' | 'R' | 'D' | 'AJ' | 'AI' | 'NC' | 'X'
export type PaymentMethod = 'cash' | 'card' | 'cheque' | 'transfer'
export type ProductKind = 'goods' | 'service'
export type Template = 'flash7' | 'cjs' | 'cjm' | 'long' | 'open' | 'blank'
export type Language = 'fr' | 'en'
export type CsvProfile = 'excel-fr' | 'standard'
export type ExportFormat = 'fec' | 'sage-cae' | 'hledger'
export type Scalar = string | number | boolean

/** One field of an edited thing; an absent side means "not set". Money fields are cents, rates whole units. */
export type Change = { readonly field: string; readonly from?: Scalar; readonly to?: Scalar }

export type PlannedDay = {
  readonly day: Day
  /** `J1`, `J2` … in the order of the days. */
  readonly label: string
  readonly amMinutes: number
  readonly pmMinutes: number
}

export type AttendanceMark = {
  readonly day: Day
  readonly half: Half
  readonly participant: string
  readonly status: AttendanceStatus
  /** Minutes late (R) or left early (D). */
  readonly minutes?: number
  readonly reason?: string
  /** What stood there before, so that the mark can be taken back. */
  readonly before?: {
    readonly status: AttendanceStatus
    readonly minutes?: number
    readonly reason?: string
    readonly sheet?: string
  }
}

export type CostAmount = {
  /** VAT included. */
  readonly amountCents: Cents
  readonly vatRatePerMille: VatRate
  readonly vatCents: Cents
}

export type SaleLine = {
  /** Absent on a recap of takings that names no product. */
  readonly product?: string
  readonly label: string
  readonly quantity: number
  readonly unitPriceCents: Cents
  /** After the ticket's discount was spread; 0 for a free line. VAT included. */
  readonly totalCents: Cents
  /** Absent while nobody has said it: the Z then waits for it. */
  readonly vatRatePerMille?: VatRate
  readonly kind: ProductKind
  readonly free?: true
  /** Takings of a product as a sum: how many pieces it was is not known, its quantity is 1. */
  readonly lump?: true
}

/** A ticket of an import without what follows from the rest of the event. */
export type ImportedSale = {
  readonly happenedAt: Instant
  readonly seller?: string
  readonly reference?: string
  readonly lines: readonly {
    /** The `name` of one of the event's goods. */
    readonly sold: string
    readonly quantity: number
    readonly unitPriceCents: Cents
    /** Absent for quantity × price; 0 for a free line. */
    readonly totalCents?: Cents
  }[]
  readonly tipCents?: Cents
  /** The means that paid all; absent where nothing was to pay, or where `payments` say it. */
  readonly method?: PaymentMethod
  readonly payments?: readonly { readonly method: PaymentMethod; readonly amountCents: Cents }[]
}

/** A product of the catalogue at one VAT rate; without `product` just a label, as takings from paper have. */
export type ImportedGoods = {
  /** What the event's lines call it. */
  readonly name: string
  readonly product?: string
  readonly label: string
  readonly kind: ProductKind
  readonly vatRatePerMille?: VatRate
}

export type SaleImportBody = {
  readonly cohort: string
  readonly session: number
  readonly day: Day
  /** Number of the first ticket; the others follow. */
  readonly first: number
  /** What the lines sold, as it was. */
  readonly goods: readonly ImportedGoods[]
  readonly tickets: readonly ImportedSale[]
  /** What the goods of all tickets cost. */
  readonly totalCents: Cents
}

/** What of an earlier ticket's line was given back: its quantity and its total are below zero. */
export type RefundLine = SaleLine & {
  /** The earlier ticket's line, from 1. */
  readonly of: number
}

export type Payment = {
  readonly method: PaymentMethod
  /** Without the change. */
  readonly amountCents: Cents
  /** What was given. */
  readonly tenderedCents: Cents
}

export type ZRate = {
  readonly ratePerMille: VatRate
  readonly ttcCents: Cents
  readonly vatCents: Cents
  readonly htCents: Cents
}
export type ZKind = ZRate & { readonly kind: ProductKind }

/** Cards, cheques or transfers as they were counted. A difference moves no money and stands in no account. */
export type CountedTender = {
  readonly method: Exclude<PaymentMethod, 'cash'>
  readonly expectedCents: Cents
  readonly countedCents: Cents
  readonly differenceCents: Cents
  /** How many cheques. */
  readonly count?: number
  readonly reason?: string
}

/** What the Z of one till session froze. Amounts in cents. */
export type ZBody = {
  readonly cohort: string
  readonly session: number
  readonly day: Day
  /** When it was sealed, as `--at` or the clock said. */
  readonly happenedAt: Instant
  readonly number: number
  readonly firstTicket?: number
  readonly lastTicket?: number
  readonly ticketCount: number
  readonly salesCents: Cents
  readonly tipsCents: Cents
  readonly discountsCents: Cents
  readonly voidCount: number
  readonly voidsCents: Cents
  /** Refunds are in no sale but in rates, kinds, methods and tips, which are what is left of the day. Absent for none. */
  readonly refundCount?: number
  readonly refundsCents?: Cents
  /** Refunds of this session that were taken back. */
  readonly refundVoidCount?: number
  readonly refundVoidsCents?: Cents
  /** Tickets whose means of payment were put right. */
  readonly repayCount?: number
  readonly rates: readonly ZRate[]
  readonly kinds: readonly ZKind[]
  /** Rates of products that were sold before anybody had said them; absent for none. */
  readonly fixed?: readonly { readonly product: string; readonly ratePerMille: VatRate }[]
  readonly methods: readonly { readonly method: PaymentMethod; readonly amountCents: Cents }[]
  readonly floatCents: Cents
  readonly cashInCents: Cents
  readonly cashOutCents: Cents
  /** Costs paid from the till. */
  readonly costsCents: Cents
  /** Float + cash sales + cash in − cash out − costs. */
  readonly expectedCents: Cents
  /** Absent when nobody counted. */
  readonly countedCents?: Cents
  readonly differenceCents: Cents
  readonly reason?: string
  /** Means other than cash that were counted; absent for none. */
  readonly tenders?: readonly CountedTender[]
  /** This cohort's Zs since its last close, this one included; refunds taken off. */
  readonly periodTotalCents: Cents
  /** Of this till, never reset, before voids. */
  readonly perpetualSalesCents: Cents
  readonly perpetualVoidsCents: Cents
  readonly perpetualRefundsCents?: Cents
  readonly perpetualRefundVoidsCents?: Cents
  /** Hash of the previous Z's event, absent for the first. */
  readonly previousZ?: string
  /** Chain head before this event. */
  readonly head: string
  /** True when the day already had a Z: these sales came after it. */
  readonly afterZ?: true
}

/** A till's event up to which everything is known: its hash is repeated, so that neither chain can be rewritten alone. */
export type KnownHead = {
  readonly stall: Stall
  readonly seq: number
  /** In hexadecimal. */
  readonly hash: string
}

/** What can happen, by kind. Kinds are the words of the product; bodies hold codes, never names of participants. */
export type EventBodies = {
  init: {
    readonly coop: string
    readonly host: string
    readonly siren?: string
    readonly language: Language
    readonly csvProfile: CsvProfile
    readonly till: Stall
    /** A ledger to practise in, for ever; `operator` is who practises. Both or neither. */
    readonly training?: true
    readonly operator?: string
  }
  host: { readonly changes: readonly Change[] }
  rates: {
    readonly validFrom: Day
    readonly employer: readonly { readonly name: string; readonly rate: number }[]
    readonly employee: readonly {
      readonly name: string
      readonly rate: number
      readonly baseShare: number
    }[]
  }
  cohort: {
    readonly code: string
    readonly name: string
    readonly template: Template
    readonly place?: string
    readonly sector?: string
    readonly productLine?: string
    readonly public?: string
    readonly venues: readonly string[]
    readonly days: readonly PlannedDay[]
  }
  'cohort-edit': {
    readonly cohort: string
    readonly changes: readonly Change[]
    /** The whole lists, when the venues change. */
    readonly venues?: { readonly from: readonly string[]; readonly to: readonly string[] }
  }
  'cohort-use': { readonly cohort: string; readonly before?: string }
  day: { readonly cohort: string } & PlannedDay
  'day-edit': { readonly cohort: string; readonly day: Day; readonly changes: readonly Change[] }
  'day-move': { readonly cohort: string; readonly from: Day; readonly to: Day }
  'day-remove': { readonly cohort: string; readonly cancelled?: true } & PlannedDay
  participant: {
    readonly cohort: string
    readonly code: string
    /** HMAC of the name with the person's salt, hex: proves a swapped name, reveals none. */
    readonly commitment: string
    readonly contractSigned?: Day
    readonly payable: boolean
    readonly payableReason?: string
    readonly joinedOn?: Day
  }
  'participant-edit': {
    readonly cohort: string
    readonly code: string
    readonly changes: readonly Change[]
  }
  'participant-leave': {
    readonly cohort: string
    readonly code: string
    readonly on: Day
    readonly before?: Day
  }
  attendance: {
    readonly cohort: string
    readonly marks: readonly AttendanceMark[]
    /** Reference of the signed sheet. */
    readonly sheet?: string
  }
  cost: {
    readonly cohort: string
    readonly number: number
    readonly day: Day
    readonly label: string
    readonly category: string
    readonly supplier?: string
    readonly voucher?: string
    /** `cae`, `till`, a participant's or a staff code. */
    readonly paidBy: string
    readonly chargedTo: 'activity' | 'programme'
    readonly amounts: readonly CostAmount[]
    /** The till session it was paid from. */
    readonly session?: number
    /** A redo brought back the voided cost of this number. */
    readonly repeats?: number
  }
  'cost-void': {
    readonly cohort: string
    readonly number: number
    readonly reason: string
    /** An undo did it, not a void asked for by the cost's number. */
    readonly undo?: true
  }
  product: {
    readonly cohort: string
    readonly code: string
    readonly name: string
    readonly priceCents: Cents
    readonly vatRatePerMille?: VatRate
    readonly key?: string
    readonly kind: ProductKind
    readonly aliases?: readonly string[]
  }
  'product-edit': {
    readonly cohort: string
    readonly code: string
    readonly changes: readonly Change[]
  }
  /** Pieces of a product that came or went without a sale. */
  stock: {
    readonly cohort: string
    readonly product: string
    readonly day: Day
    readonly reason: StockReason
    readonly quantity: number
    readonly note?: string
  }
  /** Whether there is any left to sell, as somebody at the stall said it. */
  'sold-out': { readonly cohort: string; readonly product: string; readonly soldOut: boolean }
  'till-open': {
    readonly cohort: string
    readonly session: number
    readonly day: Day
    readonly happenedAt: Instant
    readonly floatCents: Cents
    /** Where it sells, when the cohort has several places. */
    readonly venue?: string
    readonly afterZ?: true
    /** Opened by an import of sales, float 0. */
    readonly imported?: true
  }
  'till-cash': {
    readonly cohort: string
    readonly session: number
    readonly happenedAt: Instant
    readonly direction: 'in' | 'out'
    readonly amountCents: Cents
    readonly reason: string
  }
  'till-count': {
    readonly cohort: string
    readonly session: number
    readonly happenedAt: Instant
    readonly expectedCents: Cents
    readonly countedCents: Cents
    readonly differenceCents: Cents
    readonly reason?: string
    readonly pieces?: readonly { readonly valueCents: Cents; readonly count: number }[]
    readonly tenders?: readonly CountedTender[]
    /** The till's newest ticket then: those after it came after the count. */
    readonly lastTicket?: number
  }
  'till-z': ZBody
  /** A month or a year of one till, made when its next day begins. */
  'till-closing': TillClosingBody
  sale: {
    readonly cohort: string
    /** Ticket number of this till: 42 is printed `A-0042`. */
    readonly number: number
    /** Absent on a recap from paper: that day's takings went through no till of ours. */
    readonly session?: number
    readonly day: Day
    readonly happenedAt: Instant
    /** Made before the transaction; the same key again is the same ticket. */
    readonly key?: string
    /** Digest of what was typed, to tell a retry from another sale under the same key. */
    readonly content?: string
    readonly seller?: string
    readonly lines: readonly SaleLine[]
    readonly payments: readonly Payment[]
    readonly discountCents: Cents
    readonly tipCents: Cents
    /** What the goods cost, tip apart. */
    readonly totalCents: Cents
    readonly changeCents: Cents
    /** Takings of a day recorded at once from paper. */
    readonly recap?: true
    /** The ticket's name in the file that it was imported from. */
    readonly reference?: string
    /** A redo brought back the voided ticket of this number. */
    readonly repeats?: number
  }
  /** Tickets of one till session from a file, many in one event. */
  'sale-import': SaleImportBody
  'sale-void': {
    readonly cohort: string
    readonly number: number
    readonly reason: string
    /** What the voided ticket's goods cost; grows the perpetual total of voids. */
    readonly voidedCents: Cents
    /** The ticket was a refund: another perpetual total grows. */
    readonly refund?: true
    /** An undo did it, not a void asked for by the ticket's number. */
    readonly undo?: true
  }
  /** Gives back money for an earlier ticket, whole or in part: a ticket of its own, of amounts below zero. */
  'sale-refund': {
    readonly cohort: string
    readonly number: number
    /** The ticket that is refunded. */
    readonly of: number
    /** Today's session, whatever became of the other ticket's. */
    readonly session: number
    readonly day: Day
    readonly happenedAt: Instant
    readonly reason: string
    /** Who sold it. */
    readonly seller?: string
    /** The refund's name in the file that it was imported from. */
    readonly reference?: string
    readonly lines: readonly RefundLine[]
    /** How it is paid back: below zero, and together the goods and the tip. */
    readonly payments: readonly Payment[]
    readonly tipCents: Cents
    readonly totalCents: Cents
    readonly repeats?: number
  }
  /** Only the means of payment of a ticket, before its Z; the amounts add up to the same. */
  'sale-repay': {
    readonly cohort: string
    readonly number: number
    readonly happenedAt: Instant
    readonly payments: readonly Payment[]
    readonly changeCents: Cents
    readonly before: { readonly payments: readonly Payment[]; readonly changeCents: Cents }
  }
  'bank-withdrawal': MoneyMoveBodies['bank-withdrawal']
  deposit: MoneyMoveBodies['deposit']
  'cost-payment': MoneyMoveBodies['cost-payment']
  'cost-refund': MoneyMoveBodies['cost-refund']
  payout: MoneyMoveBodies['payout']
  close: CloseBody
  /** What was found out after a close, and the amendment (avenant) that follows from it. */
  correction: CorrectionBody
  /** Takes back event `of` of this till (undo) and repeats what it was. Sales and costs have their own void. */
  reversal: { readonly of: number; readonly taken: Decided }
  /** Brings back what reversal `of` took away, repeated here. */
  redo: { readonly of: number; readonly taken: Decided }
  /** The first event of a till that joins a cooperative which another till began; it comes after all of `heads`. */
  join: { readonly coop: string; readonly till: Stall; readonly heads: readonly KnownHead[] }
  /** Other tills' events were taken in: whatever this till records from here on comes after all of `heads`. */
  merge: { readonly heads: readonly KnownHead[] }
  import: {
    readonly cohort: string
    readonly kind: 'participant' | 'attendance' | 'cost' | 'product' | 'sale'
    readonly digest: string
    readonly rows: number
    readonly added: number
    /** Card payments of the file that tickets are, which stood here before: what the terminal calls them. */
    readonly matched?: readonly {
      readonly till: Stall
      readonly number: number
      readonly reference: string
    }[]
  }
  /** A file of entries that left for other software. It changes nothing in the books. */
  export: {
    readonly cohort: string
    readonly format: ExportFormat
    /** Days of the first and of the last entry in it. */
    readonly from: Day
    readonly until: Day
    readonly entries: number
    /** Lines of the file, its header apart. */
    readonly rows: number
    /** SHA-256 of the file's bytes, hex. */
    readonly digest: string
    /** Its name without the folder; absent where it went to the screen. */
    readonly file?: string
  }
  /** The computer's clock went back by more than two minutes since the event before. */
  'clock-anomaly': { readonly before: Instant; readonly after: Instant }
}

export type EventKind = keyof EventBodies

/**
 * The till's perpetual totals after an event; never reset, they only grow. What is left is sales − voids − refunds +
 * voided refunds; the last two are absent until there is one.
 */
export type Cumulated = {
  readonly salesCents: number
  readonly voidsCents: number
  readonly refundsCents?: number
  readonly refundVoidsCents?: number
}

/** An event as recorded. `at` is the true recording time; when it happened is in the body. */
export type EventOf<K extends EventKind> = {
  readonly v: 1
  readonly stall: Stall
  readonly seq: number
  readonly at: Instant
  readonly actor: string
  readonly kind: K
  readonly body: EventBodies[K]
  readonly cum: Cumulated
}

export type JournalEvent = { [K in EventKind]: EventOf<K> }[EventKind]

/** A decision's answer: what is to be recorded. */
export type Decided<K extends EventKind = EventKind> = {
  [L in K]: { readonly kind: L; readonly body: EventBodies[L] }
}[K]
