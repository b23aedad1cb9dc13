import { present } from '../kernel/present.ts'
import type { Change, Scalar } from './event.ts'

/** Fields as they stand; undefined is "not set". */
export type Fields = Readonly<Record<string, Scalar | undefined>>

/** What an edit asks for: a field that is absent or undefined stays as it is, null clears it. */
export type Wanted<F extends Fields> = { readonly [K in keyof F]?: F[K] | null }

/** What an edit changes, in the order of `wanted`; a field that has the wanted value already is left out. */
export function changesBetween<F extends Fields>(before: F, wanted: Wanted<F>): readonly Change[] {
  return Object.entries<Scalar | null | undefined>(wanted).flatMap(([field, value]) => {
    const from = before[field]
    const to = value ?? undefined
    if (value === undefined || from === to) return []
    return [{ field, ...present({ from, to }) }]
  })
}
