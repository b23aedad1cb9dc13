import type { Reporter } from 'vitest/node'

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** The line that closes a run, alone on its line: `N passed, N failed`, and `, N skipped` if any. */
export function tallyText(tally: Tally): string {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`
}

/**
 * A reporter that prints the closing line last. What no test case can show counts as failed too:
 * a test file that does not load, a hook that throws, an error outside every test.
 */
export function closingLine(): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      let [passed, failed, skipped] = [0, unhandledErrors.length, 0]
      for (const module of modules) {
        for (const test of module.children.allTests()) {
          const { state } = test.result()
          if (state === 'passed') passed += 1
          else if (state === 'failed') failed += 1
          else skipped += 1
        }
        failed += module.errors().length
        for (const suite of module.children.allSuites()) failed += suite.errors().length
      }
      process.stdout.write(`${tallyText({ passed, failed, skipped })}\n`)
    },
  }
}
