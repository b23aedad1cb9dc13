// Stands in for better-sqlite3 in the bundle: its JavaScript goes in, only the native code is loaded
// from the package. Finding and opening its fifteen files costs 6 ms with every command.
const fs = require('node:fs')
const path = require('node:path')
const createDatabase = require('../node_modules/better-sqlite3/lib/database.js')
const SqliteError = require('../node_modules/better-sqlite3/lib/sqlite-error.js')

// flashcoop's own node_modules, or the one in which flashcoop is installed itself
const PLACES = ['../node_modules', '../..']

let addon

function loadAddon(wanted) {
  if (wanted !== null) return asThePackageDoes(wanted)
  if (addon === undefined) addon = nearby() ?? asThePackageDoes(null)
  return addon
}

function nearby() {
  for (const place of PLACES) {
    const prebuilt = `better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`
    const file = path.join(__dirname, place, prebuilt)
    try {
      if (fs.existsSync(file)) return require(file)
    } catch {
      // built for another C library than this Linux has
    }
  }
  return undefined
}

/** Any other place, C library or processor: the package knows. */
function asThePackageDoes(wanted) {
  const name = 'better-sqlite3'
  const lib = path.dirname(require.resolve(name))
  return require(path.join(lib, 'binding.js')).getBinding(wanted)
}

module.exports = createDatabase(loadAddon, true)
module.exports.SqliteError = SqliteError
