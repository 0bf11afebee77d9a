import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../values/refusal.ts'
import { linesToKeep } from './lines.ts'

const wine = { code: 'vinos', name: 'Vinos' }
const oil = { code: 'aceites', name: 'Aceites' }

test.each<[string, Parameters<typeof linesToKeep>, unknown]>([
  ['a first two', [[], [{ name: 'Vinos' }, { name: 'Aceites' }], []], [wine, oil]],
  ['a new name', [[wine], [{ ...wine, name: 'Bodega' }], ['vinos']], [{ code: 'vinos', name: 'Bodega' }]],
  ['an unused one gone', [[wine, oil], [oil], ['aceites']], [oil]],
  ['a used one gone', [[wine, oil], [oil], ['vinos']], { refused: 'line-in-use', facts: { name: 'Vinos' } }],
  ['two of a name', [[], [{ name: 'Vinos' }, { name: ' VINOS' }], []], { refused: 'invalid-line-twice' }],
  ['one twice', [[wine], [wine, { ...wine, name: 'Otro' }], []], { refused: 'invalid-line-twice' }],
  ['one that isn’t there', [[wine], [oil], []], { refused: 'no-such-line' }],
  ['called like the whole', [[], [{ name: 'All' }], []], [{ code: 'all-2', name: 'All' }]],
  ['in Chinese', [[], [{ name: '酒 水' }], []], [{ code: '酒-水', name: '酒 水' }]],
  ['without a letter', [[], [{ name: '№ 1' }], ['no-1']], [{ code: 'no-1-2', name: '№ 1' }]],
  [
    'after one of its name was used',
    [[], [{ name: 'Vinos' }], ['vinos']],
    [{ code: 'vinos-2', name: 'Vinos' }],
  ],
])('%s', (_, asked, expected) => {
  const kept = linesToKeep(...asked)
  if (isRefusal(kept)) expect(kept).toMatchObject(expected as object)
  else expect(kept).toEqual(expected)
})

test('codes are short, never the whole customer’s and never twice', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 60 }), { maxLength: 20 }), (names) => {
      const kept = linesToKeep(
        [],
        names.map((name) => ({ name })),
        ['a', 'b'],
      )
      if (isRefusal(kept)) return
      const codes = kept.map(({ code }) => code)
      expect(new Set(codes).size).toBe(names.length)
      for (const code of codes) {
        expect(['all', 'a', 'b', '']).not.toContain(code)
        expect([...code].length).toBeLessThanOrEqual(40)
      }
    }),
  )
})
