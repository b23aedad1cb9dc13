export type AccountingRefusal = {
  /** Neither a key of the chart nor a number in it. */
  readonly code: 'unknown-account'
  readonly typed: string
  readonly near: readonly string[]
}
