import { join } from 'node:path'
import { day } from '../../../src/domain/kernel/day.ts'
import { type Journal, record } from '../../../src/store/record.ts'
import type { Db } from '../../../src/store/sql.ts'
import { AT, newLedger, temporaryFolder, withLedger as withOpen } from '../../ledger-builder.ts'

type TwoCohorts = { readonly db: Db; readonly record: (work: (journal: Journal) => void) => void }

/** Runs a test on a real ledger file that has the cohorts FC and AUTRE. */
export function withLedger(test: (ledger: TwoCohorts) => void): void {
  const planned = { day: day('2026-06-17'), label: 'J1', amMinutes: 210, pmMinutes: 210 }
  const path = newLedger(join(temporaryFolder(), 'flashcoop.db'), ({ append }) => {
    for (const code of ['FC', 'AUTRE']) {
      append('cohort', { code, name: code, template: 'flash7', venues: [], days: [planned] })
    }
  })
  const recording = { at: AT, actor: 'ANIM01', dryRun: false }
  withOpen(path, (ledger) =>
    test({ db: ledger.db, record: (work) => record(ledger, recording, work) }),
  )
}
