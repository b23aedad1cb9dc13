import { dirname, posix } from 'node:path'

export type SourceFile = { readonly path: string; readonly text: string }

/** For each room: the rooms it may use, and those of which it may know the types only. */
const DOORS: Record<string, { readonly uses: string; readonly types: string }> = {
  main: {
    uses: 'commands store formats language words reports checks subject journal kernel',
    types: '',
  },
  commands: {
    uses: 'store formats language words reports checks subject journal kernel',
    types: '',
  },
  formats: { uses: 'reports words subject journal kernel', types: '' },
  checks: { uses: 'subject journal kernel', types: 'store' },
  reports: { uses: 'subject journal kernel', types: 'store' },
  words: { uses: 'subject journal kernel', types: 'commands language reports store formats' },
  language: { uses: 'subject journal kernel', types: '' },
  store: { uses: 'subject journal kernel', types: '' },
  closing: { uses: 'subject journal kernel', types: '' },
  accounting: { uses: 'subject journal kernel', types: '' },
  subject: { uses: 'journal kernel', types: '' },
  journal: { uses: 'kernel', types: 'subject' },
  kernel: { uses: '', types: '' },
}

/** Where each package, and Node itself, may be imported; what is not named here may be nowhere. */
const PACKAGES: Record<string, string> = {
  node: 'main commands store formats',
  'better-sqlite3': 'store',
  commander: 'main commands',
  zod: 'commands store formats',
  chalk: 'formats',
  'csv-parse': 'formats',
  'csv-stringify': 'formats',
  'fast-string-width': 'formats',
  'fastest-levenshtein': 'language commands',
}

type Ban = { readonly what: string; readonly pattern: RegExp; readonly except?: RegExp }

/** A rule about the text of a file: what it keeps out, and the files where it may be. */
export const BANS: readonly Ban[] = [
  {
    what: 'the clock',
    pattern: /\bnew Date\b|\bDate[.(]|: Date\b/,
    except: /kernel\/(day|instant)\.ts$/,
  },
  { what: 'chance', pattern: /\bMath\.random\(/ },
  { what: 'Number() on text', pattern: /\bNumber\(/, except: /^src\/domain\// },
  {
    what: 'the process, in a room that is pure',
    pattern: /\bprocess\./,
    except: /^src\/(main\.ts|commands\/|store\/|formats\/)/,
  },
  { what: 'SQL', pattern: /\b(SELECT|INSERT INTO|DELETE FROM)\s/, except: /^src\/store\// },
  { what: 'process.exit', pattern: /\bprocess\.exit\(/ },
  { what: 'unsafeMode', pattern: /unsafeMode/ },
  {
    what: 'REPLACE, which passes by the triggers',
    pattern: /\b(INSERT OR REPLACE|REPLACE INTO)\b/i,
  },
  { what: 'a second SQLite', pattern: /node:sqlite/ },
  {
    what: 'db.exec outside the migrations',
    pattern: /\bdb\.exec\(/,
    except: /store\/(ledger|migrate)\.ts$/,
  },
  {
    what: 'a file opened beside SQLite, which drops its locks',
    pattern:
      /\b(open|read|readFile|write|writeFile|copyFile|unlink|rm|rename|link|truncate)Sync\b|\bcreateReadStream\b/,
    except: /^src\/(store\/(copy|backup)\.ts$|formats\/|commands\/)/,
  },
  { what: 'z.coerce', pattern: /\bz\.coerce\b/ },
  { what: 'a class that is no error', pattern: /\bclass \w+(?! extends \w*Error\b)[ {]/ },
  { what: 'a TODO without an issue number', pattern: /\b(TODO|FIXME|XXX)\b(?!\W*#\d+)/ },
]
const NAMELESS = /\b(utils?|helpers?|common|shared|lib|libs|services?|managers?|core|misc)\b/

/** What breaks the rules of the house in these files, one sentence each; none when all is well. */
export function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const code = text.replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    const banned = BANS.filter(({ what, pattern, except }) => {
      const where = what.startsWith('a TODO') ? text : code
      return pattern.test(where) && !(except?.test(path) ?? false)
    }).map(({ what }) => what)
    const deferred = count(code, '.transaction(') > count(code, '.immediate(')
    return [
      ...(NAMELESS.test(path) ? ['a room without a meaning'] : []),
      ...(deferred ? ['a transaction that is not immediate'] : []),
      ...banned,
      ...importFaults(path, code),
    ].map((fault) => `${path}: ${fault}`)
  })
}

const count = (text: string, part: string): number => text.split(part).length - 1

const IMPORT =
  /^(?:import|export) (type )?[\w*$\s{},]+ from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

function importFaults(path: string, code: string): string[] {
  const wide = /^src\/domain\/(accounting|closing)\//.exec(path)?.[1]
  const door = DOORS[wide ?? roomOf(path)]
  if (door === undefined) return ['a room that the table of the architecture does not know']
  return [...code.matchAll(IMPORT)].flatMap(([, type, from, bare, later]) => {
    const name = from ?? bare ?? later ?? ''
    if (!name.startsWith('.')) return mayImport(roomOf(path), name) ? [] : [`imports ${name}`]
    const target = posix.join(dirname(path), name)
    const open = `${door.uses} ${type === undefined ? '' : door.types}`.split(' ')
    const inside = houseOf(target) === houseOf(path)
    return inside || open.includes(roomOf(target)) ? [] : [`imports ${target}`]
  })
}

function mayImport(room: string, name: string): boolean {
  const owner = name.startsWith('node:')
    ? 'node'
    : name.split('/', name.startsWith('@') ? 2 : 1).join('/')
  return (PACKAGES[owner] ?? '').split(' ').includes(room)
}

/** Inside one house everything may know everything: `src/store`, `src/domain/sales`. */
function houseOf(path: string): string {
  return path.split('/', path.startsWith('src/domain/') ? 3 : 2).join('/')
}

function roomOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  if (first !== 'domain') return first.replace(/\.ts$/, '')
  return second === 'kernel' || second === 'journal' ? second : 'subject'
}
