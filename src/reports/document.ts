import type { Language } from '../domain/journal/event.ts'

/** A line of an account: `−  achats HT  232,50 €`. */
export type AccountLine = {
  readonly sign: string
  readonly label: string
  readonly amount: string
  /** A sum that what stands above it makes. */
  readonly strong: boolean
}

/** A table of texts for people; numbers stand to the right. */
export type TextTable = {
  readonly head: readonly { readonly text: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly string[])[]
  readonly foot?: readonly string[]
}

/** One part of a page, in the order in which it is read. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** What the reader came for, in large letters. */
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'account'; readonly lines: readonly AccountLine[] }
  | { readonly kind: 'table'; readonly table: TextTable }
  /** What is copied by hand and compared later. */
  | { readonly kind: 'code'; readonly label: string; readonly code: string }
  /** Who signs, one place each; on paper alone. */
  | {
      readonly kind: 'signatures'
      readonly heading?: string
      readonly label: string
      readonly places: readonly string[]
    }

/** One sheet of paper, or more when it is long. */
export type Page = {
  readonly title: string
  readonly subtitle: string
  readonly blocks: readonly Block[]
}

/** A paper to read, print and sign; its texts are ready, in one language. */
export type Document = {
  readonly language: Language
  readonly title: string
  readonly pages: readonly Page[]
}
