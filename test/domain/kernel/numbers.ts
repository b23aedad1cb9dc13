import fc from 'fast-check'

/** Every safe integer, with the ends and small numbers often enough. */
export const safeIntegers = (): fc.Arbitrary<number> => fc.maxSafeInteger()

/** Every safe integer from 0. */
export const safeNaturals = (): fc.Arbitrary<number> => fc.maxSafeNat()
