import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldQuery, searchText } from './search-text.ts'

describe('search text', () => {
  test.each<[string[], string[]]>([
    [['Café Río, S.L.'], ['cafe', 'RIO', 'café río']],
    [['深圳市王记商店'], ['王记', '深圳', 'wangji', 'szswjsd', 'wjsd', 'shenzhen', '王记商店']],
    [['重庆小面'], ['chongqing', 'cqxm']],
    [['绿地'], ['lv', 'lvdi', '绿地']],
    [['7-11便利店'], ['7-11', 'bianli', '便利', 'bld']],
    [['+34915551122'], ['915 551 122', '(91) 555-11-22', '0034 915551122', '555 11 22']],
    [['(91) 555 11 22'], ['915551122']],
    [
      ['Müller', '', '  ', '上海'],
      ['muller', 'shanghai', 'sh'],
    ],
  ])('%j is found by each of %j', (parts, queries) => {
    for (const query of queries) expect(searchText(parts)).toContain(foldQuery(query))
  })

  test('says nothing of nothing, and adds nothing to plain Latin text', () => {
    expect(searchText([])).toBe('')
    expect(searchText(['', ' '])).toBe('')
    expect(searchText(['Blue Door', 'Main St. 5'])).toBe('blue door main st. 5')
  })

  test('pairs of characters stand as words of their own', () => {
    expect(searchText(['王记商店']).split(' ')).toEqual([
      '王记商店',
      'wangjishangdian',
      'wjsd',
      '王记',
      '记商',
      '商店',
    ])
  })

  test('any text is found by itself, however its accents are coded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(searchText([text])).toContain(foldQuery(text))
        expect(searchText([text.normalize('NFD')])).toBe(searchText([text.normalize('NFC')]))
      }),
      { numRuns: 1000 },
    )
  })

  test('a hundred thousand names take seconds, not minutes', () => {
    const shops = Array.from({ length: 100_000 }, (_, n) => [
      `王记商店${n}号`,
      `Müller & Söhne ${n}`,
      `+34915${n}`,
    ])
    const started = performance.now()
    for (const shop of shops) searchText(shop)
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
