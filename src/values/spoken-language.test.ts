import { expect, test } from 'vitest'
import { parseSpokenLanguage, spokenLanguages } from './spoken-language.ts'

test.each([
  ['es', 'es'],
  ['ES-mx', 'es'],
  ['Español', 'es'],
  ['castellano', 'es'],
  ['Spanish', 'es'],
  ['西班牙语', 'es'],
  ['Mandarin', 'zh'],
  ['Chinese', 'zh'],
  ['普通话', 'zh'],
  ['Cantonese', 'yue'],
  ['catalán', 'ca'],
  ['Valencià', 'ca'],
  ['Euskara', 'eu'],
  ['日本語', 'ja'],
  ['Deutsch', 'de'],
  ['Klingon', null],
  ['', null],
])('%j is %s', (text, code) => {
  expect(parseSpokenLanguage(text)).toBe(code)
})

test('every code means itself and each stands once', () => {
  expect(spokenLanguages.map(parseSpokenLanguage)).toEqual(spokenLanguages)
  expect(new Set(spokenLanguages).size).toBe(spokenLanguages.length)
})
