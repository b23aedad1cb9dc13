/** A defect is our mistake, never the user's: it ends the command with exit 70 and nothing written. */
export class Defect extends Error {
  override name = 'Defect'
}

/** States what must hold whatever was typed. Throws {@link Defect} when it does not. */
export function invariant(holds: boolean, statement: string): asserts holds {
  if (!holds) throw new Defect(`does not hold: ${statement}`)
}

/** Ends a switch over a closed union: adding a member breaks the build here. */
export function unreachable(value: never): never {
  throw new Defect(`unreachable: ${JSON.stringify(value)}`)
}
