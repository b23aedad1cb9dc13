import { revenueOf } from '../domain/closing/product-revenue.ts'
import type { VatRegime } from '../domain/closing/vat.ts'
import { factsOf } from '../domain/costs/category.ts'
import type { Day } from '../domain/kernel/day.ts'
import { type Cents, sumCents } from '../domain/kernel/money.ts'
import { isCounted } from '../domain/stock/stock.ts'
import { term } from '../formats/terminal-text.ts'
import { figuresOf } from '../reports/costs.ts'
import { type GoodsFacts, goodsReport, marginReport } from '../reports/stock.ts'
import { closedRegimes, costsOf } from '../store/queries/cost.ts'
import { productsOf } from '../store/queries/product.ts'
import { productTakings } from '../store/queries/product-takings.ts'
import { stocksOf } from '../store/queries/stock.ts'
import { inSnapshot } from '../store/sql.ts'
import { command } from './command.ts'
import { regimes } from './cost-text.ts'
import { printReport } from './output.ts'
import { productWords } from './product-text.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { stockWords } from './stock-text.ts'

/** What was made, what became of it and what it brought. */
export const reportStock = command({
  options: {},
  lists: true,
  run: async (session) => {
    const facts = goodsFacts(session)
    await printReport(session, goodsReport(facts))
    const words = stockWords(session)
    sayUnrated(session, facts)
    if (facts.revenue.some(({ htCents }) => htCents !== undefined)) session.say(words.takings)
    if (!isMade(facts)) sayNoneMade(session, facts)
  },
})

/** What each product leaves over purchases and packaging: an estimate. */
export const reportMargins = command({
  options: {},
  lists: true,
  run: async (session) => {
    const { facts, materials } = marginFacts(session)
    await printReport(session, marginReport(facts, materials))
    const words = stockWords(session)
    sayUnrated(session, facts)
    const pieces = [...facts.stocks.values()].reduce((sum, stock) => sum + stock.produced, 0)
    if (pieces === 0) {
      session.say(words.noPieces)
      return sayNoneMade(session, facts)
    }
    const unmade = facts.revenue.flatMap(({ product }) =>
      product === undefined || (facts.stocks.get(product)?.produced ?? 0) > 0
        ? []
        : [term(product)],
    )
    if (unmade.length > 0) session.say(words.notMade(unmade.join(', ')))
    session.say(words.estimate(session.money(materials), pieces))
    const [first] = facts.products.filter(({ code }) => (facts.stocks.get(code)?.produced ?? 0) > 0)
    if (first !== undefined) sayNext(session, words.next.explain(first.code))
  },
})

/** What is closed takes no more notes. */
function sayNoneMade(session: Session, { products: [product] }: GoodsFacts): void {
  if (session.cohort().status !== 'open') return
  const { made } = stockWords(session).next
  sayNext(session, product === undefined ? productWords(session).next.add : made(product.code))
}

const isMade = ({ stocks }: GoodsFacts): boolean => [...stocks.values()].some(isCounted)

/** What margins are made of, on one state of the ledger. */
export const marginFacts = (
  session: Session,
): { readonly facts: GoodsFacts; readonly materials: Cents } =>
  inSnapshot(session.ledger().db, () => ({
    facts: goodsFacts(session),
    materials: materialsOf(session),
  }))

function goodsFacts(session: Session): GoodsFacts {
  const { db } = session.ledger()
  const cohort = session.cohort().code
  const stocks = stocksOf(db, cohort)
  const revenue = revenueOf(productTakings(db, cohort), regimeOn(session))
  const products = productsOf(db, cohort).filter(
    ({ code, retired }) => !retired || stocks.has(code),
  )
  return { products, stocks, revenue }
}

/** That of the day's close; the host's while it is open. */
function regimeOn(session: Session): (on: Day) => VatRegime {
  const closed = closedRegimes(session.ledger().db, session.cohort().code)
  const { vatRegime } = session.settings().terms
  return (on) => closed.find(({ until }) => on <= until)?.regime ?? vatRegime
}

/** Purchases and packaging of the activity, as they weigh on the result. */
function materialsOf(session: Session): Cents {
  const regimeOf = regimes(session)
  const costs = costsOf(session.ledger().db, session.cohort().code).filter(
    ({ voided, chargedTo, category }) =>
      !voided && chargedTo === 'activity' && factsOf(category).place !== 'other',
  )
  return sumCents(
    costs.flatMap((cost) =>
      cost.amounts.map((amount) => figuresOf(cost, amount, regimeOf(cost)).ht),
    ),
  )
}

function sayUnrated(session: Session, { revenue }: GoodsFacts): void {
  const unrated = revenue.filter(({ htCents }) => htCents === undefined)
  if (unrated.length === 0) return
  const names = unrated.map(({ product, label }) => term(product ?? label))
  session.say(stockWords(session).noRate(names.join(', ')))
}
