import { fold } from '../kernel/name.ts'

/** Cyrillic and Greek letters that the eye takes for Latin ones, folded. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
    α: 'a',
    β: 'b',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
  }),
)

/** What a name looks like: without case, accents, lookalike letters, and all that is not a letter or digit. */
function lookOf(name: string): string {
  const letters = [...fold(name)].map((letter) => LOOKALIKES.get(letter) ?? letter)
  return letters.join('').replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Whether two names would be taken for one another on a list: worth a warning, never a refusal. */
export const looksLike = (one: string, other: string): boolean => lookOf(one) === lookOf(other)

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u] as const

/** Letters of Latin, Cyrillic and Greek, which look alike, within one word: a keyboard's slip or a disguise. */
export const mixesScripts = (name: string): boolean =>
  name
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => SCRIPTS.filter((script) => script.test(word)).length > 1)
