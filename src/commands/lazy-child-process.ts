/**
 * What the bundle gives to whoever imports node:child_process (commander, for programs made of
 * several programs, which this one is not): the module, loaded when it is first used. Loading it
 * with every command costs 3 ms.
 */
const lazyChildProcess = {
  get spawn() {
    return process.getBuiltinModule('node:child_process').spawn
  },
}

// oxlint-disable-next-line import/no-default-export -- it stands in for a module that has one
export { lazyChildProcess as default }
