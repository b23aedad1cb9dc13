import fc from 'fast-check'
import type { BookContext } from '../../../src/domain/accounting/books.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { anyCohort } from '../closing/cohorts.ts'
import { chart, step } from './life-steps.ts'
import { close, live, type Writing } from './life-writing.ts'

/** Invented lives of a cohort, as the events that its journal would hold: closed up to twice, corrected, paid out. */

/** In phases: each but the last ends with a close; the last is still open, or settles what was closed. */
export const anyLife = fc
  .record({
    phases: fc.array(fc.array(step, { minLength: 3, maxLength: 14 }), {
      minLength: 1,
      maxLength: 3,
    }),
    closes: fc.array(
      fc.record({ cohort: anyCohort, chart, early: fc.boolean(), fixed: fc.boolean() }),
      {
        minLength: 2,
        maxLength: 2,
      },
    ),
    settled: fc.boolean(),
    chart,
    vatRegime: fc.constantFrom('normal' as const, 'franchise' as const),
  })
  .map(({ phases, closes, settled, ...now }) => {
    const to: Writing = {
      events: [],
      costs: [],
      owed: [],
      recaps: [],
      moves: [],
      gone: [],
      closed: [],
      number: 0,
    }
    phases.forEach((steps, phase) => {
      const last = phase === phases.length - 1
      const late = last && settled && to.closed.length > 0
      for (const each of steps) live(to, each, { phase, late })
      const closing = closes[phase]
      if (!last && closing !== undefined) close(to, phase, closing)
    })
    const context: BookContext = {
      ...now,
      participants: new Set(['P01', 'P02']),
      sessions: new Map(),
      rates: new Map([['bread', vatRate(55)]]),
    }
    return { events: to.events, context }
  })
