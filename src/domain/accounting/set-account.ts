import type { EventBodies } from '../journal/event.ts'
import { present } from '../kernel/present.ts'

/** Changes the number of one account; `undefined` unsets it, and the usual number holds again. Nothing when it is so. */
export function setAccount({
  setting,
  from,
  to,
}: {
  readonly setting: string
  readonly from: string | undefined
  readonly to: string | undefined
}): EventBodies['host'] | undefined {
  return from === to ? undefined : { changes: [{ field: setting, ...present({ from, to }) }] }
}
