/** Long runs before a release: FLASHCOOP_FAULTS=long. */
const isLong = process.env['FLASHCOOP_FAULTS'] === 'long'
export const size = (usual: number, long: number): number => (isLong ? long : usual)

/** A repeatable stream of numbers from 0 to `below` − 1 (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
