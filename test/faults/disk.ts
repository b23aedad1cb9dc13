import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect } from 'vitest'
import { verify } from '../../src/store/verify.ts'

const ROOT = join(import.meta.dirname, '..', '..')
export const BIN = join(ROOT, 'bin', 'flashcoop.js')

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A temporary folder, in memory where the system has such a place: what is tested is not the disk's speed. */
export function quickFolder(): string {
  const folder = mkdtempSync(join(memoryFolder(), 'flashcoop-faults-'))
  folders.push(folder)
  return folder
}

const ROOM_NEEDED = 200 * 1024 * 1024

function memoryFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK | constants.X_OK)
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > ROOM_NEEDED ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** The library that remembers or fails (disk.c), built once a test file; undefined where there is no compiler. */
const disk = ((): string | undefined => {
  if (process.platform !== 'linux') return undefined
  const library = join(quickFolder(), 'disk.so')
  const source = join(import.meta.dirname, 'disk.c')
  const built = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], {
    encoding: 'utf8',
  })
  if (built.status === 0) return library
  process.stderr.write(
    `\nNOTICE: these tests are SKIPPED: they need gcc on Linux to build test/faults/disk.c ${built.stderr ?? ''}\n`,
  )
  return undefined
})()

export const hasNoDisk = disk === undefined

export type DiskSettings = {
  readonly log?: string
  readonly failAt?: number
  readonly errno?: 'EIO' | 'ENOSPC'
  readonly sticky?: boolean
  readonly dieAt?: number
  readonly count?: string
}

export const environment = (folder: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: folder,
  TZ: 'Europe/Paris',
  FLASHCOOP_LANG: 'en',
  FLASHCOOP_ACTOR: 'ANIM01',
})

/** What tells the preloaded library what to do to the files of `folder`. */
export function diskEnvironment(folder: string, settings: DiskSettings): Record<string, string> {
  return {
    LD_PRELOAD: disk ?? '',
    DISK_FOLDER: folder,
    ...(settings.log === undefined ? {} : { DISK_LOG: settings.log }),
    ...(settings.failAt === undefined ? {} : { DISK_FAIL_AT: String(settings.failAt) }),
    ...(settings.errno === undefined ? {} : { DISK_ERRNO: settings.errno }),
    ...(settings.sticky ? { DISK_STICKY: '1' } : {}),
    ...(settings.dieAt === undefined ? {} : { DISK_DIE_AT: String(settings.dieAt) }),
    ...(settings.count === undefined ? {} : { DISK_COUNT: settings.count }),
  }
}

/** Runs the real program on such a disk. */
export function runOnDisk(
  folder: string,
  args: readonly string[],
  settings: DiskSettings,
  bin: string = BIN,
) {
  return spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment(folder), ...diskEnvironment(folder, settings) },
  })
}

/** A moment of the day that the test stalls are open on. */
export const SALE = ['sale', 'add', '2', 'cookie', 'cb', '--at', '2026-06-17T10:40']

export type Held = { readonly sales: readonly number[]; readonly problems: readonly unknown[] }

/** What a ledger holds when it is opened on a healthy disk: ticket numbers, and what a verification finds. */
export function heldIn(path: string): Held {
  const db = new Database(path, { fileMustExist: true })
  try {
    const sales = db.prepare('SELECT number FROM sale ORDER BY number').pluck().all() as number[]
    return { sales, problems: verify(db).findings }
  } finally {
    db.close()
  }
}

/** A copy of the built program with another text in one place, which must be there; answers with its folder. */
export function mutantOf(pattern: RegExp, replacement: string): string {
  const folder = quickFolder()
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const places = readdirSync(join(folder, 'dist')).filter((name) =>
    pattern.test(readFileSync(join(folder, 'dist', name), 'utf8')),
  )
  expect(places).toHaveLength(1)
  const place = join(folder, 'dist', places[0] ?? '')
  writeFileSync(place, readFileSync(place, 'utf8').replace(pattern, replacement))
  return folder
}
