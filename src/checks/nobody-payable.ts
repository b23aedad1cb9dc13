import { impossibleSplit } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** There is somebody who may be paid. */
export const nobodyPayable = check({
  name: 'nobody-payable',
  level: 'blocking',
  of: 'period',
  look: (context) => {
    const found = impossibleSplit(context)
    return found?.code === 'nobody-payable' ? found : undefined
  },
})
