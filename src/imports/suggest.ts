import { guessNumberFormat, type NumberFormat } from '../values/number-text.ts'
import { isNothing } from './cell.ts'
import { type DayFormat, guessDayFormat } from './day-text.ts'
import { type SeenColumn, guessColumns } from './guess.ts'
import { possibleKeys } from './keys.ts'
import type { Column, ImportOptions } from './options.ts'
import type { Field, ImportTarget } from './target.ts'

const numeric = new Set(['integer', 'decimal', 'percent', 'money', 'latitude', 'longitude'])

/** What the company's country makes likely where a column of its own can't tell. */
export type Habits = { readonly number: NumberFormat; readonly day: DayFormat }

const commaCountries = new Set(
  `AR AT BE BO BR CL CO CR CZ DE DK EC ES FI FR GR HR HU ID IT LT LV NL NO PL PT PY RO RS RU SE SI SK TR UA UY VE VN`.split(
    ' ',
  ),
)
const yearFirst = new Set('CN HK HU JP KR LT MN SE TW'.split(' '))

/** How numbers and days are mostly written in a country. */
export function habitsOf(country: string): Habits {
  const number = commaCountries.has(country) ? '1.234,56' : country === 'CH' ? "1'234.56" : '1,234.56'
  const day = country === 'US' ? 'm/d/y' : yearFirst.has(country) ? 'y-m-d' : 'd/m/y'
  return { number, day }
}

/** The formats of one column, by its values; what they leave open is decided by habit. */
export function formatsOf(
  column: SeenColumn,
  field: Field | undefined,
  habits: Habits,
): Pick<Column, 'number' | 'day'> {
  const said = column.samples.filter((text) => !isNothing(text))
  const bare = said.map((text) => text.replace(/[\p{Sc}%]|\b[A-Za-z]{3}\b/gu, '').trim())
  const reads = field !== undefined && numeric.has(field.kind)
  // Coordinates and prices such as 52.520 would pass for thousands: one mark, used alike, is the decimal one.
  const decimal = reads ? guessDecimal(bare) : null
  return {
    number: decimal ?? (reads ? guessNumberFormat(bare, [habits.number]) : null) ?? habits.number,
    day: (field?.kind === 'day' ? guessDayFormat(said, [habits.day]) : null) ?? habits.day,
  }
}

/** A mark that no value has more than once, and after which not always three figures stand, is the decimal one. */
function guessDecimal(samples: readonly string[]): NumberFormat | null {
  const only = (mark: string, other: string) =>
    samples.some((text) => text.includes(mark)) &&
    samples.every((text) => !text.includes(other) && text.split(mark).length <= 2) &&
    samples.some((text) => text.includes(mark) && text.split(mark)[1]?.replace(/\D/gu, '').length !== 3)
  if (only('.', ',')) return '1,234.56'
  return only(',', '.') ? '1.234,56' : null
}

/** What the columns most likely mean, with their formats (rule 1.6). */
export function suggestColumns(
  columns: readonly SeenColumn[],
  target: ImportTarget,
  habits: Habits,
): Column[] {
  const { fields } = guessColumns(columns, target)
  return columns.map((column, at) => {
    const name = fields[at] ?? null
    const field = target.fields.find((one) => one.name === name)
    return { at, field: name, rule: 'overwrite', ...formatsOf(column, field, habits) }
  })
}

/** The options a first import starts with. */
export function suggestOptions(
  columns: readonly Column[],
  target: ImportTarget,
  company: { readonly country: string; readonly currency: string },
): ImportOptions {
  const fields = new Set(columns.flatMap((column) => column.field ?? []))
  return {
    mode: 'both',
    keys: possibleKeys(target, fields)
      .filter((key) => key.onlyChosen !== true)
      .map((key) => key.name),
    country: company.country,
    currency: company.currency,
    datum: 'WGS-84',
    emptyCells: 'keep',
    badCells: 'reject',
    likelyDuplicates: 'leave',
  }
}
