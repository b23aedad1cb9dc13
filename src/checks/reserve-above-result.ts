import { impossibleSplit } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** No more is kept in reserve than there is. */
export const reserveAboveResult = check({
  name: 'reserve-above-result',
  level: 'blocking',
  of: 'period',
  look: (context) => {
    const found = impossibleSplit(context)
    return found?.code === 'reserve-above-result' ? found : undefined
  },
})
