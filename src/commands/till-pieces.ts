import { cents } from '../domain/kernel/money.ts'
import { DENOMINATIONS, type Pieces, worthOf } from '../domain/till/count.ts'
import { pieceText } from '../words/piece-text.ts'
import { startAsking } from './ask.ts'
import { complain } from './complaint.ts'
import type { Session } from './session.ts'
import { tillWords } from './till-words.ts'
import { integerFrom } from './values.ts'

/**
 * How many of each note and coin there are, from 500 € to 1 c, with what they come to so far; `undefined` when the
 * person leaves.
 */
export async function askPieces(session: Session): Promise<readonly Pieces[] | undefined> {
  const text = tillWords(session)
  const { language } = session.settings()
  const asker = startAsking(session.io, async (error) => {
    await complain(session, error, false)
  })
  session.say(text.countPieces)
  const pieces: Pieces[] = []
  try {
    for (const value of DENOMINATIONS) {
      const name = pieceText(cents(value), language)
      const asked = text.howMany(name.padStart(7), session.money(worthOf(pieces)).padStart(10))
      const read = (typed: string): number =>
        typed === '' ? 0 : integerFrom(typed.trim(), name, { from: 0, to: 9999 })
      const answer = await asker.ask({ text: asked, usual: '', read })
      if (answer === undefined) {
        session.say(text.notRecorded)
        return undefined
      }
      if (answer.answer > 0) pieces.push({ valueCents: cents(value), count: answer.answer })
    }
    return pieces
  } finally {
    asker.end()
  }
}
