import type { RefundLine } from '../domain/journal/event.ts'

/** `2 cookie + 1 brownie = `; nothing where only a tip goes back. `text` makes a label safe to print. */
export const goodsBack = (lines: readonly RefundLine[], text: (label: string) => string): string =>
  lines.length === 0
    ? ''
    : `${lines.map((each) => `${-each.quantity} ${text(each.product ?? each.label)}`).join(' + ')} = `
