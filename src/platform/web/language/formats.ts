import { minorDigits, parseCurrency } from '../../../values/currency.ts'
import { amountText, money as moneyOf } from '../../../values/money.ts'
import type { DecimalMark } from '../../../values/typed-amount.ts'

export type FormatSettings = {
  /** Of the person: es, en, zh. */
  readonly language: string
  /** Of the company: country code (1.234,5 or 1,234.5), IANA time zone, today as it says. */
  readonly country: string
  readonly timeZone: string
  readonly today: string
  /** 0 Sunday to 6 Saturday. */
  readonly weekStart: number
}
export type Formats = ReturnType<typeof createFormats>

const dayMs = 86_400_000

/** How days, instants, numbers and money are written for a person of a company. */
export function createFormats({ language, country, timeZone, today, weekStart }: FormatSettings) {
  const locale = `${language}-${country}`
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const dayText = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const dayWithWeekday = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const instantText = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const monthText = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' })
  const timeText = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const decimalMark: DecimalMark = number.format(1.5).includes(',') ? ',' : '.'
  return {
    locale,
    /** The company's calendar day, and on which day its weeks begin (0 Sunday). */
    today,
    weekStart,
    /** 3 may 2026. Takes 'YYYY-MM-DD'. */
    day: (day: string) => dayText.format(at(day)),
    /** domingo, 3 de mayo */
    weekday: (day: string) => dayWithWeekday.format(at(day)),
    /** may 26. Takes 'YYYY-MM'. */
    month: (month: string) => monthText.format(at(`${month}-01`)),
    /** hace 5 días, mañana; from the company's today. Takes 'YYYY-MM-DD'. */
    fromToday: (day: string) =>
      since(relative, (at(day).getTime() - at(today).getTime()) / 1000, dayMs / 1000),
    /** 3 may 2026, 14:05 in the company's time zone. Takes an ISO instant. */
    instant: (instant: string) => instantText.format(new Date(instant)),
    /** 14:05 in the company's time zone. Takes an ISO instant. */
    time: (instant: string) => timeText.format(new Date(instant)),
    /** hace 5 minutos */
    ago: (instant: string, now = Date.now()) => since(relative, (Date.parse(instant) - now) / 1000, 1),
    number: (value: number) => number.format(value),
    /** What stands before decimals in an amount that is typed. */
    decimalMark,
    /** Takes a fraction: 0.25 is 25 %. */
    percent: (fraction: number) => percent.format(fraction),
    /** Takes integer minor units and an ISO code; exact (rule 5.2). */
    money: (minor: number | bigint, currency: string) => {
      const known = parseCurrency(currency)
      if (known === null) throw new RangeError(`${currency} is no currency`)
      const text = amountText(moneyOf(BigInt(minor), known)) as `${number}`
      return new Intl.NumberFormat(locale, { style: 'currency', currency: known }).format(text)
    },
    /** 1,2 mill. €: for the axis of a chart. Takes minor units, and may be off by what is rounded away. */
    moneyShort: (minor: number, currency: string) => {
      const known = parseCurrency(currency)
      if (known === null) throw new RangeError(`${currency} is no currency`)
      const short = {
        style: 'currency',
        currency: known,
        notation: 'compact',
        maximumFractionDigits: 1,
      } as const
      return new Intl.NumberFormat(locale, { ...short, minimumFractionDigits: 0 }).format(
        minor / 10 ** minorDigits(known),
      )
    },
    list: (words: readonly string[]) => list.format(words),
  }
}

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

/** The largest unit that counts at least one; nothing finer than `finest` seconds. Weeks only from two on. */
function since(relative: Intl.RelativeTimeFormat, seconds: number, finest: number): string {
  const size = Math.abs(seconds)
  const step = steps.find(
    ([unit, length]) => size >= (unit === 'week' ? 2 * length : length) && length >= finest,
  )
  const [unit, length] = step ?? steps.find(([, length]) => length === finest) ?? ['second', 1]
  return relative.format(Math.trunc(seconds / length), unit)
}
