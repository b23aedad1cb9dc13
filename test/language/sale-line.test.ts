import { describe, expect, test } from 'vitest'
import { isLineFault } from '../../src/domain/sales/line-fault.ts'
import { isReservedWord } from '../../src/domain/sales/sale-words.ts'
import { saleLineText } from '../../src/language/lexer.ts'
import { readSaleLine } from '../../src/language/sale-line.ts'
import { brief, faultIn, product, read, STALL, stallWith } from './stall.ts'

describe('lines that sell', () => {
  test.each([
    ['2 cookie 1 brownie cb', '2 cookie + 1 brownie | card'],
    ['3k b esp 10', '3 cookie + 1 brownie | cash 1000'],
    ['2 cookie 1 cafe cb 2 esp 5', '2 cookie + 1 cafe | card 200 cash 500'],
    ['cookie@1.20 cb', '1 cookie@120 | card'],
    ['2 cookie brownie offert cb', '2 cookie + 1 brownie free | card'],
    ['2 cookie remise 10% esp', '2 cookie | discount 1000bp | cash'],
    ['cookie cb 5', '1 cookie | card 500'],
    ['cookie', '1 cookie'],
    ['2x cookie', '2 cookie'],
    ['2xcookie', '2 cookie'],
    ['2X cookie', '2 cookie'],
    ['2 x cookie', '2 cookie'],
    ['3xk', '3 cookie'],
    ['3K', '3 cookie'],
    ['50 cookie', '50 cookie'],
    ['60x cookie', '60 cookie'],
    ['60xcookie', '60 cookie'],
    ['60 x cookie', '60 cookie'],
    ['9999x cookie', '9999 cookie'],
    ['cookie @ 1.20', '1 cookie@120'],
    ['cookie@ 1,20', '1 cookie@120'],
    ['cookie @1€20', '1 cookie@120'],
    ['cookie@1€', '1 cookie@100'],
    ['cookie@1,2€', '1 cookie@120'],
    ['cookie@1,20€', '1 cookie@120'],
    ['cookie @ 1 €', '1 cookie@100'],
    ['3k@1.20 free esp', '3 cookie@120 free | cash'],
    ['browkie@1€ 50 cookie', '1 browkie@100 + 50 cookie'],
    ['browkie@1.50 50x cookie', '1 browkie@150 + 50 cookie'],
    ['cookie offert 2 brownie free', '1 cookie free + 2 brownie free'],
    ['2 brownie offerts cookie offerte', '2 brownie free + 1 cookie free'],
    ['cookie off 0,50', '1 cookie | discount 50'],
    ['cookie remise 1€', '1 cookie | discount 100'],
    ['cookie remise 12,5%', '1 cookie | discount 1250bp'],
    ['cookie remise 10 %', '1 cookie | discount 1000bp'],
    ['cookie remise 100%', '1 cookie | discount 10000bp'],
    ['2 cookie total 5 cb', '2 cookie | total 500 | card'],
    ['cookie offert total 0', '1 cookie free | total 0'],
    ['cookie don 1 cb', '1 cookie | tip 100 | card'],
    ['cookie tip 0.50', '1 cookie | tip 50'],
    ['cookie par P03', '1 cookie | by P03'],
    ['cookie by p03 cash', '1 cookie | by P03 | cash'],
    ['cookie par anim01', '1 cookie | by ANIM01'],
    [
      'k par P01 don 1 total 5 remise 10% cb',
      '1 cookie | discount 1000bp total 500 tip 100 by P01 | card',
    ],
    ['k esp 12', '1 cookie | cash 1200'],
    ['k esp 12,5', '1 cookie | cash 1250'],
    ['k esp 12,50', '1 cookie | cash 1250'],
    ['k esp 12.50', '1 cookie | cash 1250'],
    ['k esp 12€50', '1 cookie | cash 1250'],
    ['k esp 12,50€', '1 cookie | cash 1250'],
    ['k esp 12 €', '1 cookie | cash 1200'],
    ['k cb 1 vir 2 chq 3 cash', '1 cookie | card 100 transfer 200 cheque 300 cash'],
    ['k cb cash', '1 cookie | card cash'],
  ])('%s', (line, expected) => {
    expect(brief(read(line))).toBe(expected)
  })

  test.each([
    ['card', 'cb CB carte cartes Card cards'],
    ['cash', 'esp espèces ESPECES espèce cash liquide'],
    ['cheque', 'chq chèque cheques CHÈQUES'],
    ['transfer', 'vir virement virements transfer transfers'],
  ])('%s has its words, whatever case, accents or plural', (method, words) => {
    for (const word of words.split(' ')) {
      expect(brief(read(`cookie ${word} 1`))).toBe(`1 cookie | ${method} 100`)
    }
  })

  test.each([
    ['COOKIES', 'cookie'],
    ['Café', 'cafe'],
    ['cafés', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['EXPRESSOS', 'cafe'],
    ['petits noirs', 'cafe'],
    ['brun', 'brownie'],
    ['sac-à-vrac', 'sac-a-vrac'],
    ['Sac à vrac', 'sac-a-vrac'],
    ['sacs a vrac', 'sac-a-vrac'],
    ['a', 'sac-a-vrac'],
    ['jus d’orange', 'jus'],
    ['نان', 'naan'],
    ['شیرینی‌خامه‌ای', 'shirini'],
    ['شیرینیخامهای', 'shirini'],
    ['ሕምባሻ', 'himbasha'],
    ['xylophone en chocolat', 'xylo'],
  ])('%s is a product', (typed, code) => {
    expect(brief(read(typed))).toBe(`1 ${code}`)
    expect(brief(read(`3 ${typed} cb`))).toBe(`3 ${code} | card`)
    expect(brief(read(`cookie 3x ${typed}@1.20 free`))).toBe(`1 cookie + 3 ${code}@120 free`)
  })

  test('arguments with blanks inside are split as well', () => {
    const words = ['2 cookie', ' 1\tbrownie ', '', 'esp 12,50\u00a0€']
    expect(brief(readSaleLine(words, STALL))).toBe('2 cookie + 1 brownie | cash 1250')
    expect(saleLineText(words)).toBe('2 cookie 1 brownie esp 12,50 €')
  })

  test('a product that begins with a means of payment needs a quantity after another one', () => {
    expect(brief(read('carte postale cb'))).toBe('1 carte-postale | card')
    expect(brief(read('cookie 2 cartes postales carte'))).toBe('1 cookie + 2 carte-postale | card')
    expect(faultIn('cookie carte postale')).toEqual(['unexpected-word', 'postale'])
  })

  test('each part knows where it stands', () => {
    const line = '2 cookie @ 1.20 free  brownie remise 10 % total 5 tip 1 by P03 cb 2 esp'
    const basket = read(line)
    if (isLineFault(basket)) throw new Error(basket.code)
    const { items, discount, assertedTotal, tip, seller, payments } = basket
    const parts = [...items, discount, assertedTotal, tip, seller, ...payments]
    const text = saleLineText(line.split(' '))
    expect(parts.map((part) => text.slice(part?.span?.start, part?.span?.end))).toEqual([
      '2 cookie @ 1.20 free',
      'brownie',
      '10 %',
      '5',
      '1',
      'P03',
      'cb 2',
      'esp',
    ])
  })
})

describe('lines that are refused, with the word to point at', () => {
  test.each([
    ['', 'empty-line', ''],
    ['   ', 'empty-line', ''],
    ['cb 2 cookie', 'products-first', 'cb'],
    ['esp', 'products-first', 'esp'],
    ['remise 10% cookie', 'products-first', 'remise'],
    ['total 5', 'products-first', 'total'],
    ['2 cookie cb brownie', 'products-first', 'brownie'],
    ['2 cookie cb 1 brownie', 'products-first', 'brownie'],
    ['2 cookie cb 1 2 brownie', 'products-first', '2'],
    ['2 cookie total 3 brownie cb', 'products-first', 'brownie'],
    ['2 cookie total 3 1x brownie cb', 'products-first', '1x'],
    ['2 cookie total 3 4k cb', 'unexpected-number', '4k'],
    ['2 cookie cb remise 10%', 'modifiers-before-payments', 'remise'],
    ['2 cookie cb 1 par P03', 'modifiers-before-payments', 'par'],
    ['cookie cb truc', 'unexpected-word', 'truc'],
    ['cookie esp 12 50', 'unexpected-number', '50'],
    ['cookie remise 1 50 esp', 'unexpected-number', '50'],
    ['cookie don 1 5', 'unexpected-number', '5'],
    ['2 broqkie cb', 'unknown-product', 'broqkie'],
    ['cookie, 2 brownie', 'unknown-product', 'cookie,'],
    ['2 cookie broqkie', 'unknown-product', 'broqkie'],
    ['3q', 'unknown-product', 'q'],
    ['2 ks', 'unknown-product', 'ks'],
    ['x', 'unknown-product', 'x'],
    ['!!', 'unknown-product', '!!'],
    ['sac vrac', 'unknown-product', 'sac'],
    ['jus', 'none', '1 jus'],
    ['2 thé cb', 'retired-product', 'thé'],
    ['2 thés cb', 'retired-product', 'thés'],
    ['2', 'missing-product', '2'],
    ['2 cb', 'missing-product', '2'],
    ['2x cb', 'missing-product', '2x'],
    ['2 2 cookie', 'missing-product', '2'],
    ['2 @1.20', 'missing-product', '2'],
    ['cookie 2 cb', 'missing-product', '2'],
    ['cookie 2', 'missing-product', '2'],
    ['2 carte', 'missing-product', '2'],
    ['2 total 5', 'missing-product', '2'],
    ['2 offert', 'missing-product', '2'],
    ['offert cookie', 'free-without-product', 'offert'],
    ['cookie cb offert', 'free-without-product', 'offert'],
    ['cookie offert offert', 'free-without-product', 'offert'],
    ['0 cookie', 'zero-quantity', '0'],
    ['0x cookie', 'zero-quantity', '0x'],
    ['0k', 'zero-quantity', '0k'],
    ['00 cookie', 'zero-quantity', '00'],
    ['0x1F', 'bad-quantity', '0x1F'],
    ['10000 cookie', 'quantity-too-large', '10000'],
    ['10000x cookie', 'quantity-too-large', '10000x'],
    ['99999999999999999999k', 'quantity-too-large', '99999999999999999999k'],
    ['51 cookie', 'quantity-above-limit', '51'],
    ['60k', 'quantity-above-limit', '60k'],
    ['9999 cookie', 'quantity-above-limit', '9999'],
    ['02 cookie', 'bad-quantity', '02'],
    ['1.5 cookie', 'bad-quantity', '1.5'],
    ['0,5 cookie', 'bad-quantity', '0,5'],
    ['-1 cookie', 'bad-quantity', '-1'],
    ['-0 cookie', 'bad-quantity', '-0'],
    ['+2 cookie', 'bad-quantity', '+2'],
    ['1e309 cookie', 'bad-quantity', '1e309'],
    ['1e3 cookie', 'bad-quantity', '1e3'],
    ['2x2 cookie', 'bad-quantity', '2x2'],
    ['2xx2 cookie', 'unknown-product', 'x2'],
    ['2€ cookie', 'bad-quantity', '2€'],
    ['12€50 cookie', 'bad-quantity', '12€50'],
    ['10% cookie', 'bad-quantity', '10%'],
    ['2 € cookie', 'bad-quantity', '2 €'],
    ['٢ cookie', 'bad-quantity', '٢'],
    ['2٣ cookie', 'bad-quantity', '2٣'],
    ['2cookie', 'glued-quantity', '2cookie'],
    ['2broqkie', 'glued-quantity', '2broqkie'],
    ['2xylo', 'glued-quantity', '2xylo'],
    ['@1.20', 'price-without-product', '@'],
    ['cookie offert @1.20', 'price-without-product', '@'],
    ['cookie@1.20@1.30', 'price-without-product', '@'],
    ['cookie cb @1.20', 'price-without-product', '@'],
    ['cookie@', 'missing-price', '@'],
    ['cookie@ cb', 'missing-price', '@'],
    ['cookie @ @', 'missing-price', '@'],
    ['browkie@1 50 cookie', 'price-needs-decimals', '1'],
    ['browkie@1 50', 'price-needs-decimals', '1'],
    ['browkie @ 1 50 cb', 'price-needs-decimals', '1'],
    ['cookie@1.5', 'price-needs-decimals', '1.5'],
    ['cookie@1,5', 'price-needs-decimals', '1,5'],
    ['cookie@12', 'price-needs-decimals', '12'],
    ['cookie@1.200', 'bad-amount', '1.200'],
    ['cookie@abc', 'bad-amount', 'abc'],
    ['cookie@-1.20', 'bad-amount', '-1.20'],
    ['cookie@0.00', 'zero-amount', '0.00'],
    ['cookie@0€', 'zero-amount', '0€'],
    ['cookie total', 'missing-amount', 'total'],
    ['cookie remise cb', 'missing-amount', 'remise'],
    ['cookie don offert', 'missing-amount', 'don'],
    ['cookie total trois', 'bad-amount', 'trois'],
    ['cookie esp 1e309', 'bad-amount', '1e309'],
    ['cookie esp 12,345', 'bad-amount', '12,345'],
    ['cookie esp -5', 'bad-amount', '-5'],
    ['cookie esp -0', 'bad-amount', '-0'],
    ['cookie esp 5a', 'bad-amount', '5a'],
    ['cookie esp €5', 'bad-amount', '€5'],
    ['cookie esp 50%', 'bad-amount', '50%'],
    ['cookie esp ١٢', 'bad-amount', '١٢'],
    ['cookie esp 12345678', 'bad-amount', '12345678'],
    ['cookie remise 101%', 'bad-percent', '101%'],
    ['cookie remise 1,234%', 'bad-percent', '1,234%'],
    ['cookie remise -5%', 'bad-percent', '-5%'],
    ['cookie remise %', 'bad-percent', '%'],
    ['cookie remise 0%', 'zero-amount', '0%'],
    ['cookie remise 0', 'zero-amount', '0'],
    ['cookie tip 0', 'zero-amount', '0'],
    ['cookie cb 0', 'zero-amount', '0'],
    ['cookie esp 0,00', 'zero-amount', '0,00'],
    ['cookie total 3 total 3', 'repeated-modifier', 'total'],
    ['cookie remise 1 off 1', 'repeated-modifier', 'off'],
    ['cookie don 1 tip 1', 'repeated-modifier', 'tip'],
    ['cookie par P01 by P02', 'repeated-modifier', 'by'],
    ['cookie par', 'missing-participant', 'par'],
    ['cookie par cb', 'missing-participant', 'par'],
    ['cookie par P99', 'unknown-participant', 'P99'],
    ['cookie par Fatima', 'unknown-participant', 'Fatima'],
  ])('%s → %s', (line, code, word) => {
    expect(faultIn(line)).toEqual([code, word])
  })

  test('a caret falls under the second of two equal words', () => {
    const fault = read('cookie total 3 total 3')
    expect(fault).toMatchObject({ span: { start: 15, end: 20 } })
  })

  test('near products are proposed, never taken', () => {
    expect(read('2 broqkie cb')).toMatchObject({ suggestions: ['browkie', 'brownie'] })
    expect(read('browni')).toMatchObject({ suggestions: ['brownie', 'browkie'] })
    expect(read('expreso')).toMatchObject({ suggestions: ['cafe'] })
    expect(read('sac vrac')).toMatchObject({ suggestions: ['sac-a-vrac'] })
    expect(read('confitur')).toMatchObject({ suggestions: [] })
    expect(read('tha')).toMatchObject({ suggestions: [] })
  })

  test('after a product, words of the line are proposed too', () => {
    expect(read('2 cookie crte')).toMatchObject({ suggestions: ['carte'] })
    expect(read('2 cookie gratuit')).toMatchObject({ suggestions: ['free', 'offert'] })
    expect(read('2 cookie pourboire 1')).toMatchObject({ suggestions: ['don', 'tip'] })
    expect(read('2 crte')).toMatchObject({ suggestions: [] })
    expect(read('cookie par P0')).toMatchObject({ suggestions: ['P01', 'P02', 'P03'] })
  })

  test('faults carry what their words need', () => {
    expect(read('60 cookies')).toMatchObject({ quantity: 60, limit: 50, word: 'cookies' })
    expect(read('browkie@1 50')).toMatchObject({ word: '1', next: '50' })
    expect(read('2cookie')).toMatchObject({ quantity: 2, word: 'cookie' })
    expect(read('cookie esp 1.234')).toMatchObject({ reason: 'too-many-decimals' })
    expect(read('2 thés')).toMatchObject({ product: 'the' })
  })
})

describe('words that could be several things', () => {
  test('a code is nearer than a plural, and sold is nearer than retired', () => {
    const bars = stallWith(product('bar', 'Barre'), product('bars', 'Barres'))
    expect(brief(read('bar', bars))).toBe('1 bar')
    expect(brief(read('bars', bars))).toBe('1 bars')
    const pasta = stallWith(product('food-1', 'Pâtes'), product('food-2', 'Pate'))
    expect(brief(read('2 pates', pasta))).toBe('2 food-1')
    expect(brief(read('2 pate', pasta))).toBe('2 food-2')
    const again = stallWith(
      product('cookie', 'Cookie', { retired: true }),
      product('cookie-2', 'Cookie'),
    )
    expect(brief(read('cookie', again))).toBe('1 cookie-2')
    const plural = stallWith(product('cookie', 'Biscuit', { retired: true }), product('cookies'))
    expect(faultIn('cookie', plural)).toEqual(['retired-product', 'cookie'])
    expect(read('cookie', plural)).toMatchObject({ suggestions: ['cookies'] })
  })

  test('two names alike are ambiguous, and their codes are not', () => {
    const twins = stallWith(product('tarte-1', 'Tarte'), product('tarte-2', 'tarte'))
    expect(read('2 tartes', twins)).toMatchObject({
      code: 'ambiguous-product',
      products: ['tarte-1', 'tarte-2'],
    })
    expect(brief(read('2 tarte-2', twins))).toBe('2 tarte-2')
    const bengali = stallWith(product('ka', 'কা'), product('ki', 'কি'))
    expect(brief(read('কি', bengali))).toBe('1 ki')
  })

  test('a name of several words yields to no shorter reading that sells something else', () => {
    const sweets = stallWith(
      product('cookie'),
      product('chocolat'),
      product('cookie-chocolat', 'Cookie chocolat'),
      product('cookie-cash', 'Cookie cash'),
      product('pain-6', 'Pain par 6'),
    )
    expect(read('2 cookie chocolat cb', sweets)).toMatchObject({
      code: 'ambiguous-product',
      products: ['cookie', 'cookie-chocolat'],
      word: 'cookie chocolat',
    })
    expect(faultIn('cookie cash', sweets)).toEqual(['ambiguous-product', 'cookie cash'])
    expect(brief(read('2 cookie-chocolat cookie 2 chocolat', sweets))).toBe(
      '2 cookie-chocolat + 1 cookie + 2 chocolat',
    )
    expect(brief(read('pain par 6 cb', sweets))).toBe('1 pain-6 | card')
    expect(brief(read('sac a vrac', STALL))).toBe('1 sac-a-vrac')
    const sacs = stallWith(product('sac'), ...STALL.products)
    expect(brief(read('sac a vrac', sacs))).toBe('1 sac-a-vrac')
    const dose = stallWith(product('sac'), product('vrac'), ...STALL.products)
    expect(faultIn('sac a vrac', dose)).toEqual(['ambiguous-product', 'sac a vrac'])
  })

  test('a reserved word alone is never a product, even where one is named so', () => {
    const cards = stallWith(product('cookie'), product('map', 'Carte'))
    expect(faultIn('2 carte', cards)).toEqual(['missing-product', '2'])
    expect(faultIn('carte 2 cookie', cards)).toEqual(['products-first', 'carte'])
    expect(brief(read('2 map carte', cards))).toBe('2 map | card')
  })

  test('x after a number multiplies; where a code could be meant as well, it is asked', () => {
    const sizes = stallWith(product('xl'), product('cookie'), product('l'))
    expect(read('2xl', sizes)).toMatchObject({ code: 'ambiguous-product', products: ['l', 'xl'] })
    expect(brief(read('2 xl', sizes))).toBe('2 xl')
    expect(brief(read('2x xl', sizes))).toBe('2 xl')
    expect(brief(read('2xxl', sizes))).toBe('2 xl')
    expect(faultIn('2xl', stallWith(product('xl')))).toEqual(['glued-quantity', '2xl'])
  })

  test('reserved words cannot be products', () => {
    const reserved = 'cb Carte CARDS espèces cash liquide chq chèques vir virement transfer'
    const keywords = 'offert offerts offertes free remise off total totals don tip par by x X'
    for (const word of `${reserved} ${keywords} undo stock last soldout help quit`.split(' ')) {
      expect([word, isReservedWord(word)]).toEqual([word, true])
    }
    for (const word of ['cookie', 'k', 'b', 'xl', 'cartes-postales', 'donut', 'نان']) {
      expect([word, isReservedWord(word)]).toEqual([word, false])
    }
    expect(isReservedWord('lydia', [{ method: 'transfer', words: ['lydia'] }])).toBe(true)
  })
})
