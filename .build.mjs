// The build: one CommonJS chunk with all that selling needs, and the rest in chunks that load when they
// are first asked for. docs/decisions.md has the measurements behind each choice.
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

await build({
  input: at('src/main.ts'),
  platform: 'node',
  logLevel: 'warn',
  // the one package with native code; it stays a dependency
  external: ['better-sqlite3'],
  // commander imports it at once and never uses it here; loading it costs 3 ms
  resolve: { alias: { 'node:child_process': at('src/commands/lazy-child-process.ts') } },
  transform: { target: 'node22' },
  output: {
    dir: at('dist'),
    cleanDir: true,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    // these files with everything they import: a file more to open costs half a millisecond
    codeSplitting: {
      groups: [{ name: 'core', test: /src[\\/]commands[\\/](?:run|sale-add)\.ts$/ }],
    },
  },
})
