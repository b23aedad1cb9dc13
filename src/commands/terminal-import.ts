import { Refused } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { epochMsOf } from '../domain/kernel/instant.ts'
import { ticketName } from '../domain/sales/ticket.ts'
import { TERMINAL_IMPORT, type TerminalFile, type TerminalRow } from '../formats/terminal-spec.ts'
import { nextTicketNumber } from '../store/queries/sale.ts'
import { amountText } from '../words/money-text.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { ImportPlan, ImportWork } from './import-file.ts'
import { goodsFinder } from './imported-goods.ts'
import { sessionFinder } from './imported-session.ts'
import { chunkOf } from './imported-tickets.ts'
import { printOne } from './output.ts'
import { productFor } from './product.ts'
import { saleWords } from './receipt.ts'
import { saleContext } from './sale-recording.ts'
import type { Session } from './session.ts'
import { SpokenError } from './spoken-error.ts'
import {
  doubtLines,
  type TerminalAnswer,
  terminalJson,
  terminalText,
  terminalWords,
} from './terminal-answer.ts'
import { type LeftOut, type TerminalPayment, terminalGroups } from './terminal-groups.ts'
import { terminalRefund } from './terminal-refund.ts'
import { dayOfPayment, type SoldHow, terminalSale } from './terminal-sale.ts'
import { matchedIn, type Standing, standingOf } from './terminal-standing.ts'
import { optional, vatRateFrom } from './values.ts'

export type TerminalOptions = {
  readonly soldAs: string | undefined
  readonly vat: string | undefined
  readonly minutes: number
  /** What becomes of payments that may be recorded already; undefined: nobody said. */
  readonly doubtful: 'keep' | 'skip' | undefined
}

type TerminalPlan = ImportPlan<TerminalRow> & { readonly exit: () => ExitCode | undefined }

/**
 * Imports the export of a card terminal: what stands in the ledger already is found by transaction, or by amount and
 * time; the rest is recorded, all or nothing. With `-n` the lists are shown and nothing is recorded.
 */
export function terminalPlan(
  session: Session,
  file: TerminalFile,
  options: TerminalOptions,
): TerminalPlan {
  const opened: Day[] = []
  let answer: TerminalAnswer | undefined
  const words = terminalWords(session.language())
  return {
    kind: 'sale',
    spec: TERMINAL_IMPORT,
    begin: (work) => {
      const groups = terminalGroups(file)
      return {
        take: groups.take,
        finish: () => {
          answer = settle(session, { work, opened, options, file, contents: groups.contents() })
        },
      }
    },
    matched: () => (answer === undefined ? [] : matchedIn(answer.standing)),
    notes: () => [
      ...opened.map(saleWords(session).importOpened),
      ...((answer?.open.length ?? 0) > 0 ? [words.decide] : []),
    ],
    print: async () => {
      const found = answer
      if (found !== undefined)
        await printOne(session, terminalJson(found), () => terminalText(session, found))
    },
    next: () => {
      const { feeCents = 0 } = answer ?? {}
      return answer === undefined || feeCents === 0
        ? saleWords(session).importNext
        : words.nextFee(amountText(answer.feeCents, session.settings().language))
    },
    exit: () => ((answer?.open.length ?? 0) > 0 ? EXIT.refused : undefined),
  }
}

type Settling = {
  readonly work: ImportWork
  readonly opened: Day[]
  readonly options: TerminalOptions
  readonly file: TerminalFile
  readonly contents: ReturnType<ReturnType<typeof terminalGroups>['contents']>
}

function settle(session: Session, settling: Settling): TerminalAnswer {
  const { work, options, contents } = settling
  const { journal, cohort } = work
  const standing = standingOf(journal.db, contents.payments, { cohort, minutes: options.minutes })
  const open = options.doubtful === undefined ? standing.doubtful : []
  if (open.length > 0 && !session.dryRun) throw doubtfulError(session, open)
  if (standing.already.length > 0) work.skipped(standing.already.length)
  const kept = options.doubtful === 'keep' ? standing.doubtful.map(({ payment }) => payment) : []
  const sessionOf = sessionFinder(session, work, settling.opened)
  const recorded = recordAll(session, settling, {
    payments: [...standing.fresh, ...kept],
    sessionOf,
  })
  return {
    ...contents,
    standing,
    open,
    recorded,
    ...refundAll(session, settling, { standing, sessionOf }),
  }
}

type SessionOf = ReturnType<typeof sessionFinder>

function recordAll(
  session: Session,
  { work, options, file }: Settling,
  {
    payments,
    sessionOf,
  }: { readonly payments: readonly TerminalPayment[]; readonly sessionOf: SessionOf },
): TerminalAnswer['recorded'] {
  if (payments.length === 0) return []
  const { journal } = work
  const how = soldHow(session, work, { options, file })
  const chunk = chunkOf(work)
  const recorded: TerminalAnswer['recorded'][number][] = []
  const inOrder = payments.toSorted((a, b) => epochMsOf(a.at) - epochMsOf(b.at))
  const first = nextTicketNumber(journal.db, journal.stall)
  for (const payment of inOrder) {
    work.noting({ line: payment.line }, () => {
      const sum = terminalSale(payment, how)
      const day = dayOfPayment(payment)
      chunk.add(sum, { session: sessionOf(day), day })
      const ticket = ticketName(journal.stall, first + recorded.length)
      recorded.push({ ticket, sum, amountCents: payment.amountCents })
      work.added()
    })
  }
  chunk.flush()
  return recorded
}

function soldHow(
  session: Session,
  { journal }: ImportWork,
  { options, file }: Pick<Settling, 'options' | 'file'>,
): SoldHow {
  const goodsOf = goodsFinder(saleContext(session, journal))
  return {
    file,
    goodsOf,
    productOf: (label) => {
      try {
        return goodsOf({ product: label, label: null, vatRate: null })
      } catch (error) {
        if (!(error instanceof Refused) || error.refusal.code !== 'unknown-product') throw error
        return { near: error.refusal.near }
      }
    },
    soldAs: optional(options.soldAs, (typed) => productFor(session, typed).code),
    vat: optional(options.vat, vatRateFrom),
    label: terminalWords(session.language()).cardPayment,
  }
}

type Refunding = { readonly standing: Standing; readonly sessionOf: SessionOf }

function refundAll(
  session: Session,
  { work, contents }: Settling,
  { standing, sessionOf }: Refunding,
): Pick<TerminalAnswer, 'refunded' | 'leftOut'> {
  const matched = new Map(
    standing.already.map(({ payment, ticket }) => [payment.transaction, ticket]),
  )
  const reason = saleWords(session).importedReason
  const refunded: TerminalAnswer['refunded'][number][] = []
  const leftOut: LeftOut[] = [...contents.leftOut]
  for (const payment of contents.refunds) {
    work.noting({ line: payment.line }, () => {
      const { transaction, at, amountCents } = payment
      const outcome = terminalRefund(payment, { work, sessionOf, matched, reason })
      if (outcome.kind === 'left-out') leftOut.push({ payment, reason: outcome.reason })
      else {
        const { ticket, of, kind } = outcome
        refunded.push({ transaction, at, amountCents, of, ticket, already: kind === 'already' })
      }
    })
  }
  return { refunded, leftOut }
}

const doubtfulError = (session: Session, open: Standing['doubtful']): SpokenError =>
  new SpokenError({
    code: 'import-doubtful',
    exit: EXIT.refused,
    say: (language) => terminalWords(language).doubtfulError(open.length),
    detail: () => doubtLines(session, open).map((line) => line.trimEnd()),
  })
