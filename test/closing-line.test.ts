import { describe, expect, test } from 'vitest'
import { tallyText } from './closing-line.ts'

describe('the line that closes a run', () => {
  test('counts what passed and what failed', () => {
    expect(tallyText({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  })

  test('names skipped tests only when there are any', () => {
    expect(tallyText({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })
})
