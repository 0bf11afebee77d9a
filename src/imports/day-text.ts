import { type Day, dayFromNumber, dayOf } from '../values/day.ts'
import { foldText } from '../values/text.ts'

/** How a file writes days. 'serial' counts days since 30 December 1899, as spreadsheets keep them. */
export type DayFormat = 'y-m-d' | 'd/m/y' | 'm/d/y' | 'serial'
export const dayFormats: readonly DayFormat[] = ['y-m-d', 'd/m/y', 'm/d/y', 'serial']

const months = new Map<string, number>()
const monthNames = [
  'jan january ene enero januar janvier gennaio janeiro',
  'feb february febrero februar fevrier febbraio fevereiro',
  'mar march marzo marz mars marco',
  'apr april abr abril avril aprile',
  'may mayo mai maggio maio',
  'jun june junio juni juin giugno junho',
  'jul july julio juli juillet luglio julho',
  'aug august ago agosto aout',
  'sep sept september septiembre setiembre septembre settembre setembro',
  'oct october octubre oktober octobre ottobre outubro okt',
  'nov november noviembre novembre novembro',
  'dec december dic diciembre dezember decembre dicembre dezembro dez',
]
monthNames.forEach((names, at) => {
  for (const name of names.split(' ')) months.set(name, at + 1)
})

/** Two-digit years are 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text)
  return text.length > 2 ? year : year + (year < 70 ? 2000 : 1900)
}

/** What stands after the day in many exports: ' 00:00:00', 'T09:30:00.000Z', ', 9:30 p. m.'. */
const time =
  /(?:[t,]?\s*|\s)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:z|[+-]\d{2}:?\d{2})?$/u

/**
 * Reads a day as files write it: '1996-07-04', '4/7/96', '04.07.1996 00:00', '4 jul 1996', '1996年7月4日', '19960704'.
 * A year of four digits in front and a month in letters say the order themselves; else `format` does. Null when it is no day.
 */
export function parseDayText(text: string, format: DayFormat): Day | null {
  const plain = foldText(text).replace(time, '')
  const first = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?$/u.exec(plain)
  if (first !== null) return dayOf(Number(first[1]), Number(first[2]), Number(first[3]))
  if (format === 'serial') {
    const serial = /^(\d{1,6})(?:[.,]\d+)?$/u.exec(plain)
    return serial === null || Number(serial[1]) < 61 || Number(serial[1]) > 200_000
      ? null
      : dayFromNumber(Number(serial[1]) - 25_569)
  }
  const packed = /^(\d{4})(\d{2})(\d{2})$/u.exec(plain)
  if (packed !== null) return dayOf(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  const parts = plain.split(/[\s\-/.,]+(?:de\s+|del\s+)?/u).filter((part) => part !== '')
  const number = /^\d{1,4}$/u
  const right =
    parts.length === 3 && parts.every((part, at) => number.test(part) || (at < 2 && months.has(part)))
  return right ? dayFromParts(parts as [string, string, string], format) : null
}

function dayFromParts([a, b, c]: [string, string, string], format: DayFormat): Day | null {
  const [first, second] = [months.get(a), months.get(b)]
  if (second !== undefined) return dayOf(fullYear(c), second, Number(a))
  if (first !== undefined) return dayOf(fullYear(c), first, Number(b))
  if (format === 'y-m-d') return dayOf(fullYear(a), Number(b), Number(c))
  return format === 'd/m/y'
    ? dayOf(fullYear(c), Number(b), Number(a))
    : dayOf(fullYear(c), Number(a), Number(b))
}

/**
 * The format in which every sample is a day; null when there is none. Where several fit (a column of '4/7/1996' only)
 * the earliest of `preferred` wins.
 */
export function guessDayFormat(
  samples: readonly string[],
  preferred: readonly DayFormat[] = dayFormats,
): DayFormat | null {
  const fits = (format: DayFormat) => samples.every((sample) => parseDayText(sample, format) !== null)
  return [...preferred, ...dayFormats].find(fits) ?? null
}
