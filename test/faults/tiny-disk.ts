import { spawnSync } from 'node:child_process'
import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { quickFolder } from './disk.ts'

/** A disk of one megabyte, for one test file; undefined where nobody may mount one. */
export const tinyDisk = ((): string | undefined => {
  const folder = join(quickFolder(), 'disk')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  if (mounted.status === 0) return folder
  process.stderr.write(
    '\nNOTICE: the tests of a full disk are SKIPPED: they mount a small one, which takes root\n',
  )
  return undefined
})()

afterAll(() => {
  if (tinyDisk !== undefined) spawnSync('umount', [tinyDisk])
})

/** Leaves so many bytes free, in a file that can be taken away again. */
export function fill(folder: string, bytesLeft: number): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(join(folder, 'photos'), Buffer.alloc(Math.max(0, bavail * bsize - bytesLeft)))
}
