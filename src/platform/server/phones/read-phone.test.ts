import * as fc from 'fast-check'
import { getCountries, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, test } from 'vitest'
import { parseCountry } from '../../../values/country.ts'
import { phoneDigits, splitPhones } from './plain-phone.ts'
import { readPhone, readPhones } from './read-phone.ts'

function summary(raw: string, country: string | null): string {
  const phone = readPhone(raw, country)
  if (phone.state === 'unrecognised') return phone.problem
  const extension = phone.extension === null ? '' : ` ext ${phone.extension}`
  return `${phone.e164}${extension} ${phone.state}${phone.renumbered ? ' renumbered' : ''}`
}

describe('phones as files write them', () => {
  test.each([
    ['030-0071234', 'Germany', '+49300071234 valid'],
    ['(5) 555-1234', 'Mexico', 'not-of-this-country'],
    ['(171) 555-1234', 'UK', '+442075551234 valid renumbered'],
    ['(0171) 555 1234', 'GB', '+442075551234 valid renumbered'],
    ['(81) 555-1234', 'UK', '+442085551234 valid renumbered'],
    ['0921-11 22 33', 'Sweden', '+46921112233 valid'],
    ['88.11.22.33', 'France', 'not-of-this-country'],
    ['(1) 42.11.22.33', 'France', '+33142112233 valid'],
    ['07-98 11 22', 'Norway', '+4707981122 possible'],
    ['2967 321', 'Ireland', '+3532967321 valid'],
    ['(071) 23 45 67 89 10', 'Belgium', 'too-long'],
    ['(02) 201 11 22', 'Belgium', '+3222011122 valid'],
    ['(206) 555-1234', 'USA', '+12065551234 valid'],
    ['(1) 135-1234', 'Argentina', '+541141351234 valid renumbered'],
    ['(1) 354-1234', 'Portugal', '+351213541234 valid renumbered'],
    ['90-224 1234', 'Finland', '+35892241234 valid renumbered'],
    ['(91) 555 11 22', 'Spain', '+34915551122 valid'],
    ['91 555 11 22', 'España', '+34915551122 valid'],
    ['044 55 5555 1234', '墨西哥', '+525555551234 valid renumbered'],
    ['+52 1 55 5555 1234', 'MX', '+525555551234 valid renumbered'],
    ['(11) 555-1234', 'Brasil', '+55115551234 possible'],
    ['0755-8888 8888', '中国', '+8675588888888 valid'],
    ['138 0013 8000', 'CN', '+8613800138000 valid'],
    ['0755-88888888转8012', 'CN', '+8675588888888 ext 8012 valid'],
    ['0755-88888888（分机 12）', 'CN', '+8675588888888 ext 12 valid'],
    ['02-2345 6789', '台湾', '+886223456789 valid'],
    ['+34 915 551 122 (oficina)', null, '+34915551122 valid'],
    ['Tel.: 915 551 122', 'ES', '+34915551122 valid'],
    ['Móvil 600 123 456', 'ES', '+34600123456 valid'],
    ['tel:+34-915-551-122;ext=5', null, '+34915551122 ext 5 valid'],
    ['915 551 122 ext. 12', 'ES', '+34915551122 ext 12 valid'],
    ['915551122 anexo 12', 'ES', '+34915551122 ext 12 valid'],
    ['+44 (0)20 7946 0018', 'ES', '+442079460018 valid'],
    ['0034 915551122', 'ES', '+34915551122 valid'],
    ['0034 915551122', 'US', '+34915551122 valid'],
    ['011 34 915551122', 'US', '+34915551122 valid'],
    ['＋３４ ９１５ ５５１ １２２', null, '+34915551122 valid'],
    ['915\u00a0551\u200b122', 'ES', '+34915551122 valid'],
    ['915551122.0', 'ES', '+34915551122 valid'],
    ['="915551122"', 'ES', '+34915551122 valid'],
    ["'915551122", 'ES', '+34915551122 valid'],
    ['9.15551E+08', 'ES', 'digits-lost-by-a-spreadsheet'],
    ['915 551 122', null, 'country-needed'],
    ['915 551 122', 'Atlantis', 'country-needed'],
    ['112', 'ES', 'too-short'],
    ['1', 'ES', 'too-short'],
    ['no tiene', 'ES', 'not-a-number'],
    ["<script>alert('1')</script>", 'ES', 'not-a-number'],
    ['  ', 'ES', 'empty'],
    ['1'.repeat(60), 'ES', 'too-long'],
  ])('%j in %j is %s', (raw, country, expected) => {
    expect(summary(raw, country)).toBe(expected)
  })

  test.each([
    ['030-1234567 / 030-1234568', 2],
    ['915551122; 915551123', 2],
    ['915551122, 915551123 y 600123456', 3],
    ['915551122、915551123', 2],
    ['(206) 555-1234 ext. 5', 1],
    ['030/1234567', 1],
    ['', 0],
  ])('%j holds %i', (cell, count) => {
    expect(splitPhones(cell)).toHaveLength(count)
    expect(readPhones(cell, 'ES')).toHaveLength(count)
  })

  test('the raw text always survives, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('ES', 'UK', 'China', 'x', null),
        (raw, country) => {
          const phone = readPhone(raw, country)
          expect(phone.raw).toBe(raw)
          if (phone.state !== 'unrecognised') expect(phone.e164).toMatch(/^\+\d{5,15}$/u)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('every country’s example is read in each of the ways people write it, and again from its E.164', () => {
    for (const country of getCountries()) {
      if (parseCountry(country) === null) continue
      const example = getExampleNumber(country, examples)
      if (example === undefined) continue
      const spellings = [
        example.number,
        example.formatInternational(),
        example.formatNational(),
        example.formatNational().replace(/\D/gu, '.'),
      ]
      for (const written of spellings) expect(summary(written, country)).toBe(`${example.number} valid`)
      expect(summary(example.number, null)).toBe(`${example.number} valid`)
    }
  })

  test('digits for searching', () => {
    expect(phoneDigits('+34 (91) 555-11 22')).toBe('34915551122')
  })
})
