/** Who bears a loss; `madeGood`: what the next period has made good of it, where that is not all. */
export const afterLoss = (last: boolean, madeGood: string | undefined): string => {
  if (madeGood !== undefined)
    return `The next period has made good ${madeGood} of it; the host bears the rest.`
  return last ? 'The host bears it.' : 'It is carried into the next period.'
}
