/** What the shell is told; `help exit-codes` explains each. */
export const EXIT = {
  done: 0,
  refused: 1,
  usage: 2,
  closed: 3,
  integrity: 4,
  storage: 5,
  defect: 70,
  unknown: 75,
  setup: 78,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
