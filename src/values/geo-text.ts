import { type Point, pointOf } from './geo.ts'

const decimalPair = /^([+-]?\d{1,3}(?:\.\d+)?)°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)°?$/u
const commaPair = /^([+-]?\d{1,3},\d+)°?\s*[;/\s]\s*([+-]?\d{1,3},\d+)°?$/u
const lettersAfter = /^([^NSEWO]+)([NSEWO])([^NSEWO]+)([NSEWO])$/iu
const lettersBefore = /^([NSEWO])([^NSEWO]+)([NSEWO])([^NSEWO]+)$/iu
const sexagesimal =
  /^[\s,;]*(\d{1,3}(?:[.,]\d+)?)(?:[\s°:]+(\d{1,2}(?:[.,]\d+)?))?(?:[\s':]+(\d{1,2}(?:[.,]\d+)?))?[\s°'",;]*$/u

const words: readonly [RegExp, string][] = [
  [/北纬/gu, 'N'],
  [/南纬/gu, 'S'],
  [/东经/gu, 'E'],
  [/西经/gu, 'W'],
  [/[º˚度]/gu, '°'],
  [/''/gu, '"'],
  [/[′’‘´分]/gu, "'"],
  [/[″”“秒]/gu, '"'],
  [/[−–]/gu, '-'],
]

/** Chinese words, typographic primes and full-width signs in their plain form. */
function plainText(text: string): string {
  let plain = text.replace(/[ºª˚´]/gu, (mark) => (mark === '´' ? "'" : '°')).normalize('NFKC')
  for (const [written, meant] of words) plain = plain.replace(written, meant)
  return plain.replace(/^\s*geo:([^;?]*).*$/iu, '$1').replace(/^[\s([]+|[\s)\]]+$/gu, '')
}

function degreesOf(text: string, letter: string): number {
  const found = sexagesimal.exec(text)
  if (found === null) return Number.NaN
  const [degrees = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part.replace(',', '.'))))
  if (minutes >= 60 || seconds >= 60) return Number.NaN
  const size = degrees + minutes / 60 + seconds / 3600
  return 'SWO'.includes(letter) ? 0 - size : size
}

/** 'O' is west in Spanish and French (oeste, ouest); latitude and longitude may come in either order. */
function pointFromHalves(one: string, oneLetter: string, other: string, otherLetter: string): Point | null {
  const [a, b] = [oneLetter.toUpperCase(), otherLetter.toUpperCase()]
  const oneIsLatitude = 'NS'.includes(a)
  if (oneIsLatitude === 'NS'.includes(b)) return null
  const [first, second] = [degreesOf(one, a), degreesOf(other, b)]
  return oneIsLatitude ? pointOf(first, second) : pointOf(second, first)
}

/**
 * Reads a point as people and maps write it: '40.4168, -3.7038', '40,4168; -3,7038', 'geo:40.4168,-3.7038',
 * '40°25′01″N 3°42′14″W', "N 40° 25.0167' W 3° 42.2333'", '北纬31°14′ 东经121°29′'. Bare pairs are latitude
 * first. Null when it is none of these or lies outside the earth.
 */
export function parsePoint(text: string): Point | null {
  const plain = plainText(text)
  const pair = decimalPair.exec(plain) ?? commaPair.exec(plain)
  if (pair !== null) {
    const [latitude = Number.NaN, longitude = Number.NaN] = pair
      .slice(1)
      .map((part) => Number(part.replace(',', '.')))
    return pointOf(latitude, longitude)
  }
  const after = lettersAfter.exec(plain)
  if (after !== null) {
    const [, one = '', oneLetter = '', other = '', otherLetter = ''] = after
    return pointFromHalves(one, oneLetter, other, otherLetter)
  }
  const before = lettersBefore.exec(plain)
  if (before === null) return null
  const [, oneLetter = '', one = '', otherLetter = '', other = ''] = before
  return pointFromHalves(one, oneLetter, other, otherLetter)
}
