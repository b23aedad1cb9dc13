// Stands in for node:child_process in the bundle. commander imports it at once, for programs made of
// several programs, which this one is not; loading it with every command costs 3 ms.
module.exports = {
  get spawn() {
    return process.getBuiltinModule('node:child_process').spawn
  },
}
