import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds dist/ before the first test, because the transcripts run the real binary; an up-to-date
 * build is kept. A build that fails is said aloud and leaves no dist/ behind: every test of the
 * binary then fails, and the tests of single functions still tell what they know.
 */
export function setup(): void {
  const built = join(root, 'dist', 'main.cjs')
  if (existsSync(built) && statSync(built).mtimeMs > newestSourceMs()) return
  const windows = process.platform === 'win32'
  const build = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows,
  })
  if (build.status === 0) return
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  process.stderr.write('the build failed: tests that run the real binary will fail too\n')
}

function newestSourceMs(): number {
  const sources = ['src', '.build'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  )
  const times = sources.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
  return Math.max(statSync(join(root, 'package.json')).mtimeMs, ...times)
}
