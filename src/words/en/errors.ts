import type { UsageFault } from '../../commands/usage.ts'
import type { HeadCodeFault } from '../../domain/journal/head-code.ts'
import type { AmountFault } from '../../domain/kernel/money.ts'
import type { TextFault } from '../../domain/kernel/name.ts'
import type { StoreFault } from '../../store/store-error.ts'
import type { Said, WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

export type ErrorWords = {
  readonly errors: {
    readonly error: string
    readonly hint: string
    /** Before the message about one line of many. */
    readonly line: (number: number) => string
  }
  readonly amountFaults: { readonly [F in AmountFault]: string }
  readonly textFaults: { readonly [F in TextFault]: string }
  readonly usage: WordsFor<UsageFault>
  readonly store: WordsFor<StoreFault>
  readonly defect: (detail: string) => Said
}

/** `<amount>` as help writes it: `AMOUNT`. */
const called = (name: string): string =>
  name.replace(/^<(.+)>$/, (_, word: string) => word.toUpperCase())

const seeHelp = (command: string): string => `see flashcoop ${command} --help`

export const errors: ErrorWords['errors'] = {
  error: 'error: ',
  hint: 'hint: ',
  line: (number) => `line ${number}: `,
}

export const amountFaults: ErrorWords['amountFaults'] = {
  empty: 'it is empty',
  'not-a-number': 'it is not a number',
  'too-many-decimals': 'it has more than two decimals',
  grouping: 'its separators are not in place',
  negative: 'it is negative',
  'minus-zero': 'minus zero is no amount',
  'too-large': 'it is too large',
  'foreign-digits': 'its digits are not 0 to 9',
}

export const textFaults: ErrorWords['textFaults'] = {
  empty: 'it is empty',
  'too-long': 'it is too long',
  control: 'it has invisible control characters',
  direction: 'it has invisible direction marks',
  joiner: 'it has an invisible joiner that joins nothing',
  formula: 'it begins with = + - or @, which spreadsheets take for a formula',
  marks: 'it has too many accents on one letter',
  'not-unicode': 'it is not valid text',
}

const headCodeFaults: { readonly [F in HeadCodeFault]: string } = {
  length: 'it is too short or too long',
  character: 'it has a character that no code has',
  check: 'it was mistyped somewhere: its last group does not fit',
}

export const usage: ErrorWords['usage'] = {
  'unknown-command': (f) => ({
    message: `there is no command ${f.typed}`,
    hint: didYouMean(
      f.near.map((each) => `flashcoop ${each}`),
      f.within === undefined ? 'see flashcoop help' : seeHelp(f.within),
    ),
  }),
  'unknown-check': (f) => ({
    message: `there is no check ${f.typed}`,
    hint: didYouMean(
      f.near.map((each) => `flashcoop check ${each}`),
      'flashcoop help check lists them',
    ),
  }),
  'missing-verb': (f) => ({
    message: `flashcoop ${f.noun} needs a second word`,
    hint: `one of: ${f.verbs.join(', ')}; see flashcoop ${f.noun} --help`,
  }),
  'unknown-option': (f) => ({
    message: `flashcoop ${f.command} has no option ${f.typed}`,
    hint: didYouMean(f.near, seeHelp(f.command)),
  }),
  'missing-count': () => ({
    message: 'what was counted is missing',
    hint: 'type the total: flashcoop till count 79.70; or the pieces: --pieces 2x20 5x5 3x0.50',
  }),
  'missing-argument': (f) => ({
    message: `${called(f.name)} is missing`,
    hint: seeHelp(f.command),
  }),
  'excess-argument': (f) => ({
    message: `too many words after flashcoop ${f.command}`,
    hint: `words that belong together go between quotes; ${seeHelp(f.command)}`,
  }),
  'missing-value': (f) => ({ message: `${f.option} needs a value`, hint: seeHelp(f.command) }),
  'bad-amount': (f) => ({
    message: `${called(f.name)}: ${f.typed} is no amount: ${amountFaults[f.fault]}`,
    hint: 'type it like 12, 12.50 or 12,50',
  }),
  'zero-amount': (f) => ({
    message: `${called(f.name)}: 0 is no amount here`,
    hint: 'type an amount above zero, for example 12 or 12.50',
  }),
  'vat-rate-needed': (f) => ({
    message: `${f.amount} (${f.category}): which VAT rate?`,
    hint: `look at the receipt and type ${f.amount}@5.5 or ${f.amount}@20; without VAT ${f.amount}@0`,
  }),
  'bad-date': (f) => ({
    message: `${called(f.name)}: ${f.typed} is no date`,
    hint: 'type it like 2026-06-17 or 17/06/2026',
  }),
  'bad-when': (f) => ({
    message: `--at: ${f.typed} is no moment`,
    hint: 'type it like 2026-06-17T10:32, or 10:32 for today',
  }),
  'clock-wrong': (f) => ({
    message: `this computer's clock says ${f.day}, which cannot be`,
    hint: 'set its date and time, or say when it was: --at 2026-06-17T10:32',
  }),
  'future-date': (f) => ({
    message: `${called(f.name)}: ${f.typed} is in the future`,
    hint: 'check the year and the month',
  }),
  'bad-number': (f) => ({
    message: `${called(f.name)}: ${f.typed} is not a whole number from ${f.from} to ${f.to}`,
    hint: `type a number from ${f.from} to ${f.to}`,
  }),
  'bad-percent': (f) => ({
    message: `${called(f.name)}: ${f.typed} is no percentage from 0 to 100`,
    hint: 'type it like 10 or 5.5',
  }),
  'bad-vat-rate': (f) => ({
    message: `${f.typed} is not a VAT rate`,
    hint: 'the rates are 0, 2.1, 5.5, 10 and 20',
  }),
  'bad-choice': (f) => ({
    message: `${called(f.name)}: ${f.typed} is not one of the choices`,
    hint: `choose one of: ${f.allowed.join(', ')}`,
  }),
  'bad-text': (f) => ({
    message: `${called(f.name)}: this text cannot be kept: ${textFaults[f.fault]}`,
    hint: `type plain words, at most ${f.max} characters`,
  }),
  'bad-code': (f) => ({
    message: `${called(f.name)}: ${f.typed} is no code`,
    hint: `type it like ${f.example}`,
  }),
  'bad-account': (f) => ({
    message: `${f.typed} is no account number`,
    hint: 'it begins with three digits, then digits or capitals: 512100',
  }),
  'bad-pair': (f) => ({
    message: `${called(f.name)}: ${f.typed} is incomplete`,
    hint: `type it like ${f.example}`,
  }),
  'bad-span': (f) => ({
    message: `${called(f.name)}: ${f.typed} is no span of days`,
    hint: `type the first and the last day, such as ${f.example}`,
  }),
  'bad-head-code': (f) => ({
    message: `${f.typed} is no head code: ${headCodeFaults[f.fault]}`,
    hint: 'type the nine groups of four as they are on paper, blanks and case do not matter',
  }),
  'option-conflict': (f) => ({
    message: `${f.one} and ${f.other} do not go together`,
    hint: 'give one of the two',
  }),
  'terminal-only': (f) => ({
    message: `${f.option} is for the file of a card terminal, and this is none`,
    hint: 'leave it out; flashcoop help formats says which files are taken',
  }),
  'option-needed': (f) => ({ message: `${f.name} is needed`, hint: seeHelp(f.command) }),
  'confirm-needed': (f) => ({
    message: 'this cannot be undone and needs a confirmation',
    hint: `flashcoop ${f.command} --confirm ${f.cohort}`,
  }),
  'confirm-differs': (f) => ({
    message: `${f.typed} is not the code of this cohort`,
    hint: `to confirm, type its code: ${f.cohort}`,
  }),
  'too-many-lines': (f) => ({
    message: `more than ${f.most} sales at once`,
    hint: 'split them into several batches; nothing was recorded',
  }),
  'file-missing': (f) => ({
    message: `there is no file ${f.path}`,
    hint: 'check the name and the folder',
  }),
  'file-kind-unknown': (f) => ({
    message: `${f.path}: what is in this file cannot be told from its first line`,
    hint: `say it: flashcoop sale import ${f.path}, or participant, attendance, cost, product in place of sale`,
  }),
  'file-exists': (f) => ({
    message: `${f.path} exists already`,
    hint: 'choose another name, or add --force',
  }),
  'file-unwritable': (f) => ({
    message: `${f.path} cannot be written`,
    hint: 'choose another folder with -o',
  }),
}

const megabytes = (bytes: number): string =>
  `${Number.isFinite(bytes) ? Math.floor(bytes / 1_000_000) : '?'} MB`

export const store: ErrorWords['store'] = {
  'ledger-missing': (f) => ({
    message: `there is no ledger ${f.path}`,
    hint: 'create one with flashcoop init, or say where it is with --db FILE',
  }),
  'ledger-exists': (f) => ({
    message: `${f.path} exists already`,
    hint: f.training
      ? 'use it by its name (--db), or choose another name: flashcoop init other.db --training'
      : 'use it as it is (flashcoop status), or choose another name: flashcoop init other.db',
  }),
  'ledger-path': (f) => ({
    message: `"${f.path}" is no file name`,
    hint: 'give a plain file name, such as flashcoop.db',
  }),
  'ledger-folder-missing': (f) => ({
    message: `there is no folder ${f.path}`,
    hint: 'create it, or choose another with --db',
  }),
  'not-a-file': (f) => ({
    message: `${f.path} is not an ordinary file`,
    hint: 'give the ledger file itself with --db FILE',
  }),
  'file-unreadable': (f) => ({
    message: `${f.path} cannot be read`,
    hint: 'ask for the right to read it, or copy it to a folder of yours',
  }),
  'not-a-ledger': (f) => ({
    message: `${f.path} is not a flashcoop ledger`,
    hint: 'give the ledger file with --db FILE',
  }),
  'ledger-empty': (f) => ({
    message: `${f.path} is empty: it is no ledger`,
    hint: 'delete it and run flashcoop init, or restore your backup',
  }),
  'ledger-newer': (f) => ({
    message: `${f.path} comes from a newer flashcoop (version ${f.version} of the file)`,
    hint: 'install the newest flashcoop on this computer',
  }),
  'ledger-read-only': (f) => ({
    message: `${f.path} cannot be written`,
    hint: 'move it to a folder of yours and use the old one no more, or ask for the right to write there',
  }),
  'ledger-locked': (f) => ({
    message: `another program has been writing to ${f.path} for 10 seconds; nothing was recorded`,
    hint: 'close the other flashcoop window, then type the same command again',
  }),
  'ledger-damaged': (f) => ({
    message: `${f.path} is damaged: ${f.detail}`,
    hint: 'stop using it; copy it aside and go on with your last backup',
  }),
  'disk-full': (f) => ({
    message: `the disk is full (${megabytes(f.freeBytes)} free); nothing was recorded`,
    hint: 'free some space, then type the same command again',
  }),
  'network-folder': (f) => ({
    message: `${f.path} is on a network: a ledger is not safe there`,
    hint: 'keep the ledger on this computer, and share backups of it',
  }),
  'unsafe-folder': (f) => ({
    message: `${f.path} is on a memory stick format (FAT) where a ledger is not safe`,
    hint: "keep the ledger on the computer's own disk, and put backups on the stick",
  }),
  'storage-failed': (f) => ({
    message: `the disk refused to work (${f.detail}); nothing was recorded`,
    hint: 'check the disk, then look with flashcoop sale list --last 3 before you type it again',
  }),
  'leftover-beside': (f) => ({
    message: `${f.path} is left over from another ledger: a new one beside it would be damaged`,
    hint: `keep it with the ledger it belongs to, or move it away: mv "${f.path}" somewhere-else`,
  }),
  'backup-missing': (f) => ({
    message: `there is no file ${f.path}`,
    hint: 'check the name and the folder, or make one: flashcoop backup create',
  }),
  'backup-exists': (f) => ({
    message: `${f.path} exists already: a backup never replaces a file`,
    hint: 'give another name: flashcoop backup create other.db',
  }),
  'backup-unwritable': (f) => ({
    message: `${f.path} cannot be written`,
    hint: 'choose another folder: flashcoop backup create FOLDER',
  }),
  'not-a-backup': (f) => ({
    message: `${f.path} is not a backup of a flashcoop ledger`,
    hint: 'give a file that flashcoop backup create made',
  }),
  'backup-in-use': (f) => ({
    message: `${f.path} is a ledger in use, not a backup`,
    hint: `verify it with flashcoop audit verify --db "${f.path}"`,
  }),
  'engine-too-old': (f) => ({
    message: `SQLite ${f.version} is too old to be safe`,
    hint: 'reinstall flashcoop',
  }),
  'outcome-unknown': (f) => ({
    message: `it may be recorded, or not: the disk did not confirm (${f.detail})`,
    hint: 'look first: flashcoop sale list --last 3',
  }),
}

export const defect: ErrorWords['defect'] = (detail) => ({
  message: `flashcoop made a mistake of its own (${detail})`,
  hint: 'please report it; see what is recorded with flashcoop status',
})
