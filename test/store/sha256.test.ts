import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/store/digest.ts'
import { portableSha256 } from '../../src/store/sha256.ts'

const native = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('the published vectors of FIPS 180-4', () => {
  const hex = (text: string): string => portableSha256(Buffer.from(text)).toString('hex')
  expect(hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('every length around the block borders is as node:crypto has it', () => {
  for (let length = 0; length <= 260; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256)
    expect(portableSha256(bytes).toString('hex')).toBe(native(bytes))
  }
})

test('any bytes, in one part or several, by either way of hashing', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.uint8Array({ maxLength: 200 }),
      (one, other) => {
        expect(portableSha256(one).toString('hex')).toBe(native(one))
        expect(sha256(one, other).toString('hex')).toBe(native(Buffer.concat([one, other])))
      },
    ),
  )
})
