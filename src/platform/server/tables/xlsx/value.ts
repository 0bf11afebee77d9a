import type { NumberStyle } from './styles.ts'

const DAY = 86_400
/** 9999-12-31, the last day Excel knows, in the 1900 system. */
const LAST = 2_958_465

/**
 * The text of a number cell: a day as 2024-05-01, a moment as 2024-05-01T09:30:00, a time as 09:30:00,
 * else the number as a person sees it. `from1904`: the workbook counts days from 1904.
 */
export function shown(raw: string, style: NumberStyle, from1904: boolean): string {
  const text = raw.trim()
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) return text
  if (style.as === 'number') return plainNumber(text)
  if (style.as === 'padded')
    return Number.isInteger(number) && number >= 0
      ? plainNumber(text).padStart(style.digits, '0')
      : plainNumber(text)
  return dated(number, style.as, from1904) ?? plainNumber(text)
}

function dated(serial: number, as: 'day' | 'moment' | 'time', from1904: boolean): string | undefined {
  const seconds = Math.round(serial * DAY)
  if (as === 'time') return seconds < 0 ? undefined : clock(seconds)
  const day = as === 'day' ? Math.floor(serial) : Math.floor(seconds / DAY)
  const iso = isoDay(day, from1904)
  const rest = seconds - day * DAY
  return iso === undefined || as === 'day' || rest === 0 ? iso : `${iso}T${clock(rest)}`
}

/**
 * Day number → ISO day. The 1900 system holds a 29 February 1900 that never was (as Lotus did), so days
 * before it lie one further on; that day itself is given as written and fails as a date later.
 */
function isoDay(day: number, from1904: boolean): string | undefined {
  if (day > LAST || day < (from1904 ? 0 : 1)) return undefined
  if (from1904) return iso(Date.UTC(1904, 0, 1) + day * DAY * 1000)
  if (day === 60) return '1900-02-29'
  return iso(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY * 1000)
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

const two = (part: number) => String(Math.floor(part)).padStart(2, '0')

function clock(seconds: number): string {
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
}

/**
 * A number without the noise of binary fractions (0.30000000000000004 → 0.3: Excel shows 15 digits) and
 * without exponent. Whole numbers that fit stay to the last digit.
 */
export function plainNumber(text: string): string {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return String(number === 0 ? 0 : number)
  const rounded = Number(number.toPrecision(15))
  const [mantissa = '', exponent = '0'] = String(Number.isFinite(rounded) ? rounded : number).split('e')
  const shift = Number(exponent)
  if (shift === 0) return mantissa
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(mantissa) ?? []
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`
  return `${sign}${whole}${fraction.padEnd(shift, '0')}`
}
