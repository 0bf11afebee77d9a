import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFromNumber } from './day.ts'
import { readTypedDay } from './typed-day.ts'

test.each([
  ['2026-05-03', 'es-ES', '2026-05-03'],
  ['3/5/2026', 'es-ES', '2026-05-03'],
  ['3-5-26', 'es-ES', '2026-05-03'],
  ['03.05.1999', 'es-ES', '1999-05-03'],
  ['5/3/2026', 'en-US', '2026-05-03'],
  ['3/5/2026', 'en-GB', '2026-05-03'],
  ['2026年5月3日', 'zh-CN', '2026-05-03'],
  ['2026/5/3', 'zh-CN', '2026-05-03'],
  ['3/5/75', 'es-ES', '2075-05-03'],
  ['3/5/77', 'es-ES', '1977-05-03'],
  ['30/2/2026', 'es-ES', null],
  ['mayo', 'es-ES', null],
  ['3/5', 'es-ES', null],
  ['3 de mayo de 2026', 'es-ES', null],
  ['', 'es-ES', null],
])('%j in %s is %s', (text, locale, day) => {
  expect(readTypedDay(text, locale, '2026-05-04')).toBe(day)
})

test('what a short date of the locale shows is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 40_000 }),
      fc.constantFrom('es-ES', 'es-MX', 'en-GB', 'en-US', 'zh-CN'),
      (number, locale) => {
        const day = dayFromNumber(number)
        const text = new Intl.DateTimeFormat(locale, {
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          timeZone: 'UTC',
        }).format(new Date(`${day}T00:00:00Z`))
        expect(readTypedDay(text, locale, '2026-05-04')).toBe(day)
      },
    ),
  )
})
