import { impossibleSplit } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** Somebody weighs something under the rule. */
export const nobodyPresent = check({
  name: 'nobody-present',
  level: 'blocking',
  of: 'period',
  look: (context) => {
    const found = impossibleSplit(context)
    return found?.code === 'nobody-present' ? found : undefined
  },
})
