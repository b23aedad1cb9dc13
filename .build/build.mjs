// The build: one CommonJS chunk with all that selling needs, and the rest in chunks that load when they
// are first asked for. docs/decisions.md has the measurements behind each choice.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const at = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url))

const { output } = await build({
  input: at('src/main.ts'),
  platform: 'node',
  logLevel: 'warn',
  resolve: {
    alias: {
      'better-sqlite3': at('.build/better-sqlite3.cjs'),
      'node:child_process': at('.build/node-child-process.cjs'),
    },
  },
  transform: { target: 'node22' },
  write: false,
  output: {
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    // nothing but ASCII, so that V8 keeps one byte for a character and not two
    charset: 'ascii',
    comments: false,
    // these files with everything they import: a file more to open costs half a millisecond
    codeSplitting: {
      groups: [{ name: 'core', test: /src[\\/]commands[\\/](?:run|sale-add)\.ts$/ }],
    },
  },
})

const files = new Map(output.map((file) => [file.fileName, file.code ?? file.source]))
files.set('LICENSES.txt', licences(output.flatMap((chunk) => chunk.moduleIds ?? [])))
inlineRuntime()
replaceBuild()

function entryLast(a, b) {
  return Number(a === 'main.cjs') - Number(b === 'main.cjs')
}

/** The bundler's few helpers, which it gives a file of their own, go into the chunks of a start: a file less to open. */
function inlineRuntime() {
  for (const { fileName, code } of output) {
    if (!/^(?:core|version)-/.test(fileName)) continue
    const helpers = /require\("\.\/(rolldown-runtime-[^"]+)"\)/.exec(code)?.[1]
    if (helpers === undefined) throw new Error(`${fileName} no longer asks for the helpers`)
    const body = `((exports) => {\n${files.get(helpers)}return exports\n})({})`
    files.set(
      fileName,
      code.replace(`require("./${helpers}")`, () => body),
    )
  }
}

/** File by file, the entry last, and only then away with what is stale: a command run meanwhile works. */
function replaceBuild() {
  fs.mkdirSync(at('dist'), { recursive: true })
  for (const name of [...files.keys()].toSorted(entryLast)) {
    const part = at(`dist/${name}.part-${process.pid}`)
    fs.writeFileSync(part, files.get(name))
    fs.renameSync(part, at(`dist/${name}`))
  }
  for (const name of fs.readdirSync(at('dist'))) {
    if (!files.has(name) && !name.includes('.part-'))
      fs.rmSync(at(`dist/${name}`), { recursive: true, force: true })
  }
}

/** The licence of each package of which some part is in the bundle, as all of them ask for. */
function licences(modules) {
  const folders = modules.map(
    (id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0],
  )
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const { name, version } = JSON.parse(
        fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
      )
      const file = fs.readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry))
      if (file === undefined) throw new Error(`${name} comes without a licence`)
      return `${name} ${version}\n\n${fs.readFileSync(path.join(folder, file), 'utf8').trim()}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}
