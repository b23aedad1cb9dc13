/** `Z-3`: how people name a Z of this till. */
export const zName = (number: number): string => `Z-${number}`

/** `Z-3`, `z3` or `3` → 3; `undefined` when it names no Z. */
export function parseZName(typed: string): number | undefined {
  const digits = /^(?:z-?)?0*([1-9]\d{0,8})$/i.exec(typed.trim())?.[1]
  return digits === undefined ? undefined : Number.parseInt(digits, 10)
}
