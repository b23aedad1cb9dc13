/** VAT of takings a second time, with exact fractions of bigint: no function of the product is used. */

/** Half up, away from zero. */
function nearest(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator
  const whole = size / denominator + (2n * (size % denominator) >= denominator ? 1n : 0n)
  return Number(numerator < 0n ? -whole : whole)
}

/** Takings at one VAT rate (per mille), VAT included. */
export type Sold = { readonly rate: number; readonly kind: string; readonly cents: number }

/** Revenue of goods and of services, and VAT, of takings that make one total per rate. */
export function soldAt(sold: readonly Sold[], franchise: boolean): [number, number, number] {
  let [goods, services, vat] = [0, 0, 0]
  for (const rate of new Set(sold.map((each) => each.rate))) {
    const of = (kind?: string): number =>
      sold
        .filter((each) => each.rate === rate && (kind === undefined || each.kind === kind))
        .reduce((sum, each) => sum + each.cents, 0)
    const r = franchise ? 0n : BigInt(rate)
    const whole = nearest(BigInt(of()) * r, 1000n + r)
    const [ofGoods, ofServices] = [of('goods'), of('service')]
    const inGoods = vatInGoods({ ofGoods, ofServices, whole, r })
    goods += ofGoods - inGoods
    services += ofServices - (whole - inGoods)
    vat += whole
  }
  return [goods, services, vat]
}

/** Of the VAT of a rate, the goods': rounded down, and the spare cent to the larger remainder, then the larger takings. */
function vatInGoods(of: {
  readonly ofGoods: number
  readonly ofServices: number
  readonly whole: number
  readonly r: bigint
}): number {
  const divisor = 1000n + of.r
  const exact = [of.ofGoods, of.ofServices].map((cents) => BigInt(cents) * of.r)
  const rest = exact.map((each) => ((each % divisor) + divisor) % divisor)
  const down = exact.map((each, index) => Number((each - (rest[index] ?? 0n)) / divisor))
  const spare = of.whole - (down[0] ?? 0) - (down[1] ?? 0)
  const [inGoods = 0n, inServices = 0n] = rest
  const first = inGoods === inServices ? of.ofGoods >= of.ofServices : inGoods > inServices
  return (down[0] ?? 0) + (spare === 2 || (spare === 1 && first) ? 1 : 0)
}
