export type StockRefusal =
  /** Marked so, or less is left than asked. */
  | {
      readonly code: 'sold-out'
      readonly product: string
      readonly asked: number
      /** Undefined where nobody said what was produced. */
      readonly left: number | undefined
      readonly marked: boolean
      /** The sale line as typed; undefined for the flag form. */
      readonly line: string | undefined
      /** The line's number in a batch. */
      readonly at: number | undefined
    }
  | { readonly code: 'sold-out-already'; readonly product: string }
  | { readonly code: 'not-sold-out'; readonly product: string }
  /** Nobody said what was produced: a count of what is left means nothing. */
  | { readonly code: 'stock-not-produced'; readonly product: string; readonly left: number }
