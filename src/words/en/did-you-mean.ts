/** The nearest names as a question, or what to do when nothing is near. */
export const didYouMean = (near: readonly string[], otherwise: string): string =>
  near.length === 0 ? otherwise : `did you mean ${near.join(' or ')}?`
