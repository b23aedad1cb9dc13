import { touches } from '../domain/journal/clock-step.ts'
import { check } from './check.ts'

/** Times of tickets may be wrong where the computer's clock went back; their order and sums are not. */
export const clockWentBack = check({
  name: 'clock-went-back',
  level: 'warning',
  of: 'period',
  look: ({ facts }, around) => {
    const steps = around.clockSteps().filter((step) => touches(step, facts.period))
    const [first] = steps
    return first && { code: 'clock-went-back', count: steps.length, ...first }
  },
})
