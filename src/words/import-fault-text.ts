import type { Language } from '../domain/journal/event.ts'
import type {
  ImportFault,
  ImportFaultCode,
  ImportFaultDetail,
  ImportFaultWords,
} from '../reports/import-fault.ts'
import { IMPORT_FAULTS_EN, IMPORT_PLACES_EN } from './en/imports.ts'
import { IMPORT_FAULTS_FR, IMPORT_PLACES_FR } from './fr/imports.ts'
import { inLanguage, titled } from './said.ts'

const FAULTS = { en: IMPORT_FAULTS_EN, fr: IMPORT_FAULTS_FR }
const PLACES = { en: IMPORT_PLACES_EN, fr: IMPORT_PLACES_FR }

/** `line 12, column amount_ttc: 12,345 has …`: one line for each thing that is wrong in a file. */
export function importFaultText(fault: ImportFault, language: Language): string {
  const place = importPlaceText(fault, language)
  const wrong = wordsOf(inLanguage(language, FAULTS), fault.detail)
  return place === '' ? wrong : titled(place, wrong, language)
}

const wordsOf = <C extends ImportFaultCode>(
  words: ImportFaultWords,
  detail: ImportFaultDetail<C>,
): string => words[detail.code](detail)

/** `line 12, column amount_ttc`, for what a rule refuses in a row; `''` for the whole file. */
export function importPlaceText(
  { line, header }: Pick<ImportFault, 'line' | 'header'>,
  language: Language,
): string {
  const places = inLanguage(language, PLACES)
  const parts = [
    ...(line === null ? [] : [places.line(line)]),
    ...(header === null ? [] : [places.column(header)]),
  ]
  return parts.join(', ')
}
