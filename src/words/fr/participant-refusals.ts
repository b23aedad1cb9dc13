import type { ParticipantRefusal } from '../../domain/participants/refusal.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'
import { didYouMean } from './did-you-mean.ts'
import { halfText } from './half-text.ts'

const SEE = 'voyez les codes avec flashcoop participant list'

export const participantRefusals: WordsFor<ParticipantRefusal> = {
  'unknown-participant': (facts) => ({
    message:
      facts.participant === undefined
        ? 'personne ne porte ce nom dans cette cohorte'
        : `il n’y a pas de participant ${facts.participant} dans cette cohorte`,
    hint: facts.near.length === 0 ? SEE : `${didYouMean(facts.near, '')} ${SEE}`,
  }),
  'several-participants': (facts) => ({
    message: `plusieurs personnes portent ce nom : ${facts.participants.join(', ')}`,
    hint: `tapez le code : ${facts.participants.join(' ou ')}`,
  }),
  'participant-exists': (facts) => ({
    message: `le code ${facts.participant} est pris`,
    hint: `sans --code, le premier code libre est donné ; ou voyez flashcoop participant show ${facts.participant}`,
  }),
  'participant-differs': (facts) => ({
    message: `${facts.participant} y est déjà, avec d’autres données ; changez-les avec flashcoop participant edit ${facts.participant}`,
    hint: `voyez ce qui est noté avec flashcoop participant show ${facts.participant}`,
  }),
  'too-many-participants': (facts) => ({
    message: `une cohorte a ${facts.most} participants au plus`,
    hint: 'ouvrez une autre cohorte avec flashcoop cohorte create',
  }),
  'payable-reason-needed': (facts) => ({
    message: `pas de rémunération pour ${facts.participant} : il manque le motif`,
    hint: 'ajoutez --reason autorisation-de-travail, salarié, refus ou autre',
  }),
  'payable-with-reason': (facts) => ({
    message: `rémunération prévue pour ${facts.participant} : il n’y a pas de motif à donner`,
    hint: 'ôtez le motif, ou dites --payable non',
  }),
  'left-before-joined': (facts) => ({
    message: `${facts.participant} : arrivée le ${dayText(facts.joinedOn)}, donc pas de départ le ${dayText(facts.leftOn)}`,
    hint: `le jour à donner est le dernier jour de présence ; voyez flashcoop participant show ${facts.participant}`,
  }),
  'present-outside-stay': (facts) => ({
    message: `${facts.participant} : présence notée le ${dayText(facts.day)} (${halfText(facts.half)}), hors de ces dates`,
    hint: `choisissez d’autres dates, ou corrigez d’abord : flashcoop presence mark ${facts.day} --absent ${facts.participant}`,
  }),
}
