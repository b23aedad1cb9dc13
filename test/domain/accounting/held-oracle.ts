import type { BookContext } from '../../../src/domain/accounting/books.ts'
import type { Chart } from '../../../src/domain/accounting/chart.ts'
import type { EventOf } from '../../../src/domain/journal/event.ts'

type Close = EventOf<'close'>
/** What holds where an event belongs: the close that froze its period, or the settings of now. */
export type Held = {
  readonly chart: Chart
  readonly franchise: boolean
  readonly rateOf: (product: string) => number
}

/** Without a close, what is set now. */
export function heldBy(close: Close | undefined, now: BookContext): Held {
  if (close === undefined) {
    const { chart, vatRegime, rates } = now
    return { chart, franchise: vatRegime === 'franchise', rateOf: (code) => rates.get(code) ?? 0 }
  }
  const { chart, terms, fixed } = close.body
  const rateOf = (code: string): number =>
    fixed?.find((each) => each.product === code)?.ratePerMille ?? 0
  return { chart, franchise: terms.vatRegime === 'franchise', rateOf }
}
