import { describe, expect, test } from 'vitest'
import { createCohort, type NewCohort } from '../../../src/domain/cohort/create.ts'
import { editCohort } from '../../../src/domain/cohort/edit.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { refusalOf } from '../products/catalogue.ts'

const WANTED: NewCohort = {
  code: 'FC-1',
  name: 'Essai',
  template: 'flash7',
  start: day('2026-06-09'),
  days: undefined,
  about: { place: 'Laval', venues: ['Marché'] },
}

describe('a cohort is created', () => {
  test('with the usual days of its format', () => {
    const { days, ...cohort } = createCohort(WANTED, undefined)
    expect(cohort).toEqual({
      code: 'FC-1',
      name: 'Essai',
      template: 'flash7',
      place: 'Laval',
      venues: ['Marché'],
    })
    expect(days.map((each) => each.label)).toEqual(['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7'])
  })

  test('with the days given instead, in their order', () => {
    const days = [day('2026-06-20'), day('2026-06-13')]
    expect(createCohort({ ...WANTED, days }, undefined).days.map((each) => each.day)).toEqual([
      '2026-06-13',
      '2026-06-20',
    ])
  })

  test('without any day', () => {
    const none = { ...WANTED, template: 'open', start: undefined } as const
    expect(createCohort(none, undefined).days).toEqual([])
  })

  test('unless its code is taken or a day stands twice', () => {
    expect(refusalOf(() => createCohort(WANTED, 'fc-1'))).toEqual({
      code: 'cohort-exists',
      cohort: 'fc-1',
    })
    const days = [day('2026-06-20'), day('2026-06-13'), day('2026-06-20')]
    expect(refusalOf(() => createCohort({ ...WANTED, days }, undefined))).toEqual({
      code: 'day-twice',
      day: '2026-06-20',
    })
  })
})

describe('a cohort is edited', () => {
  const standing = {
    code: 'FC-1',
    venues: ['Marché', 'Foire'],
    described: {
      name: 'Essai',
      place: 'Laval',
      sector: undefined,
      productLine: undefined,
      public: undefined,
    },
  }

  test('only what differs is recorded; null takes away', () => {
    expect(editCohort(standing, { name: 'Essai', place: null, sector: 'textile' })).toEqual({
      cohort: 'FC-1',
      changes: [
        { field: 'place', from: 'Laval' },
        { field: 'sector', to: 'textile' },
      ],
    })
  })

  test('venues are replaced as a whole, their order counts', () => {
    expect(editCohort(standing, { venues: ['Foire', 'Marché'] })).toEqual({
      cohort: 'FC-1',
      changes: [],
      venues: { from: ['Marché', 'Foire'], to: ['Foire', 'Marché'] },
    })
    expect(editCohort(standing, { venues: [] }).venues?.to).toEqual([])
    const more = ['Marché', 'Foire', 'Fête']
    expect(editCohort(standing, { venues: more }).venues?.to).toEqual(more)
  })

  test.each([{}, { name: 'Essai' }, { venues: ['Marché', 'Foire'] }, { sector: null }])(
    '%j changes nothing and is refused',
    (edit) => {
      expect(refusalOf(() => editCohort(standing, edit)).code).toBe('nothing-to-change')
    },
  )
})
