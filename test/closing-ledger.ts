import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AttendanceMark, EventBodies } from '../src/domain/journal/event.ts'
import { day } from '../src/domain/kernel/day.ts'
import { instant } from '../src/domain/kernel/instant.ts'
import { closeLedger, type Ledger, openLedger } from '../src/store/ledger.ts'
import { type Journal, record } from '../src/store/record.ts'
import { flashcoopIn, type Ran, typingIn } from './in-process.ts'

/** The part of the answer that tests look into. */
export type CloseJson = {
  readonly period: { readonly from: string; readonly until: string }
  readonly status: string
  readonly income_statement: {
    readonly [line: string]: number
    readonly result_cents: number
  }
  readonly vat: readonly Readonly<Record<string, number | string>>[]
  readonly distribution: {
    readonly total_cents: number
    readonly reserve_cents: number
    readonly deficit_cents: number
    readonly carried_deficit_cents?: number
    readonly shares: readonly Readonly<Record<string, number | string | boolean>>[]
  }
  readonly head: string
}

export type Shop = {
  readonly folder: string
  readonly run: (...argv: readonly string[]) => Promise<Ran>
  /** On a terminal, where the first text is typed. */
  readonly typing: (typed: string, ...argv: readonly string[]) => Promise<Ran>
  /** The same, refusing any exit but 0; answers with stdout. */
  readonly ok: (...argv: readonly string[]) => Promise<string>
  /** Runs and reads the JSON on stdout. */
  readonly json: <T = CloseJson>(...argv: readonly string[]) => Promise<T>
  readonly ledger: <T>(work: (ledger: Ledger) => T) => T
  readonly record: <T>(work: (journal: Journal) => T) => T
}

/** A throw-away folder with a ledger, gone when the test is over. Everything in it is invented. */
export async function newShop(now?: string): Promise<Shop> {
  const folder = mkdtempSync(join(tmpdir(), 'flashcoop-close-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const run = flashcoopIn(folder, now)
  const ok = async (...argv: readonly string[]): Promise<string> => {
    const { exit, stdout, stderr } = await run(...argv)
    if (exit !== 0) throw new Error(`${argv.join(' ')}: exit ${exit}\n${stderr}`)
    return stdout
  }
  await ok('init', '--no-input')
  const ledger: Shop['ledger'] = (work) => {
    const open = openLedger(join(folder, 'flashcoop.db'))
    try {
      return work(open)
    } finally {
      closeLedger(open)
    }
  }
  const at = instant('2026-06-19T18:00:00+02:00')
  return {
    folder,
    run,
    typing: typingIn(folder, now),
    ok,
    json: async <T>(...argv: readonly string[]) => JSON.parse(await ok(...argv, '--json')) as T,
    ledger,
    record: (work) => ledger((open) => record(open, { at, actor: 'ANIM01', dryRun: false }, work)),
  }
}

const DAYS = ['2026-06-09', '2026-06-10', '2026-06-17', '2026-06-18'].map(day)

/** A cohort of four days and its people, with attendance from a grid: `P.` is present in the morning, no mark later. */
function cohortBodies(
  code: string,
  people: Readonly<Record<string, string>>,
): { readonly cohort: EventBodies['cohort']; readonly marks: readonly AttendanceMark[] } {
  const halves = DAYS.flatMap((on) => [
    { day: on, half: 'am' as const },
    { day: on, half: 'pm' as const },
  ])
  const marks = Object.entries(people).flatMap(([participant, grid]) =>
    halves.flatMap((halfDay, index) => {
      const letter = grid[index] ?? '.'
      if (letter === '.') return []
      return [
        { ...halfDay, participant, status: letter === 'P' ? ('P' as const) : ('AI' as const) },
      ]
    }),
  )
  const days = DAYS.map((on, index) => ({
    day: on,
    label: `J${index + 1}`,
    amMinutes: 210,
    pmMinutes: 210,
  }))
  return { cohort: { code, name: code, template: 'blank', venues: [], days }, marks }
}

/** Records a cohort, its people and their attendance. */
export function addCohort(
  shop: Shop,
  code: string,
  people: Readonly<Record<string, string>> = { P01: 'PPPPPPPP', P02: 'PPPPPP' },
): void {
  const { cohort, marks } = cohortBodies(code, people)
  shop.record((journal) => {
    journal.append('cohort', cohort)
    for (const participant of Object.keys(people)) {
      journal.append('participant', {
        cohort: code,
        code: participant,
        commitment: '00'.repeat(32),
        contractSigned: day('2026-06-09'),
        payable: true,
      })
    }
    if (marks.length > 0) journal.append('attendance', { cohort: code, marks })
  })
}
