import type { Language } from '../domain/journal/event.ts'

/** `2026-06` as people say it: `juin 2026`, `June 2026`; a year as it is. */
export function periodText(period: string, language: Language): string {
  const [year = '', month] = period.split('-')
  const name = month === undefined ? undefined : MONTHS[language][Number.parseInt(month, 10) - 1]
  return name === undefined ? year : `${name} ${year}`
}

const MONTHS: { readonly [L in Language]: readonly string[] } = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}
