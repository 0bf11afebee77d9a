import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NumberFormat } from './number-text.ts'
import { parsePercent, percent, percentText, shareOf } from './percent.ts'
import { ratio } from './ratio.ts'

describe('percent', () => {
  test.each<[string, NumberFormat, ReturnType<typeof ratio>]>([
    ['12,5 %', '1.234,56', ratio(1n, 8n)],
    ['12.5%', '1,234.56', ratio(1n, 8n)],
    ['%12.5', '1,234.56', ratio(1n, 8n)],
    ['１００％', '1,234.56', ratio(1n)],
    ['-3', '1,234.56', ratio(-3n, 100n)],
  ])('%j reads exactly', (text, format, share) => {
    expect(parsePercent(text, format)).toEqual(share)
  })

  test('what is no percentage is refused', () => {
    expect(parsePercent('%', '1,234.56')).toMatchObject({ refused: 'not-a-number' })
    expect(parsePercent('12 %%', '1,234.56')).toMatchObject({ refused: 'not-a-number' })
  })

  test('is written rounded half up', () => {
    expect(percentText(ratio(1n, 3n), 1)).toBe('33.3')
    expect(percentText(ratio(1n, 8n))).toBe('13')
    expect(percent(125n, 1)).toEqual(ratio(1n, 8n))
  })

  test('of nothing is unknown, never 0', () => {
    expect(shareOf(0n, 0n)).toBeNull()
    expect(shareOf(1n, 4n)).toEqual(ratio(1n, 4n))
  })

  test('written with enough decimals it reads back exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), (hundredths) => {
        const share = percent(hundredths, 4)
        expect(parsePercent(`${percentText(share, 4)} %`, '1,234.56')).toEqual(share)
      }),
    )
  })
})
