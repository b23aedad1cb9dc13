/** The nearest names as a question, or what to do when nothing is near. */
export const didYouMean = (near: readonly string[], otherwise: string): string =>
  near.length === 0 ? otherwise : `vouliez-vous dire ${near.join(' ou ')} ?`
