import { describe, expect, test } from 'vitest'
import { countries, countryOfAlpha3, parseCountry } from './country.ts'

describe('countries', () => {
  test.each([
    ['ES', 'ES'],
    ['esp', 'ES'],
    ['Spain', 'ES'],
    ['España', 'ES'],
    ['ESPANA', 'ES'],
    ['西班牙', 'ES'],
    ['Espanya', 'ES'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['United Kingdom', 'GB'],
    ['Scotland', 'GB'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['EE. UU.', 'US'],
    ['Estados Unidos', 'US'],
    ['美国', 'US'],
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['Alemania', 'DE'],
    ['Österreich', 'AT'],
    ['México', 'MX'],
    ['Mexico', 'MX'],
    ['墨西哥', 'MX'],
    ['Holland', 'NL'],
    ['Schweiz', 'CH'],
    ['Suisse', 'CH'],
    ['Brasil', 'BR'],
    ['Sverige', 'SE'],
    ['Danmark', 'DK'],
    ['Suomi', 'FI'],
    ['Polska', 'PL'],
    ['Россия', 'RU'],
    ['中国', 'CN'],
    ['中國', 'CN'],
    ['PRC', 'CN'],
    ['台湾', 'TW'],
    ['臺灣', 'TW'],
    ['香港', 'HK'],
    ['日本', 'JP'],
    ['대한민국', 'KR'],
    ['Côte d’Ivoire', 'CI'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Guinea', 'GN'],
    ['Guinea Ecuatorial', 'GQ'],
    ['Dominica', 'DM'],
    ['República Dominicana', 'DO'],
    ['Atlantis', null],
    ['', null],
    ['ZZ', null],
    ['—', null],
  ])('%j is %j', (text, country) => {
    expect(parseCountry(text)).toBe(country)
  })

  test('codes of three letters', () => {
    expect(countryOfAlpha3('ESP')).toBe('ES')
    expect(countryOfAlpha3('CHN')).toBe('CN')
    expect(countryOfAlpha3('XYZ')).toBeNull()
  })

  test('every country is understood by its code and its name in the three languages', () => {
    expect(countries.length).toBe(250)
    for (const language of ['en', 'es', 'zh']) {
      const spoken = new Intl.DisplayNames(language, { type: 'region' })
      for (const country of countries) expect(parseCountry(spoken.of(country) ?? '')).toBe(country)
    }
    for (const country of countries) expect(parseCountry(country.toLowerCase())).toBe(country)
  })
})
