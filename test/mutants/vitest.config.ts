import { defineConfig } from 'vitest/config'

/** Of one group of the mutation run: its tests are named by the run, and nothing is built. */
export default defineConfig({
  test: {
    include: (process.env['MUTANT_TESTS'] ?? '').split(';'),
    setupFiles: ['test/mutants/seed.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 60_000,
    env: { TZ: 'Europe/Paris', LIVES: '150' },
  },
})
