#!/usr/bin/env node
// Plain JavaScript that every Node since 18 can read: it is what tells an old Node's owner what to do.
// Nothing of the product is loaded before the check, because better-sqlite3 crashes an old Node
// outright, and nothing after it that can wait, because a queue at the stall waits for it. An import
// of node:fs alone takes 2 ms of a 25 ms start, getBuiltinModule (which an old Node lacks) takes none.

const NODE_API = 10 // what better-sqlite3 13 is built for

const EXIT_DEFECT = 70
const EXIT_OUTCOME_UNKNOWN = 75
const EXIT_SETUP = 78

let outputFailure = 0
/** Whether a stream that Node works off in the background is in use. */
let streaming = false
let listening = false

const WORDS = {
  en: {
    error: 'error: ',
    hint: 'hint: ',
    oldNode: (version) =>
      `flashcoop needs Node.js 22.22.2, 24.15 or 26 and later; this is ${version}`,
    oldNodeHint:
      'install a newer one from https://nodejs.org/; inside the repository, npx flashcoop uses its own',
    notBuilt: 'flashcoop is not built yet: dist/main.cjs is missing',
    notBuiltHint: 'npm run build',
    defect: 'flashcoop met an error of its own; please report it with the lines below',
    output: (code) => `the output could not be written (${code}); what was recorded stays recorded`,
    lookHint: 'see what is recorded with flashcoop status',
  },
  fr: {
    error: 'erreur : ',
    hint: 'conseil : ',
    oldNode: (version) =>
      `flashcoop a besoin de Node.js 22.22.2, 24.15 ou 26 et suivants ; ici c’est ${version}`,
    oldNodeHint:
      'installez-en un plus récent depuis https://nodejs.org/ ; dans le dépôt, npx flashcoop utilise le sien',
    notBuilt: 'flashcoop n’est pas encore construit : dist/main.cjs manque',
    notBuiltHint: 'npm run build',
    defect: 'flashcoop a rencontré un défaut ; merci de le signaler avec les lignes ci-dessous',
    output: (code) => `la sortie n’a pas pu être écrite (${code}) ; ce qui est enregistré le reste`,
    lookHint: 'voyez ce qui est enregistré avec flashcoop status',
  },
}

/** French if the first of these that is set says so, else English; Windows sets none of them. */
function wordsOf(env) {
  const said = env.FLASHCOOP_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG
  const windows = process.platform === 'win32'
  const language = said || (windows ? Intl.DateTimeFormat().resolvedOptions().locale : '')
  return /^fr/i.test(language) ? WORDS.fr : WORDS.en
}

/** One line that says what is wrong and one that says what to do. */
function complain(message, hint, details = '') {
  const words = wordsOf(process.env)
  const text = `${words.error}${message(words)}\n${words.hint}${hint(words)}\n${details}`
  streaming = true
  process.stderr.on('error', () => {}) // nobody listens
  process.stderr.write(text)
}

/** The range of "engines" in package.json; a test holds the two together. */
function nodeIsRecent() {
  const [major, minor, patch] = process.versions.node
    .split('.')
    .map((part) => Number.parseInt(part, 10))
  const inRange =
    major >= 26 ||
    (major === 24 && minor >= 15) ||
    (major === 22 && (minor > 22 || (minor === 22 && patch >= 2)))
  return inRange && Number.parseInt(process.versions.napi, 10) >= NODE_API
}

/** V8's compiled code is kept in the user's own cache folder; without one it is compiled each time. */
function enableCompileCache() {
  try {
    const { env, platform } = process
    const home =
      platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME || `${env.HOME}/.cache`
    if (/^(\/|[A-Za-z]:\\)/.test(home)) {
      process.getBuiltinModule('node:module').enableCompileCache(`${home}/flashcoop`)
    }
  } catch {
    // slower, not wrong
  }
}

/** A reader that went away (`| head -1`) ends the output, not the work; anything else is said. */
function outputFailed(failure, fd) {
  if (failure.code === 'EPIPE' || outputFailure !== 0) return
  outputFailure = EXIT_OUTCOME_UNKNOWN
  process.exitCode = outputFailure
  if (fd === 2) return
  complain(
    (words) => words.output(failure.code),
    (words) => words.lookHint,
  )
}

/** A terminal is a character device that is not the null device. */
function isTerminal(fd) {
  const fs = process.getBuiltinModule('node:fs')
  try {
    const device = fs.fstatSync(fd)
    return device.isCharacterDevice() && device.rdev !== fs.statSync('/dev/null').rdev
  } catch {
    return true
  }
}

/**
 * Standard output or error. To a file or a pipe each text is written at once and whole, so nothing
 * is under way when the command ends, and Node's own stream, which costs 4 ms, is not even made.
 * A terminal, a full pipe that does not wait, and whoever asks for more than write() get that stream.
 */
function outputOf(fd, name) {
  let stream
  const realStream = () => {
    if (stream === undefined) {
      streaming = true
      stream = process[name]
      stream.on('error', (failure) => outputFailed(failure, fd))
    }
    return stream
  }
  if (isTerminal(fd)) return realStream()
  let broken = false
  const write = (text, ...more) => {
    const direct = stream === undefined && typeof text === 'string' && more.length === 0
    if (!direct) return realStream().write(text, ...more)
    let rest = Buffer.from(text)
    while (rest.length > 0 && !broken) {
      try {
        rest = rest.subarray(process.getBuiltinModule('node:fs').writeSync(fd, rest))
      } catch (failure) {
        if (failure.code === 'EAGAIN') return realStream().write(rest)
        broken = true
        outputFailed(failure, fd)
      }
    }
    return !broken
  }
  return new Proxy(Object.create(null), {
    get(_, key) {
      if (key === 'write') return write
      if (key === 'isTTY' || key === 'columns') return undefined
      const value = realStream()[key]
      return typeof value === 'function' ? value.bind(stream) : value
    },
  })
}

/** An account without a name (a container's bare uid) goes by what the environment calls it. */
function userName() {
  const { env } = process
  try {
    return process.getBuiltinModule('node:os').userInfo().username
  } catch {
    return env.USER || env.LOGNAME || env.USERNAME || `uid-${process.getuid?.() ?? 0}`
  }
}

/** A folder that was deleted under the shell has no path any more; the shell still has its name. */
function workingFolder() {
  try {
    return process.cwd()
  } catch {
    return process.env.PWD || '/'
  }
}

/** All that main may know of the process. Each stream is made when it is first asked for. */
function realIo() {
  let stdout
  let stderr
  return {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: workingFolder(),
    get stdin() {
      listening = true
      return process.stdin
    },
    get stdout() {
      if (stdout === undefined) stdout = outputOf(1, 'stdout')
      return stdout
    },
    get stderr() {
      if (stderr === undefined) stderr = outputOf(2, 'stderr')
      return stderr
    },
    nowMs: () => Date.now(),
    user: userName,
    platform: process.platform,
    interrupts: (hear) => process.on('SIGINT', hear),
  }
}

async function run() {
  process.umask(0o077)
  if (!nodeIsRecent()) {
    complain(
      (words) => words.oldNode(process.versions.node),
      (words) => words.oldNodeHint,
    )
    return EXIT_SETUP
  }
  enableCompileCache()
  try {
    const { main } = process.getBuiltinModule('node:module').createRequire(import.meta.url)(
      '../dist/main.cjs',
    )
    return await main(realIo())
  } catch (failure) {
    if (failure?.code === 'MODULE_NOT_FOUND' && /dist.main\.cjs'/.test(failure.message)) {
      complain(
        (words) => words.notBuilt,
        (words) => words.notBuiltHint,
      )
      return EXIT_SETUP
    }
    complain(
      (words) => words.defect,
      (words) => words.lookHint,
      `${failure?.stack ?? failure}\n`,
    )
    return EXIT_DEFECT
  }
}

// Ctrl-C keeps its ordinary meaning (130 in a shell): a handler could not run while SQLite works, and
// would only make the command unstoppable.
const code = await run()
process.exitCode = outputFailure || code
// With a stream in use, exit() would cut off what is still on its way to a pipe: the process ends by
// itself once it has stopped listening. Without one nothing is under way, and leaving now spares 3 ms.
if (listening) process.stdin.destroy()
// oxlint-disable-next-line no-restricted-properties
if (!listening && !streaming) process.exit()
