import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/** The program as it was built when the tests began: a build while they run does not pull the rug from under them. */
const APP = mkdtempSync(join(tmpdir(), 'flashcoop-app-'))
for (const part of ['bin', 'dist', 'package.json', 'fixtures']) {
  cpSync(join(ROOT, part), join(APP, part), { recursive: true })
}
symlinkSync(join(ROOT, 'node_modules'), join(APP, 'node_modules'))
process.once('exit', () => rmSync(APP, { recursive: true, force: true }))

/** A console block's commands: lines after `$ `, with their continuation lines after `> `. */
function commandsOf(block: string): readonly string[] {
  const commands: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('$ ')) commands.push(line.slice(2))
    else if (line.startsWith('> ') && commands.length > 0)
      commands.push(`${commands.pop()}\n${line.slice(2)}`)
  }
  return commands
}

/** What differs from run to run, or from checkout to checkout (line ends): hashes, head codes, the time of recording, the folder. */
function steady(text: string, folder: string): string {
  return text
    .replaceAll(folder, '~')
    .replaceAll('\r\n', '\n')
    .replace(/\b[0-9a-f]{64}\b/g, '<sha-256>')
    .replace(/\b(?:[0-9A-Z]{4}-){7,8}[0-9A-Z]{2,4}\b/g, '<head code>')
    .replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, '<key>')
    .replace(/\bflashcoop-demo-\w{6}\b/g, 'flashcoop-demo-XXXXXX')
}

const echoed = (command: string): string =>
  command
    .split('\n')
    .map((line, index) => `${index === 0 ? '$' : '>'} ${line}`)
    .join('\n')

/**
 * Replays every ```console block of a document, in order, in one bash and one temporary home, and gives the document
 * back with what the real binary printed (stdout and stderr as a terminal shows them) and every exit code but 0.
 * `<!-- clock: 2026-06-17T08:40 -->` sets the computer's clock for what follows, so that a document for readers can do
 * without `--at` and still says the same every day.
 */
export function replay(document: string): string {
  const home = mkdtempSync(join(tmpdir(), 'flashcoop-'))
  try {
    const tools = join(home, '.tools')
    const folder = join(home, 'shop')
    mkdirSync(tools)
    mkdirSync(folder)
    symlinkSync(join(ROOT, 'fixtures'), join(home, 'fixtures'))
    const clock = join(tools, 'clock.cjs')
    writeFileSync(clock, 'const now = Date.parse(process.env.CLOCK)\nDate.now = () => now\n')
    const node = `"${process.execPath}" \${CLOCK:+--require} \${CLOCK:+"${clock}"}`
    const launcher = `#!/bin/sh\nexec ${node} "${join(APP, 'bin/flashcoop.js')}" "$@"\n`
    writeFileSync(join(tools, 'flashcoop'), launcher, { mode: 0o755 })
    return replayIn(document, { home, tools, folder })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

type Place = { readonly home: string; readonly tools: string; readonly folder: string }
const BLOCK = /^```console\n([\s\S]*?)^```$/gm
const BLOCK_OR_CLOCK = /^```console\n([\s\S]*?)^```$|^<!-- clock: ([\dT:-]+) -->$/gm

function replayIn(document: string, { home, tools, folder }: Place): string {
  const script = [...document.matchAll(BLOCK_OR_CLOCK)]
    .flatMap(([, block = '', clock]) =>
      clock === undefined ? commandsOf(block).map(scriptOf) : [`export CLOCK=${clock}`],
    )
    .join('\n')
  const printed = execFileSync('bash', ['--noprofile', '--norc', '-s'], {
    cwd: folder,
    input: `exec 2>&1\n${script}\n`,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: `${tools}:${process.env.PATH ?? ''}`,
      HOME: home,
      TZ: 'Europe/Paris',
      LANG: 'C.UTF-8',
      FLASHCOOP_ACTOR: 'ANIM01',
      TERM: 'dumb',
    },
  })
  // oxlint-disable-next-line no-control-regex -- printed after each command, and by no command
  const answers = printed.split(/\u0001(\d+)\n/)
  let at = 0
  return document.replace(BLOCK, (_, block: string) => {
    const lines = commandsOf(block).map((command) => {
      const text = steady(answers[at * 2] ?? '', home)
      const exit = answers[at * 2 + 1] ?? '0'
      at += 1
      const body = text === '' || text.endsWith('\n') ? text : `${text}⏎\n`
      return `${echoed(command)}\n${body}${exit === '0' ? '' : `[exit ${exit}]\n`}`
    })
    return `\`\`\`console\n${lines.join('')}\`\`\``
  })
}

const scriptOf = (command: string): string => `{ ${command}\n} </dev/null; printf '\\001%d\\n' $?`
