import { portableSha256 } from './sha256.ts'

/** node:crypto costs 5 ms to load, so a command that hashes a handful of events does without it. */
const NATIVE_FROM = 24
let made = 0

/** SHA-256 of the parts one after the other. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const bytes = parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts)
  made += 1
  return made < NATIVE_FROM
    ? portableSha256(bytes)
    : process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest()
}

export const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')
