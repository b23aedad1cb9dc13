import type { ClockStep } from '../../domain/journal/clock-step.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { all, type Db, textOf } from '../sql.ts'

/** Every step back of the computer's clock that the ledger noticed, in their order. There are few. */
export const clockSteps = (db: Db): readonly ClockStep[] =>
  all(db, 'SELECT stall, before, after FROM clock_step ORDER BY stall, seq').map((row) => ({
    till: textOf(row, 'stall'),
    before: instant(textOf(row, 'before')),
    after: instant(textOf(row, 'after')),
  }))
