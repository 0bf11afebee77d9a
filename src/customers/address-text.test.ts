import { expect, test } from 'vitest'
import { addressText } from './address-text.ts'

const nothing = { street: null, postalCode: null, city: null, region: null, country: null }

test.each([
  [nothing, null, ''],
  [
    { street: 'Ronda Norte, 10', postalCode: '12022', city: 'Castellón', region: 'Castellón', country: 'ES' },
    'España',
    'Ronda Norte, 10, 12022 Castellón, España',
  ],
  [
    { street: '人民路128号', postalCode: '518583', city: '深圳', region: '广东', country: 'CN' },
    '中国',
    '中国 广东 深圳 人民路128号 518583',
  ],
  [
    { street: '12 Mill Lane', postalCode: 'SW1A 1AA', city: 'London', region: null, country: 'GB' },
    null,
    '12 Mill Lane, London, SW1A 1AA',
  ],
  [
    { street: '722 DaVinci Blvd.', postalCode: '97219', city: 'Portland', region: 'OR', country: 'US' },
    null,
    '722 DaVinci Blvd., Portland, OR 97219',
  ],
  [{ ...nothing, city: 'Lyon' }, 'Francia', 'Lyon, Francia'],
])('%j reads %j %j', (address, country, text) => {
  expect(addressText(address, country)).toBe(text)
})
