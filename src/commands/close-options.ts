import type { DistributionRule, Vote } from '../domain/closing/close-body.ts'
import type { CloseChoices } from '../domain/closing/close-choices.ts'
import type { Reserve } from '../domain/closing/distribution.ts'
import { parseDay } from '../domain/kernel/day.ts'
import { basisPoints, parsePercent } from '../domain/kernel/rate.ts'
import { typedWord } from '../formats/vocabulary-words.ts'
import { FLAGS, type FlagValues } from './flags.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, integerFrom, optional } from './values.ts'
import { wordFrom } from './word-value.ts'

/** How a result is shared: options of `close` and of `report distribution`. */
export const SHARING_OPTIONS = {
  rule: FLAGS.rule,
  weights: FLAGS.weights,
  reserve: FLAGS.reserve,
  excusedCount: FLAGS.excusedCount,
  noPayroll: FLAGS.noPayroll,
} as const

export type SharingTyped = FlagValues<typeof SHARING_OPTIONS>

const WEIGHT_EXAMPLE = 'P01:2,P02:1'
const VOTE_EXAMPLE = '"2026-06-18 6/0/1"'
const MOST_WEIGHT = 1_000_000

/** The typed options as choices, without vote and without a loss accepted. */
export function sharingFrom(session: Session, typed: SharingTyped): CloseChoices {
  const weights = typed.weights === undefined ? undefined : weightsFrom(typed.weights)
  const asked = optional(typed.rule, (text) =>
    wordFrom(session, { typed: text, name: '--rule', group: 'rule' }),
  )
  const rule = ruleFrom(session, asked, weights)
  if (typed.excusedCount && rule !== 'half-days' && rule !== 'hours')
    misused({ code: 'option-conflict', one: '--excused-count', other: ruleTyped(session, rule) })
  return {
    rule,
    excusedCount: typed.excusedCount,
    weights: weights ?? new Map(),
    reserve: optional(typed.reserve, reserveFrom) ?? { kind: 'none' },
    payroll: !typed.noPayroll,
    acceptLoss: false,
    vote: undefined,
  }
}

const ruleTyped = (session: Session, rule: DistributionRule): string =>
  `--rule ${typedWord('rule', rule, session.language())}`

/** Weights imply their rule; that rule needs weights; without either everybody has an equal share. */
function ruleFrom(
  session: Session,
  rule: DistributionRule | undefined,
  weights: ReadonlyMap<string, number> | undefined,
): DistributionRule {
  if (rule === undefined) return weights === undefined ? 'equal' : 'weights'
  if (weights !== undefined && rule !== 'weights')
    misused({ code: 'option-conflict', one: '--weights', other: ruleTyped(session, rule) })
  if (weights === undefined && rule === 'weights')
    misused({ code: 'option-needed', name: '--weights', command: 'close' })
  return rule
}

/** `P01:2` and its like: whole numbers from 0; who is not named weighs 0. */
function weightsFrom(typed: readonly string[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const pair of typed) {
    const [, who, weight] = /^([a-zA-Z]{1,4}\d{1,3}):(\d+)$/.exec(pair.trim()) ?? []
    if (who === undefined || weight === undefined)
      misused({ code: 'bad-pair', typed: pair, name: '--weights', example: WEIGHT_EXAMPLE })
    const code = who.toUpperCase()
    const known = weights.get(code)
    if (known !== undefined)
      misused({ code: 'option-conflict', one: `${code}:${known}`, other: pair })
    weights.set(code, integerFrom(weight, '--weights', { from: 0, to: MOST_WEIGHT }))
  }
  return weights
}

/** `10%` of the result, or an amount. */
function reserveFrom(typed: string): Reserve {
  if (!typed.trim().endsWith('%'))
    return { kind: 'amount', amountCents: amountFrom(typed, '--reserve') }
  const rate = parsePercent(typed, 2)
  return rate === undefined
    ? misused({ code: 'bad-percent', typed, name: '--reserve' })
    : { kind: 'percent', rate: basisPoints(rate) }
}

/** `2026-06-18 6/0/1`: the day, then votes for, against and abstained. At least one person voted. */
export function voteFrom(session: Session, typed: string): Vote {
  const [, on, yes, no, abstained] =
    /^\s*(\S+)\s+(\d{1,3})\/(\d{1,3})\/(\d{1,3})\s*$/.exec(typed) ?? []
  if (on === undefined)
    return misused({ code: 'bad-pair', typed, name: '--vote', example: VOTE_EXAMPLE })
  const day = parseDay(on) ?? misused({ code: 'bad-date', typed: on, name: '--vote' })
  const counts = [yes, no, abstained].map((count) => Number.parseInt(count ?? '0', 10))
  const [votesFor = 0, against = 0, abstentions = 0] = counts
  if (votesFor + against + abstentions === 0)
    return misused({ code: 'bad-pair', typed, name: '--vote', example: VOTE_EXAMPLE })
  if (day > session.today()) misused({ code: 'future-date', typed: day, name: '--vote' })
  return { on: day, for: votesFor, against, abstained: abstentions }
}
