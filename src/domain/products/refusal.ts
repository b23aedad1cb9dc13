import type { Word } from './product-words.ts'

export type ProductRefusal =
  | { readonly code: 'unknown-product'; readonly product: string; readonly near: readonly string[] }
  /** The code is another product's; `sameName`: and so is the name. */
  | {
      readonly code: 'product-exists'
      readonly product: string
      readonly sameName: boolean
    }
  /** Another product is called so; `part` is what the word was to be. */
  | {
      readonly code: 'product-word-taken'
      readonly word: string
      readonly part: Word['part']
      readonly product: string
    }
  /** The sale line keeps the word for itself. */
  | {
      readonly code: 'product-word-reserved'
      readonly word: string
      readonly part: Word['part']
    }
  | { readonly code: 'product-unchanged'; readonly product: string }
  | { readonly code: 'product-retired'; readonly product: string }
  | { readonly code: 'product-on-sale'; readonly product: string }
  | { readonly code: 'too-many-products'; readonly limit: number }
