import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const repository = fileURLToPath(new URL('..', import.meta.url))

type Entry = {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: true
  readonly optional?: true
  readonly os?: string | readonly string[]
  readonly libc?: readonly string[]
  readonly cpu?: string | readonly string[]
  readonly optionalDependencies?: Record<string, string>
}

const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8'))
const entries = Object.entries(lock.packages as Record<string, Entry>)
const installed = entries.filter(([path, entry]) => path.includes('node_modules/') && !entry.link)

/** Whether npm may fetch it on an ordinary Linux, where these checks run. */
function isForLinux({ os = 'linux', cpu = 'x64', libc = ['glibc'] }: Entry): boolean {
  return (
    [os].flat().includes('linux') &&
    [cpu].flat().some((one) => ['x64', 'arm64'].includes(one)) &&
    libc.includes('glibc')
  )
}

describe('the lockfile', () => {
  test('names no place from which a package was fetched', () => {
    expect(entries.filter(([, entry]) => entry.resolved?.includes('://'))).toEqual([])
  })

  test('holds the digest of all that is fetched on Linux, and of each Node', () => {
    const bare = installed.filter(([path, entry]) => {
      const needed = isForLinux(entry) || path.startsWith('node_modules/node-')
      return needed && entry.integrity === undefined
    })
    expect(bare.map(([path]) => path)).toEqual([])
  })

  test('names the packages of every platform, or npm ci would refuse it', () => {
    const named = new Set(installed.map(([path]) => path.replace(/^.*node_modules\//, '')))
    const wanted = entries.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}))
    expect(wanted.filter((name) => !named.has(name))).toEqual([])
  })
})
