import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { phoneText } from './phone-text.ts'

test.each([
  ['+34610476412', '+34 610 476 412'],
  ['+8613800138000', '+86 138 0013 8000'],
  ['+12125550123', '+1 212 555 0123'],
  ['+351912345678', '+351 912 345 678'],
  ['610476412', null],
  ['+34 610', null],
  [null, null],
])('%j reads %j', (e164, text) => {
  expect(phoneText(e164)).toBe(text)
})

test('no digit is lost or changed', () => {
  const digits = fc.stringMatching(/^[1-9]\d{6,14}$/)
  fc.assert(
    fc.property(digits, (number) => {
      expect(phoneText(`+${number}`)?.replaceAll(' ', '')).toBe(`+${number}`)
    }),
  )
})
