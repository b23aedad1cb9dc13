import type { Branch, MergeRefusal } from '../../domain/merge/refusal.ts'
import type { WordsFor } from '../said.ts'
import { audit } from './audit.ts'

const AGAIN =
  'make the bundle again on the other computer (flashcoop export bundle), and copy it anew'

const branch = ({ at, kind, hash }: Branch): string =>
  [
    kind === undefined ? '' : audit.kinds[kind],
    at?.slice(0, 16).replace('T', ' ') ?? '',
    hash.slice(0, 8),
  ]
    .filter((each) => each !== '')
    .join(' ')

export const mergeRefusals: WordsFor<MergeRefusal> = {
  'not-a-bundle': ({ file }) => ({
    message: `${file} is no bundle of flashcoop`,
    hint: 'make one on the other computer: flashcoop export bundle',
  }),
  'bundle-newer': ({ file }) => ({
    message: `${file} was made by a newer version`,
    hint: 'put the same version of flashcoop on both computers; nothing was taken in',
  }),
  'bundle-changed': ({ file, line }) => ({
    message: `${file} is not as it was written${line === undefined ? '' : ` (line ${line})`}: cut off, doubled or changed`,
    hint: `nothing was taken in; ${AGAIN}`,
  }),
  'bundle-too-large': ({ file, mebibytes }) => ({
    message: `${file} is larger than a bundle may be (${mebibytes} MiB, 1,000,000 events)`,
    hint: 'nothing was taken in; check that it is the right file',
  }),
  'bundle-foreign': ({ file }) => ({
    message: `${file} is of another cooperative`,
    hint: 'nothing was taken in; a second till of this one begins with: flashcoop init --from BUNDLE',
  }),
  'bundle-gap': ({ till, from, to }) => ({
    message: `till ${till}: ${from === to ? `event ${from} is` : `events ${from} to ${to} are`} missing`,
    hint: `nothing was taken in; bring till ${till}’s bundle too: flashcoop merge FILE FILE`,
  }),
  'bundle-fork': ({ till, seq, here, there }) => ({
    message: `FORK ${till}#${seq}: two computers recorded as till ${till}; here ${branch(here)}, there ${branch(there)}`,
    hint: `nothing was taken in; keep one of the two as till ${till}; on the other: flashcoop report sales --csv -o sales.csv, then here: flashcoop sale import sales.csv; if the day is sealed here already, the other becomes a new till, in a new folder: flashcoop init --from BUNDLE, then the same import`,
  }),
  'bundle-event': ({ file, event }) => ({
    message: `${file}: event ${event} cannot be read by this version`,
    hint: 'nothing was taken in; put the same version of flashcoop on both computers, then make the bundle again',
  }),
  'bundle-clash': ({ file, kind }) => ({
    message: `${audit.kinds[kind]}: what is recorded here and what is in ${file} cannot both stand`,
    hint: 'nothing was taken in; keep both computers as they are and ask the host',
  }),
  'closed-without': ({ cohort, until, closedBy, till, day }) => ({
    message: `${cohort} was closed on till ${closedBy} until ${until} without what till ${till} recorded on ${day}`,
    hint: `nothing was taken in and nothing is lost: keep till ${till} as it is, read its sales there (flashcoop report sales), then on till ${closedBy}: flashcoop correct sale AMOUNT@RATE --method cash --reason "till ${till}" --confirm ${cohort}`,
  }),
  'closed-twice': ({ cohort, tills: [one, other] }) => ({
    message: `${cohort} was closed on till ${one} and on till ${other}, each without the other`,
    hint: `nothing was taken in; keep one of the two closes, and enter the other till’s figures as a correction of it`,
  }),
  'till-taken': ({ till, free }) => ({
    message: `there is a till ${till} already`,
    hint: `give this computer a letter of its own: --till ${free}`,
  }),
}
