import { expect, test } from 'vitest'
import { isTimeZone } from './time-zone.ts'

test.each([
  ['Europe/Madrid', true],
  ['Asia/Shanghai', true],
  ['Asia/Calcutta', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
  ["UTC'; drop table person", false],
])('%s: %s', (text, yes) => {
  expect(isTimeZone(text)).toBe(yes)
})
