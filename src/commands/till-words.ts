import type { TillWords } from '../words/en/till.ts'
import { till as en } from '../words/en/till.ts'
import { till as fr } from '../words/fr/till.ts'
import { inLanguage } from '../words/said.ts'
import type { Session } from './session.ts'

export const tillWords = (session: Session): TillWords => inLanguage(session.language(), { en, fr })
