import {
  type CountryCode,
  isSupportedCountry,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/max'
import { parseCountry } from '../../../values/country.ts'
import { renumbered } from './old-plans.ts'
import { hasLostDigits, plainPhone, splitPhones } from './plain-phone.ts'

export type PhoneProblem =
  | 'empty'
  | 'not-a-number'
  | 'too-short'
  | 'too-long'
  | 'country-needed'
  | 'digits-lost-by-a-spreadsheet'
  | 'not-of-this-country'

/**
 * What could be made of a phone as written. `raw` is always kept: a number is never lost nor refused for being
 * odd (docs/decisions/0011). 'valid': the plan of its country has such numbers; 'possible': only the length fits.
 */
export type PhoneReading =
  | {
      readonly raw: string
      readonly state: 'valid' | 'possible'
      readonly e164: string
      readonly national: string
      readonly extension: string | null
      /** ISO 3166-1 alpha-2 of the number itself; null where several countries share the prefix. */
      readonly country: string | null
      /** Whether it was written in an abolished plan and is given here as it is dialled today. */
      readonly renumbered: boolean
    }
  | { readonly raw: string; readonly state: 'unrecognised'; readonly problem: PhoneProblem }

function parse(text: string, country: CountryCode | null): PhoneNumber | PhoneProblem {
  try {
    return parsePhoneNumberWithError(text, country === null ? {} : { defaultCountry: country })
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    if (error.message === 'TOO_SHORT') return 'too-short'
    if (error.message === 'TOO_LONG') return 'too-long'
    return error.message === 'INVALID_COUNTRY' ? 'country-needed' : 'not-a-number'
  }
}

/** '0049 30 …' is international nearly everywhere, also where another prefix is dialled. */
function parseAnyPrefix(text: string, country: CountryCode | null): PhoneNumber | PhoneProblem {
  const asWritten = parse(text, country)
  if (!/^00[1-9]/u.test(text) || (typeof asWritten !== 'string' && asWritten.isValid())) return asWritten
  const international = parse(`+${text.slice(2)}`, country)
  return typeof international !== 'string' && international.isPossible() ? international : asWritten
}

function reading(raw: string, number: PhoneNumber, isRenumbered: boolean): PhoneReading {
  return {
    raw,
    state: number.isValid() ? 'valid' : 'possible',
    e164: number.number,
    national: number.formatNational().replace(/ ext\. \d+$/u, ''),
    extension: number.ext ?? null,
    country: number.country ?? null,
    renumbered: isRenumbered,
  }
}

function problemOf(found: PhoneNumber | PhoneProblem, plain: string): PhoneProblem {
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  if (letters > (plain.match(/\d/gu)?.length ?? 0)) return 'not-a-number'
  if (typeof found === 'string') return found
  const length = found.nationalNumber.length
  return length < 7 ? 'too-short' : length > 10 ? 'too-long' : 'not-of-this-country'
}

/** Reads one phone. `country` is an ISO code or a name in any language served; null when the file has none. */
export function readPhone(raw: string, country: string | null): PhoneReading {
  const unrecognised = (problem: PhoneProblem): PhoneReading => ({ raw, state: 'unrecognised', problem })
  const plain = plainPhone(raw)
  if (plain === '') return unrecognised('empty')
  if (hasLostDigits(raw)) return unrecognised('digits-lost-by-a-spreadsheet')
  const code = country === null ? null : parseCountry(country)
  const home = code !== null && isSupportedCountry(code) ? code : null
  const found = parseAnyPrefix(plain, home)
  if (typeof found !== 'string' && found.isValid()) return reading(raw, found, false)
  const today = home === null ? null : renumbered(plain, home)
  const moved = today === null ? null : parse(today, home)
  if (moved !== null && typeof moved !== 'string' && moved.isValid()) return reading(raw, moved, true)
  const fits = typeof found !== 'string' && found.isPossible()
  return fits ? reading(raw, found, false) : unrecognised(problemOf(found, plain))
}

/** Reads every phone in a cell, which may hold several; an empty cell has none. */
export function readPhones(cell: string, country: string | null): PhoneReading[] {
  return splitPhones(cell).map((raw) => readPhone(raw, country))
}
