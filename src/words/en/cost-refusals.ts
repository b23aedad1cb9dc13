import type { CostRefusal } from '../../domain/costs/refusal.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

export const costRefusals: WordsFor<CostRefusal> = {
  'unknown-cost': (facts) => ({
    message:
      facts.elsewhere === undefined
        ? `there is no cost ${numberText(facts.number)}`
        : `cost ${numberText(facts.number)} is of cohort ${facts.elsewhere}`,
    hint:
      facts.elsewhere === undefined
        ? 'see their numbers with flashcoop cost list'
        : `add -c ${facts.elsewhere}, or see the numbers here with flashcoop cost list`,
  }),
  'unknown-category': (facts) => ({
    message: `there is no category of cost ${facts.category}`,
    hint:
      facts.near.length === 0
        ? 'see them with flashcoop cost categories'
        : `did you mean ${facts.near.join(' or ')}? see flashcoop cost categories`,
  }),
  'unknown-payer': (facts) => ({
    message: `${facts.payer} is neither cae, nor till, nor somebody's code`,
    hint: didYouMean(facts.near, 'type --paid-by cae, till, P01 or a staff code such as ANIM01'),
  }),
  'cost-of-other-till': ({ number, till }) => ({
    message: `cost ${numberText(number)} was paid from till ${till}`,
    hint: `void it on the computer of till ${till}, then bring them together: flashcoop export bundle there, flashcoop merge here`,
  }),
  'cost-voided': (facts) => ({
    message: `cost ${numberText(facts.number)} is voided already`,
    hint: `see it with flashcoop cost show ${numberText(facts.number)}`,
  }),
  'cost-sealed': (facts) => ({
    message: `cost ${numberText(facts.number)} was paid from the till of ${facts.day}, which is sealed (Z-${facts.z})`,
    hint: `it stays; when money came back, say so with flashcoop till in AMOUNT "cost ${numberText(facts.number)}"`,
  }),
}
