import { expect, test } from 'vitest'
import { countries } from './country.ts'
import { usualCurrency, usualTimeZone } from './country-customs.ts'

test.each([
  ['ES', 'EUR'],
  ['CN', 'CNY'],
  ['MX', 'MXN'],
  ['US', 'USD'],
  ['JP', 'JPY'],
  ['CH', 'CHF'],
  ['SN', 'XOF'],
])('%s pays in %s', (country, currency) => {
  expect(usualCurrency(country as never)).toBe(currency)
})

test('every country but those nobody trades in has a currency that exists', () => {
  expect(countries.filter((country) => usualCurrency(country) === null)).toEqual(['AQ', 'GS'])
})

test.each([
  ['ES', ['Africa/Ceuta', 'Atlantic/Canary', 'Europe/Madrid'], 'Asia/Shanghai', 'Europe/Madrid'],
  ['ES', ['Africa/Ceuta', 'Atlantic/Canary', 'Europe/Madrid'], 'Atlantic/Canary', 'Atlantic/Canary'],
  ['FR', ['Europe/Paris'], 'Europe/Madrid', 'Europe/Paris'],
  ['FR', [], 'Europe/Madrid', 'Europe/Madrid'],
])('%s with %s on a device in %s: %s', (country, inCountry, device, zone) => {
  expect(usualTimeZone(country as never, inCountry, device)).toBe(zone)
})
