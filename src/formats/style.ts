type Paint = (text: string) => string

/** The few ways that text for people may look. Without colour each gives its text back. */
export type Style = {
  readonly bold: Paint
  readonly dim: Paint
  readonly good: Paint
  readonly warning: Paint
  readonly bad: Paint
}

const plain: Paint = (text) => text
export const NO_STYLE: Style = { bold: plain, dim: plain, good: plain, warning: plain, bad: plain }

export type StyleWish = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isTerminal: boolean
  /** `--no-color` was given. */
  readonly noColor: boolean
}

export type ColourLevel = 0 | 1 | 2 | 3

/**
 * How many colours: none after `--no-color`, then as NO_COLOR (not empty), FORCE_COLOR, TERM=dumb and the terminal
 * say, in this order. Sixteen colours on a terminal, so that its owner's theme decides how they look.
 */
export function colourLevel({ env, isTerminal, noColor }: StyleWish): ColourLevel {
  if (noColor || (env.NO_COLOR ?? '') !== '') return 0
  switch (env.FORCE_COLOR) {
    case undefined:
      return isTerminal && env.TERM !== 'dumb' ? 1 : 0
    case '0':
    case 'false':
      return 0
    case '2':
      return 2
    case '3':
      return 3
    default:
      return 1
  }
}

/** The style of one output stream. Loads chalk (20 ms) only when there is colour. */
export async function styleFor(wish: StyleWish): Promise<Style> {
  const level = colourLevel(wish)
  if (level === 0) return NO_STYLE
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level })
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    warning: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  }
}
