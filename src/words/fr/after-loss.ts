import type { afterLoss as English } from '../en/after-loss.ts'

export const afterLoss: typeof English = (last, madeGood) => {
  if (madeGood !== undefined)
    return `La période suivante en a comblé ${madeGood} ; la CAE paie le reste.`
  return last ? 'La CAE la paie.' : 'Elle passe à la période suivante.'
}
