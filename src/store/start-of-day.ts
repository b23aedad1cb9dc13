import { eventHash } from './chain.ts'
import { guarded, type Ledger } from './ledger.ts'
import { all, bytesOf, integerOf, textOf } from './sql.ts'
import { storeFault } from './store-error.ts'

/** Events of the chain's end that are hashed again: about a day at a stall, a few milliseconds. */
const TAIL = 400
/** A file below this is checked whole: larger ones have `audit verify`. */
const SMALL_BYTES = 8 * 1024 * 1024

/**
 * A first look before a day's sales, cheap whatever the ledger's size: the end of the chain and, in a
 * small file, SQLite's own quick check. Throws StoreError `ledger-damaged`.
 */
export function checkStart({ db, path, stall }: Ledger): void {
  guarded(path, () => {
    const broken = (detail: string): never => storeFault({ code: 'ledger-damaged', path, detail })
    const pages = db.pragma('page_count', { simple: true })
    const size = db.pragma('page_size', { simple: true })
    if (typeof pages === 'number' && typeof size === 'number' && pages * size <= SMALL_BYTES) {
      const found = db.pragma('quick_check(1)', { simple: true })
      if (found !== 'ok') broken(String(found))
    }
    const tail = all(
      db,
      'SELECT seq, payload, prev, hash FROM event WHERE stall = ? ORDER BY seq DESC LIMIT ?',
      [stall, TAIL],
    )
    tail.forEach((row, index) => {
      const prev = bytesOf(row, 'prev')
      const before = tail[index + 1]
      const whole = eventHash(prev, textOf(row, 'payload')).equals(bytesOf(row, 'hash'))
      const linked = before === undefined || bytesOf(before, 'hash').equals(prev)
      if (!whole || !linked) broken(`${stall}#${integerOf(row, 'seq')}`)
    })
  })
}
