import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankTexts } from './blank-texts.ts'
import { freeTextTables, freeTexts } from './free-texts.ts'
import { mentions, needlesOf } from './needles.ts'

const needles = needlesOf([
  { name: 'Zenobia Quintero', email: 'zenobia@example.com', phones: ['+34655443322'] },
])

test.each([
  ['visit', { note: 'All well', purpose: null }, false, null],
  ['visit', { note: 'Zenobia Quintero was ill', purpose: 'Prices' }, false, { note: null }],
  ['visit', { note: 'All well\nask zenobia@example.com', purpose: null }, false, { note: 'All well' }],
  ['visit', { note: 'All well', purpose: null }, true, { note: null }],
  ['promise', { text: 'Call Zenobia Quintero', outcome: null }, false, { text: '–' }],
  ['complaint', { text: 'Late', cause: 'Lorry', remedy: null }, true, { text: '–', cause: null }],
] as const)('of %s %j (all: %s) is left %j', (table, texts, all, left) => {
  expect(blankTexts(table, texts, needles, all)).toEqual(left)
})

test('nothing that is left speaks of the person, and what must say something does', () => {
  const line = fc.constantFrom('All well', 'Zenobia Quintero', 'call 655 44 33 22', '', 'Tuesday')
  const text = fc.option(fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n')))
  fc.assert(
    fc.property(fc.constantFrom(...freeTextTables), fc.boolean(), fc.array(text), (table, all, given) => {
      const texts = Object.fromEntries(freeTexts[table].map((column, at) => [column, given[at] ?? null]))
      const left = { ...texts, ...blankTexts(table, texts, needles, all) }
      for (const [column, said] of Object.entries(left)) {
        expect(said !== null && mentions(said, needles)).toBe(false)
        if (table === 'promise' && column === 'text' && texts['text'] !== null) expect(said).not.toBeNull()
      }
    }),
  )
})
