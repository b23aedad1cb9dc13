import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../src/domain/kernel/day.ts'
import { addParticipant, type NewParticipant } from '../../../src/domain/participants/add.ts'
import { MOST_PARTICIPANTS, nextCode } from '../../../src/domain/participants/code.ts'
import { editParticipant, type ParticipantFacts } from '../../../src/domain/participants/edit.ts'
import { looksLike, mixesScripts } from '../../../src/domain/participants/likeness.ts'
import { leaveCohort } from '../../../src/domain/participants/stay.ts'

// All names are invented.

const J1 = day('2026-06-09')
const J3 = day('2026-06-11')
const J5 = day('2026-06-15')

const refusing = (refusal: object) => expect.objectContaining({ refusal })
const commit = (code: string): string => `commitment of ${code}`

function newcomer(said: Partial<NewParticipant> = {}): NewParticipant {
  return {
    cohort: 'FC-1',
    till: 'A',
    code: undefined,
    contractSigned: undefined,
    payable: true,
    payableReason: undefined,
    joinedOn: undefined,
    ...said,
  }
}

describe('the next code', () => {
  test.each([
    [[], 'P01'],
    [['P01', 'P02'], 'P03'],
    [['P02', 'ANIM01'], 'P01'],
    [['P01', 'P03'], 'P02'],
  ])('after %j is %s', (taken, code) => {
    expect(nextCode(new Set(taken), 'A')).toBe(code)
  })

  test('has three digits from the hundredth on', () => {
    const taken = Array.from({ length: 99 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`)
    expect(nextCode(new Set(taken), 'A')).toBe('P100')
    expect(nextCode(new Set(taken), 'B')).toBe('PB01')
  })

  test('is always free', () => {
    const codes = fc.uniqueArray(fc.integer({ min: 1, max: 120 }))
    fc.assert(
      fc.property(codes, (numbers) => {
        const taken = new Set(numbers.map((number) => `P${String(number).padStart(2, '0')}`))
        expect(taken.has(nextCode(taken, 'A'))).toBe(false)
      }),
    )
  })
})

describe('somebody who joins', () => {
  test('takes the next free code, and the journal holds what was said and no name', () => {
    const body = addParticipant(newcomer({ contractSigned: J1 }), new Set(['P01']), commit)
    expect(body).toEqual({
      cohort: 'FC-1',
      code: 'P02',
      commitment: 'commitment of P02',
      payable: true,
      contractSigned: J1,
    })
  })

  test('does not take a code that is taken', () => {
    const refusal = { code: 'participant-exists', participant: 'P01' }
    expect(() => addParticipant(newcomer({ code: 'P01' }), new Set(['P01']), commit)).toThrow(
      refusing(refusal),
    )
  })

  test.each([
    [{ payable: false }, 'payable-reason-needed'],
    [{ payableReason: 'declined' as const }, 'payable-with-reason'],
  ])('%j is refused: %s', (said, code) => {
    const refusal = { code, participant: 'P01' }
    expect(() => addParticipant(newcomer(said), new Set(), commit)).toThrow(refusing(refusal))
  })

  test('finds the cohort full at the limit, and not one before', () => {
    const all = Array.from({ length: MOST_PARTICIPANTS }, (_, index) => `X${index}`)
    const add = (taken: readonly string[]) => addParticipant(newcomer(), new Set(taken), commit)
    expect(add(all.slice(1)).code).toBe('P01')
    expect(() => add(all)).toThrow(
      refusing({ code: 'too-many-participants', most: MOST_PARTICIPANTS }),
    )
  })
})

describe('an edit', () => {
  const facts: ParticipantFacts = {
    commitment: 'c',
    contractSigned: J1,
    payable: false,
    payableReason: 'declined',
    joinedOn: undefined,
    leftOn: J5,
  }
  const standing = {
    cohort: 'FC-1',
    code: 'P02',
    facts,
    presences: [{ day: J3, half: 'pm' as const }],
  }
  const changesOf = (wanted: Parameters<typeof editParticipant>[1]) =>
    editParticipant(standing, wanted).changes

  test('says each field that changes, from what to what', () => {
    expect(changesOf({ contractSigned: J1, joinedOn: J1 })).toEqual([{ field: 'joinedOn', to: J1 }])
    expect(changesOf({ leftOn: null })).toEqual([{ field: 'leftOn', from: J5 }])
    expect(changesOf({})).toEqual([])
  })

  test('payable again drops the reason', () => {
    expect(changesOf({ payable: true })).toEqual([
      { field: 'payable', from: false, to: true },
      { field: 'payableReason', from: 'declined' },
    ])
    expect(changesOf({ payable: false })).toEqual([])
    expect(changesOf({ payableReason: 'employed' })).toEqual([
      { field: 'payableReason', from: 'declined', to: 'employed' },
    ])
  })

  test.each([
    [
      { payable: true, payableReason: 'other' as const },
      { code: 'payable-with-reason', participant: 'P02' },
    ],
    [
      { joinedOn: J5, leftOn: J3 },
      { code: 'left-before-joined', participant: 'P02', joinedOn: J5, leftOn: J3 },
    ],
    [{ joinedOn: J5 }, { code: 'present-outside-stay', participant: 'P02', day: J3, half: 'pm' }],
    [{ leftOn: J1 }, { code: 'present-outside-stay', participant: 'P02', day: J3, half: 'pm' }],
  ])('%j is refused', (wanted, refusal) => {
    expect(() => changesOf(wanted)).toThrow(refusing(refusal))
  })
})

describe('leaving', () => {
  const presences = [{ day: J3, half: 'am' as const }]
  const leave = (leftOn: typeof J1 | undefined, on: typeof J1) =>
    leaveCohort({ cohort: 'FC-1', code: 'P02', stay: { joinedOn: J1, leftOn }, presences }, on)

  test('says the last day present, and what was said before', () => {
    expect(leave(undefined, J3)).toEqual({ cohort: 'FC-1', code: 'P02', on: J3 })
    expect(leave(J5, J3)).toEqual({ cohort: 'FC-1', code: 'P02', on: J3, before: J5 })
    expect(leave(J3, J3)).toBeUndefined()
  })

  test('is neither before joining nor before a presence', () => {
    expect(() => leave(undefined, day('2026-06-08'))).toThrow(
      refusing({
        code: 'left-before-joined',
        participant: 'P02',
        joinedOn: J1,
        leftOn: '2026-06-08',
      }),
    )
    expect(() => leave(undefined, J1)).toThrow(
      refusing({ code: 'present-outside-stay', participant: 'P02', day: J3, half: 'am' }),
    )
  })
})

describe('names that look alike', () => {
  test.each([
    ['Amina Diallo', 'amina  DIALLO'],
    ['Zoé Lefèvre', 'Zoe Lefevre'],
    ['\u0430min\u0430', 'amina'],
    ['Ａmina', 'Amina'],
    ['Jean-Luc', 'Jean Luc'],
  ])('%s and %s', (one, other) => {
    expect(looksLike(one, other)).toBe(true)
  })

  test.each([
    ['Amina Diallo', 'Aminata Diallo'],
    ['ሰላም', 'ሰላምታ'],
    ['علی', 'على رضا'],
  ])('%s and %s do not', (one, other) => {
    expect(looksLike(one, other)).toBe(false)
  })

  test('a word of two alphabets is noticed, names of one alphabet are not', () => {
    expect(mixesScripts('\u0430min')).toBe(true)
    for (const name of ['Amina', 'Олена Шевченко', 'Олена Amina', 'علی‌رضا', 'ሰላም ገብረ', 'N’Guessan'])
      expect(mixesScripts(name)).toBe(false)
  })
})
