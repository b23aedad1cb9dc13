import { invariant } from '../domain/kernel/defect.ts'

/**
 * The canonical JSON of an event: keys in code-unit order, NFC text, whole numbers and booleans only, no blanks.
 * Absent fields are left out. The text is what is stored and hashed; it is never made a second time.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    invariant(
      Number.isSafeInteger(value) && !Object.is(value, -0),
      'an event holds whole numbers only',
    )
    return String(value)
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  invariant(
    typeof value === 'object' && value !== null,
    'an event holds text, numbers, booleans, lists, objects',
  )
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  return objectText(value)
}

function objectText(value: object): string {
  const entries = Object.entries(value)
  return (
    entriesText(entries) ?? entriesText(entries.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))) ?? ''
  )
}

/** Undefined when the keys are not in order; most objects are made with their keys in order. */
function entriesText(entries: readonly (readonly [string, unknown])[]): string | undefined {
  let text = ''
  let previous = ''
  for (const [key, field] of entries) {
    if (field === undefined) continue
    if (key < previous) return undefined
    text += `${text === '' ? '{' : ','}"${key}":${canonicalText(field)}`
    previous = key
  }
  return text === '' ? '{}' : `${text}}`
}
