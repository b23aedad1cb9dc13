/** Nine digits as INSEE gives them, spaces between them or not; `undefined` for anything else. */
export function parseSiren(typed: string): string | undefined {
  const digits = typed.replace(/[\u0020\u00a0\u202f]/g, '')
  return /^\d{9}$/.test(digits) ? digits : undefined
}

/**
 * Whether the Luhn sum of a SIREN is a multiple of ten (practice of INSEE). One that is not is more likely mistyped
 * than true, but nothing here can know: it is worth a warning, never a refusal.
 */
export function hasSirenChecksum(siren: string): boolean {
  const sum = [...siren].reduce((total, digit, index) => {
    const value = Number.parseInt(digit, 10) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
