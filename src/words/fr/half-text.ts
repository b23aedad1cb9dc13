import type { Half } from '../../domain/journal/event.ts'
import { VOCABULARY_FR } from './vocabulary.ts'

/** `matin`. */
export const halfText = (half: Half): string => VOCABULARY_FR.half[half][0]
