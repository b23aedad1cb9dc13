import { decimalText } from '../../domain/kernel/money.ts'
import type { TillRefusal, Unrated } from '../../domain/till/refusal.ts'
import { periodText } from '../period-text.ts'
import type { WordsFor } from '../said.ts'

const unratedText = (unrated: readonly Unrated[]): string =>
  unrated.map(({ product, label }) => product ?? label).join(', ')

const TENDERS = { card: 'cards', cheque: 'cheques', transfer: 'transfers' } as const

export const tillRefusals: WordsFor<TillRefusal> = {
  'till-not-open': (facts) =>
    facts.day === facts.today
      ? {
          message: 'the till is not open',
          hint: 'open it with the cash that is in it: flashcoop till open --float 80',
        }
      : {
          message: `the till was not opened on ${facts.day}`,
          hint: `open that day with flashcoop till open --float 80 --at ${facts.day}`,
        },
  'till-left-open': (facts) => ({
    message: `the till of ${facts.day} (cohort ${facts.cohort}) is still open`,
    hint: 'count it and seal that day first: flashcoop till count, then flashcoop till z',
  }),
  'till-other-cohort': (facts) => ({
    message: `on ${facts.day} the till is open for cohort ${facts.open}, not ${facts.cohort}`,
    hint: `add -c ${facts.open}, or seal that session first: flashcoop till count, then flashcoop till z`,
  }),
  'till-already-open': (facts) => ({
    message: `the till is open already: ${facts.day}, cohort ${facts.cohort}`,
    hint: 'go on selling, or put cash in with flashcoop till in 20 change',
  }),
  'day-sealed': (facts) =>
    facts.day === facts.today
      ? {
          message: `today is sealed (Z-${facts.z})`,
          hint: 'to sell again today: flashcoop till open; these sales go into the next Z',
        }
      : {
          message: `${facts.day} is sealed (Z-${facts.z}): nothing is added to it`,
          hint: `look at it with flashcoop till show Z-${facts.z}; tell the accountant what is missing`,
        },
  'nothing-to-seal': (facts) => ({
    message:
      facts.day === undefined
        ? 'no till is open: there is nothing to count or seal'
        : `no till is open on ${facts.day}: there is nothing to count or seal`,
    hint:
      facts.lastZ === undefined
        ? 'open one with flashcoop till open --float 80'
        : `the last seal is Z-${facts.lastZ}: flashcoop till show Z-${facts.lastZ}`,
  }),
  'vat-rate-missing': (facts) => ({
    message: `nobody has said the VAT rate of ${unratedText(facts.unrated)}`,
    hint: `flashcoop product edit ${facts.unrated[0]?.product ?? 'PRODUCT'} --vat 5.5 (take away), 10 (eaten there) or 20; then flashcoop till z`,
  }),
  'count-outdated': (facts, money) => ({
    message: `cash moved after the count of ${money(facts.countedCents)}`,
    hint: `count again; if only those coins came or went: flashcoop till count ${decimalText(facts.nowCents, '.')}`,
  }),
  'tender-outdated': (facts, money) => ({
    message: `${TENDERS[facts.method]}: a sale came after the count of ${money(facts.countedCents)}`,
    hint: `count again; if it alone came since: flashcoop till count ${decimalText(facts.cashCents, '.')} --${facts.method} ${decimalText(facts.nowCents, '.')}`,
  }),
  'unknown-z': (facts) => ({
    message: `${facts.typed} is no Z of this till`,
    hint:
      facts.lastZ === undefined
        ? 'no day is sealed yet; name a day: flashcoop till show 2026-06-17'
        : `the last one is Z-${facts.lastZ}; see them with flashcoop till list, or name a day: 2026-06-17`,
  }),
  'unknown-closing': (facts) => ({
    message: `${periodText(facts.period, 'en')} has no closing`,
    hint: 'the first opening of the next month makes it; without opening: flashcoop till close-month',
  }),
  'unknown-session': (facts) => ({
    message: `the till was not opened on ${facts.day}`,
    hint: 'see its days with flashcoop till list',
  }),
}
