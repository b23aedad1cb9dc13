import { check } from './check.ts'

/** Every event of the journal is as it was written. */
export const chainBroken = check({
  name: 'chain-broken',
  level: 'blocking',
  of: 'cohort',
  slow: true,
  look: (around) => {
    const event = around.brokenEvent()
    return event === undefined ? undefined : { code: 'chain-broken', event }
  },
})
