import { expect, test } from 'vitest'
import { Defect, invariant } from '../../../src/domain/kernel/defect.ts'

test('an invariant that does not hold says what should have held', () => {
  expect(() => invariant(false, 'shares add up to the total')).toThrow(
    new Defect('does not hold: shares add up to the total'),
  )
  expect(() => invariant(true, 'anything')).not.toThrow()
})
