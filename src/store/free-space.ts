import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** Bytes free where the file lies; without end when the system does not say. */
export function freeBytes(path: string): number {
  try {
    const stats = statfsSync(dirname(path))
    return stats.bavail * stats.bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
