import { expect, test } from 'vitest'
import type { Currency } from '../values/currency.ts'
import { isNothing, readCell } from './cell.ts'
import type { Field, FieldKind } from './target.ts'

const spanish = { number: '1.234,56', day: 'd/m/y', currency: 'EUR' as Currency } as const
const field = (kind: FieldKind, more: Partial<Field> = {}): Field => ({
  name: 'it',
  kind,
  headers: [],
  ...more,
})

test.each<[FieldKind, string, unknown, Partial<Field>?]>([
  ['text', '  Ana\u0000\u0007  Trujillo\n', 'Ana Trujillo'],
  ['text', 'e\u0301', 'é'],
  ['text', "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ['text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['lines', 'one\r\ntwo\t3 \u0001', 'one\ntwo\t3'],
  ['email', 'mailto:ana@example.com', 'ana@example.com'],
  ['integer', '1.200', 1200],
  ['integer', '12,00', 12],
  ['decimal', '0,050', '0.05'],
  ['percent', '5', '0.05'],
  ['percent', '5 %', '0.05'],
  ['percent', '0,05', '0.05'],
  ['percent', '1', '1'],
  ['percent', '0.05'.replace('.', ','), '0.05', { least: 0, most: 1 }],
  ['money', '1.234,5 €', 123450],
  ['money', '-3', -300],
  ['day', '4/7/1996', '1996-07-04'],
  ['country', 'Alemania', 'DE'],
  ['currency', 'usd', 'USD'],
  ['choice', 'Cerrado', 'closed', { choices: { active: ['activo'], closed: ['cerrado'] } }],
  ['tags', 'bar, vip；fría', ['bar', 'vip', 'fría']],
  ['yes-no', 'Sí', true],
  ['yes-no', '✓', true],
  ['yes-no', '0', false],
  ['latitude', '40,4168', 40.4168],
  ['latitude', '40.4168', 40.4168],
  ['longitude', '-3,70', -3.7],
  ['phone', ' (5) 555-4729 ', '(5) 555-4729'],
])('%s: %j', (kind, text, value, more) => {
  expect(readCell(text, field(kind, more), spanish)).toEqual({ values: { it: value } })
})

test('degrees, and both coordinates in one cell', () => {
  const north = readCell('40°25′01″N', field('latitude'), spanish)
  expect('values' in north && north.values['it']).toBeCloseTo(40.41694, 4)
  const west = readCell('3°42′14″W', field('longitude'), spanish)
  expect('values' in west && west.values['it']).toBeCloseTo(-3.70389, 4)
  expect(readCell('40.4, -3.7', field('point'), spanish)).toEqual({
    values: { latitude: 40.4, longitude: -3.7 },
  })
})

test.each<[FieldKind, string, string, Partial<Field>?]>([
  ['text', 'x'.repeat(301), 'too-long'],
  ['text', 'abcd', 'too-long', { most: 3 }],
  ['email', 'ana@', 'not-an-email'],
  ['email', 'a@b.c, d@e.f', 'not-an-email'],
  ['integer', '1,5', 'not-a-whole-number'],
  ['integer', '99999999999999999999', 'not-a-whole-number'],
  ['integer', '-1', 'too-small', { least: 0 }],
  ['integer', '400', 'too-large', { most: 365 }],
  ['decimal', 'many', 'not-a-number'],
  ['decimal', '-0,5', 'too-small', { least: 0 }],
  ['money', '1,999', 'finer-than-the-minor-unit'],
  ['money', '12 USD', 'another-currency'],
  ['money', '99999999999999999', 'too-large'],
  ['day', '31/02/2024', 'not-a-day'],
  ['country', 'Atlantis', 'not-a-country'],
  ['choice', 'maybe', 'not-a-choice', { choices: { a: [] } }],
  ['yes-no', 'perhaps', 'not-yes-or-no'],
  ['latitude', '91', 'not-a-latitude'],
  ['longitude', '181', 'not-a-longitude'],
  ['point', 'here', 'not-a-point'],
])('%s refuses %j as %s, naming field and value', (kind, text, code, more) => {
  const answer = readCell(text, field(kind, more), spanish)
  expect(answer).toMatchObject({
    problem: { code, field: 'it', value: text.slice(0, 79).replace(/^x+$/, (x) => `${x}…`) },
  })
})

test('marks that programs write for nothing say nothing', () => {
  for (const text of ['', '  ', 'NULL', '\\N', '#N/A', 'n/a', '-', '--']) expect(isNothing(text)).toBe(true)
  for (const text of ['0', 'No', 'Null Bar', '-5']) expect(isNothing(text)).toBe(false)
})
