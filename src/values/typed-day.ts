import { type Day, dayOf, parseDay } from './day.ts'

/**
 * A day as somebody types it: '2026-05-03', or numbers in the order of the locale ('3/5/2026', '3.5.26', '2026年5月3日').
 * Two digits of a year mean the nearest to `today`. Null when it is no day.
 */
export function readTypedDay(text: string, locale: string, today: string): Day | null {
  const plain = text.trim()
  const iso = parseDay(plain)
  if (iso !== null) return iso
  const numbers = plain.match(/\d+/g)?.map(Number) ?? []
  if (numbers.length !== 3 || /[^\d\s/.\-年月日]/.test(plain)) return null
  const order = orderOf(locale)
  const part = (name: 'year' | 'month' | 'day') => numbers[order.indexOf(name)] ?? 0
  return dayOf(wholeYear(part('year'), today), part('month'), part('day'))
}

function orderOf(locale: string): string[] {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(0)
  return parts.map((part) => part.type).filter((type) => ['year', 'month', 'day'].includes(type))
}

function wholeYear(year: number, today: string): number {
  if (year > 99) return year
  const now = Number(today.slice(0, 4))
  const near = Math.floor(now / 100) * 100 + year
  if (near - now > 50) return near - 100
  return now - near >= 50 ? near + 100 : near
}
