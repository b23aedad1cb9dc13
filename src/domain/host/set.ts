import type { EventBodies, Scalar } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Cents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { HostSetting } from './setting.ts'

export type SettingChange = {
  readonly setting: HostSetting
  readonly from: Scalar | undefined
  /** Undefined unsets it: the default holds again. */
  readonly to: Scalar | undefined
}

/**
 * Changes one setting; `undefined` when it has that value already. `floor` and `cap` are the contribution's, with the
 * change. Refuses `floor-above-cap`: no amount could satisfy both.
 */
export function setHost(
  { setting, from, to }: SettingChange,
  { floor, cap }: { readonly floor: Cents | undefined; readonly cap: Cents | undefined },
): EventBodies['host'] | undefined {
  if (from === to) return undefined
  if (floor !== undefined && cap !== undefined && floor > cap) {
    refuse({ code: 'floor-above-cap', floor, cap })
  }
  return { changes: [{ field: setting, ...present({ from, to }) }] }
}
