import type { ParticipantRefusal } from '../../domain/participants/refusal.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'
import { halfText } from './half-text.ts'

const SEE = 'see their codes with flashcoop participant list'

export const participantRefusals: WordsFor<ParticipantRefusal> = {
  'unknown-participant': (facts) => ({
    message:
      facts.participant === undefined
        ? 'nobody in this cohort has that name'
        : `there is no participant ${facts.participant} in this cohort`,
    hint: facts.near.length === 0 ? SEE : `${didYouMean(facts.near, '')} ${SEE}`,
  }),
  'several-participants': (facts) => ({
    message: `several people have that name: ${facts.participants.join(', ')}`,
    hint: `type the code: ${facts.participants.join(' or ')}`,
  }),
  'participant-exists': (facts) => ({
    message: `code ${facts.participant} is taken`,
    hint: `leave --code out to get the next free one, or see flashcoop participant show ${facts.participant}`,
  }),
  'participant-differs': (facts) => ({
    message: `${facts.participant} is there already with other data; change it with flashcoop participant edit ${facts.participant}`,
    hint: `see what is recorded with flashcoop participant show ${facts.participant}`,
  }),
  'too-many-participants': (facts) => ({
    message: `a cohort has ${facts.most} participants at most`,
    hint: 'open another cohort with flashcoop cohort create',
  }),
  'payable-reason-needed': (facts) => ({
    message: `${facts.participant} takes no pay: the reason is missing`,
    hint: 'add --reason work-permit, employed, declined or other',
  }),
  'payable-with-reason': (facts) => ({
    message: `${facts.participant} is paid, so there is no reason to give`,
    hint: 'leave the reason out, or say --payable no',
  }),
  'left-before-joined': (facts) => ({
    message: `${facts.participant} joined on ${facts.joinedOn} and cannot have left on ${facts.leftOn}`,
    hint: `the day to give is the last day present; see flashcoop participant show ${facts.participant}`,
  }),
  'present-outside-stay': (facts) => ({
    message: `${facts.participant} is recorded as present on ${facts.day} (${halfText(facts.half)}), outside those dates`,
    hint: `choose other dates, or correct it first: flashcoop attendance mark ${facts.day} --absent ${facts.participant}`,
  }),
}
