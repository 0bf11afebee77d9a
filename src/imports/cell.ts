import { parseCountry } from '../values/country.ts'
import { type Currency, parseCurrency } from '../values/currency.ts'
import { type Point, pointOf } from '../values/geo.ts'
import { parsePoint } from '../values/geo-text.ts'
import { parseMoney } from '../values/money-text.ts'
import { type NumberFormat, numberFormats, parseNumber } from '../values/number-text.ts'
import { parsePercent } from '../values/percent.ts'
import { type Ratio, decimalText } from '../values/ratio.ts'
import { isRefusal } from '../values/refusal.ts'
import { wordsOf } from '../values/text.ts'
import { type DayFormat, parseDayText } from './day-text.ts'
import type { CellProblem, Field, FieldKind, Value } from './target.ts'

/** How a column writes its values. */
export type CellFormat = {
  readonly number: NumberFormat
  readonly day: DayFormat
  readonly currency: Currency
}
/** What a cell says: values by name, or what is wrong. */
export type CellReading =
  | { readonly values: Readonly<Record<string, Value>> }
  | { readonly problem: CellProblem }

const nothing = /^(?:null|\\n|#n\/a|n\/a|n\/d|s\/d|nil|none|-+|—+)?$/iu

/** Whether a cell says nothing: blank, or one of the marks that programs write for it. */
export function isNothing(text: string): boolean {
  return nothing.test(text.trim())
}

const yes = new Set('1 yes y true t si s verdadero v x ja oui sim ✓ ✔ 是 有 对'.split(' '))
const no = new Set('0 no n false f falso nein non nao 否 无 不 没有'.split(' '))

/** Text without control characters, in composed form; line ends stay only in `lines`. */
function cleanText(text: string, lines: boolean): string {
  const joined = lines ? text.replace(/\r\n?/gu, '\n') : text.replace(/\s+/gu, ' ')
  return joined
    .replace(lines ? /[^\P{Cc}\n\t]/gu : /\p{Cc}/gu, '')
    .normalize('NFC')
    .trim()
}

/** A decimal exactly, as short as it can be; null when it needs more than twelve places. */
function exactText(value: Ratio): string | null {
  for (let places = 0; places <= 12; places++) {
    if (10n ** BigInt(places) % value.denominator === 0n) return decimalText(value, places)
  }
  return null
}

type Answer = Value | Readonly<Record<string, Value>> | { readonly code: string }
const wrong = (code: string) => ({ code })
const isWrong = (answer: Answer): answer is { code: string } =>
  typeof answer === 'object' && answer !== null && 'code' in answer

const readers: Readonly<Record<FieldKind, (text: string, field: Field, format: CellFormat) => Answer>> = {
  text: (text) => cleanText(text, false),
  lines: (text) => cleanText(text, true),
  reference: (text) => cleanText(text, false),
  phone: (text) => (/\p{Nd}/u.test(text) ? cleanText(text, false) : wrong('not-a-phone')),
  email: (text) => {
    const address = cleanText(text, false).replace(/^mailto:/iu, '')
    return /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@.,;<>()"]+$/u.test(address) ? address : wrong('not-an-email')
  },
  integer: (text, _field, format) => {
    const value = parseNumber(text, format.number)
    if (isRefusal(value)) return wrong('not-a-number')
    const whole = Number(value.numerator)
    return value.denominator === 1n && Number.isSafeInteger(whole) ? whole : wrong('not-a-whole-number')
  },
  decimal: (text, _field, format) => {
    const value = parseNumber(text, format.number)
    return isRefusal(value) ? wrong('not-a-number') : (exactText(value) ?? wrong('too-many-decimals'))
  },
  // 5, 5 % and 0.05 all say five hundredths: a share above the whole is not meant.
  percent: (text, _field, format) => {
    const bare = text.includes('%') ? null : parseNumber(text, format.number)
    const isShare = bare !== null && !isRefusal(bare) && bare.numerator <= bare.denominator
    const value = isShare ? bare : parsePercent(text, format.number)
    return isRefusal(value) ? wrong('not-a-number') : (exactText(value) ?? wrong('too-many-decimals'))
  },
  money: (text, field, format) => {
    const amount = parseMoney(text, format.currency, format.number, field.rounds)
    if (isRefusal(amount)) return wrong(amount.refused)
    const minor = Number(amount.minor)
    return Number.isSafeInteger(minor) ? minor : wrong('too-large')
  },
  day: (text, _field, format) => parseDayText(text, format.day) ?? wrong('not-a-day'),
  country: (text) => parseCountry(text) ?? wrong('not-a-country'),
  currency: (text) => parseCurrency(text) ?? wrong('not-a-currency'),
  choice: (text, field) => choiceOf(text, field) ?? wrong('not-a-choice'),
  tags: (text) =>
    cleanText(text, false)
      .split(/[,;|，；、]/u)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  'yes-no': (text) => {
    const word = wordsOf(text).join(' ') || text.trim()
    return yes.has(word) ? true : no.has(word) ? false : wrong('not-yes-or-no')
  },
  latitude: (text, _field, format) =>
    halfPoint(text, format, 'latitude')?.latitude ?? wrong('not-a-latitude'),
  longitude: (text, _field, format) =>
    halfPoint(text, format, 'longitude')?.longitude ?? wrong('not-a-longitude'),
  point: (text) => {
    const point = parsePoint(text)
    return point === null ? wrong('not-a-point') : { latitude: point.latitude, longitude: point.longitude }
  },
}

const squeezed = (word: string) => wordsOf(word).join('')

function choiceOf(text: string, field: Field): string | null {
  const said = squeezed(text)
  for (const [value, words] of Object.entries(field.choices ?? {})) {
    if ([value, ...words].some((word) => squeezed(word) === said)) return value
  }
  return null
}

/** One coordinate alone: a decimal with point or comma, or degrees with their letter. */
function halfPoint(text: string, format: CellFormat, half: 'latitude' | 'longitude'): Point | null {
  for (const tried of [format.number, ...numberFormats]) {
    const value = parseNumber(text, tried)
    if (isRefusal(value)) continue
    const degrees = Number(value.numerator) / Number(value.denominator)
    const point = half === 'latitude' ? pointOf(degrees, 0) : pointOf(0, degrees)
    if (point !== null) return point
  }
  return parsePoint(half === 'latitude' ? `${text} 0°E` : `0°N ${text}`)
}

const texts: ReadonlySet<FieldKind> = new Set(['text', 'lines', 'email', 'reference', 'phone'])
const numbers: ReadonlySet<FieldKind> = new Set(['integer', 'decimal', 'percent', 'money'])

function mostOf(field: Field): number | undefined {
  return field.most ?? (texts.has(field.kind) ? (field.kind === 'lines' ? 4000 : 300) : undefined)
}

function boundsProblem(value: Answer, field: Field): string | null {
  const most = mostOf(field) ?? Number.POSITIVE_INFINITY
  if (texts.has(field.kind)) return String(value).length > most ? 'too-long' : null
  if (!numbers.has(field.kind)) return null
  if (field.least !== undefined && Number(value) < field.least) return 'too-small'
  return Number(value) > most ? 'too-large' : null
}

/** Reads one cell that says something. Phones get their E.164 later, on the server. */
export function readCell(text: string, field: Field, format: CellFormat): CellReading {
  const answer = readers[field.kind](text, field, format)
  const code = isWrong(answer) ? answer.code : boundsProblem(answer, field)
  if (code === null) {
    const several = typeof answer === 'object' && answer !== null && !Array.isArray(answer)
    return { values: several ? (answer as Record<string, Value>) : { [field.name]: answer as Value } }
  }
  const limit = code === 'too-small' ? field.least : mostOf(field)
  const facts = code.startsWith('too-') && limit !== undefined ? { facts: { limit } } : {}
  return { problem: { code, field: field.name, value: shortened(text), ...facts } }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text
}
