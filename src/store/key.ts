import { bytesOf, type Db, first } from './sql.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_DIGITS = 10

/** A ULID: 48 bits of time (from 1970 on), 80 random ones from SQLite (node:crypto costs 5 ms to load). */
export function newKey(db: Db, epochMs: number): string {
  const random = bytesOf(first(db, 'SELECT randomblob(10) AS random') ?? {}, 'random')
  return timeText(epochMs) + randomText(random)
}

function timeText(epochMs: number): string {
  let text = ''
  for (let rest = Math.max(0, epochMs); text.length < TIME_DIGITS; rest = Math.floor(rest / 32)) {
    text = CROCKFORD.charAt(rest % 32) + text
  }
  return text
}

/** Five bits a digit. */
function randomText(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; held &= (1 << bits) - 1) {
      bits -= 5
      text += CROCKFORD.charAt(held >> bits)
    }
  }
  return text
}
