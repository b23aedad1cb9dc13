import type { Half } from '../../domain/journal/event.ts'
import { VOCABULARY_EN } from './vocabulary.ts'

/** `morning`. */
export const halfText = (half: Half): string => VOCABULARY_EN.half[half][0]
