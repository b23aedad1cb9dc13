/**
 * Properties try other cases at every run, as they should on the machine of somebody who looks. Where a run has to say
 * the same of the same code, `FLASHCOOP_SEED` fixes the cases.
 */
export const SEED = process.env['FLASHCOOP_SEED']

if (SEED !== undefined) {
  const { configureGlobal } = await import('fast-check')
  configureGlobal({ seed: Number.parseInt(SEED, 10) })
}
