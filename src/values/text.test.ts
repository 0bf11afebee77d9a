import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameForComparing } from './company-name.ts'
import { similarity, trigramsOf } from './similarity.ts'
import { foldText, wordsOf } from './text.ts'

describe('folding', () => {
  test.each([
    ['Café  ÅRHUS', 'cafe arhus'],
    ['Ｃａｆé', 'cafe'],
    ['Straße', 'strasse'],
    ['Øresund Łódź', 'oresund lodz'],
    ['İSTANBUL ıssız', 'istanbul issiz'],
    ['ŒUVRE Þór', 'oeuvre thor'],
    ['Ñandú', 'nandu'],
    ['深圳　商店', '深圳 商店'],
    ['한국', '한국'],
    ['ガラス', 'ガラス'],
    ['ﬁnca', 'finca'],
    [' a\t b\n', 'a b'],
    ['ЙОГУРТ', 'иогурт'],
    ['', ''],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('folding twice changes nothing, and case never matters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
      }),
      { numRuns: 2000 },
    )
  })

  test('words are letters and digits', () => {
    expect(wordsOf("L'Été, n.º 7 — 上海(店)")).toEqual(['l', 'ete', 'n', 'o', '7', '上海', '店'])
  })
})

describe('company names', () => {
  test.each([
    ['Café Río, S.L.', 'cafe rio'],
    ['CAFE RIO SL', 'cafe rio'],
    ['Café Río S. L.', 'cafe rio'],
    ['Distribuciones Sur S.A. de C.V.', 'distribuciones sur'],
    ['Müller GmbH & Co. KG', 'muller'],
    ['Brook & Sons Ltd.', 'brook sons'],
    ['Acme, Inc.', 'acme'],
    ['Acme Co., Ltd.', 'acme'],
    ['Franchi S.p.A.', 'franchi'],
    ['SARL Dupont', 'dupont'],
    ['Oy Karhu Ab', 'karhu'],
    ['S.L.', 's l'],
    ['SA', 'sa'],
    ['深圳市好味食品有限公司', '深圳市好味食品'],
    ['好味（深圳）食品股份有限公司', '好味 深圳 食品'],
    ['王记商店', '王记'],
    ['商店', '商店'],
    ['株式会社', '株式会社'],
    ['!!!', ''],
    ['', ''],
  ])('%j compares as %j', (name, compared) => {
    expect(nameForComparing(name)).toBe(compared)
  })

  test('never loses a whole name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameForComparing(name) === '').toBe(wordsOf(name).length === 0)
      }),
    )
  })
})

describe('similarity', () => {
  // What PostgreSQL 18 with pg_trgm answered for the same pairs.
  test.each([
    ['word', 'two words', 0.363_636],
    ['word', 'words', 0.571_429],
    ['', 'a', 0],
    ['a', 'a', 1],
  ])('%j and %j: %f', (a, b, value) => {
    expect(similarity(a, b)).toBeCloseTo(value, 5)
  })

  test('the trigrams of a word', () => {
    expect([...trigramsOf('cat')].toSorted()).toEqual(['  c', ' ca', 'at ', 'cat'])
  })

  test('is symmetric, between 0 and 1, and 1 for the same words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = similarity(a, b)
        expect(value).toBe(similarity(b, a))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        if (trigramsOf(a).size > 0) expect(similarity(a, a)).toBe(1)
      }),
    )
  })
})
