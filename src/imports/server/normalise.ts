import { readPhone } from '../../platform/server/phones/read-phone.ts'
import { type Currency, parseCurrency } from '../../values/currency.ts'
import { isNothing, readCell } from '../cell.ts'
import type { Column, ImportOptions } from '../options.ts'
import type { CellProblem, Field, ImportTarget, Value, Values } from '../target.ts'

export type NormalRow = { readonly values: Values; readonly problems: readonly CellProblem[] }

type Reader = { readonly field: Field; readonly columns: readonly Column[] }

/** Countries and currencies first: phones and amounts of the row are read by them. */
const turn = (field: Field) =>
  field.kind === 'country' || field.kind === 'currency' ? 0 : field.kind === 'money' ? 1 : 2

/**
 * Reads the cells of a row by the mapping: values by name, and what is wrong. Made once for an import, because phones
 * are remembered: a file repeats them, and reading one takes as long as everything else in a row.
 */
export function makeReader(
  target: ImportTarget,
  columns: readonly Column[],
  options: ImportOptions,
): (cells: readonly string[]) => NormalRow {
  const readers = target.fields
    .map((field) => ({ field, columns: columns.filter((column) => column.field === field.name) }))
    .filter((reader) => reader.columns.length > 0)
    .toSorted((a, b) => turn(a.field) - turn(b.field))
  const e164 = makePhoneReader()
  const fallback = parseCurrency(options.currency) ?? ('EUR' as Currency)
  return (cells) => {
    const values: Record<string, Value> = {}
    const problems: CellProblem[] = []
    for (const reader of readers) {
      const text = textOf(reader, cells)
      if (text === null) continue
      const currency = (values['currency'] as Currency | undefined) ?? fallback
      const [first] = reader.columns
      if (first === undefined) continue
      const reading = readCell(text, reader.field, { number: first.number, day: first.day, currency })
      if ('problem' in reading) problems.push(reading.problem)
      else keep(values, reader.field, reading.values, currency)
      if (reader.field.kind === 'phone' && 'values' in reading)
        values[`${reader.field.name}_e164`] = e164(
          text,
          (values['country'] as string | undefined) ?? options.country,
        )
    }
    return { values, problems }
  }
}

/** The text of all columns that give the field together, in the order of the file; null when they say nothing. */
function textOf({ field, columns }: Reader, cells: readonly string[]): string | null {
  const said = columns.map((column) => cells[column.at] ?? '').filter((cell) => !isNothing(cell))
  if (said.length === 0) return null
  return field.join === undefined ? (said[0] ?? null) : said.map((part) => part.trim()).join(field.join)
}

function keep(
  values: Record<string, Value>,
  field: Field,
  read: Readonly<Record<string, Value>>,
  currency: Currency,
): void {
  if (field.kind !== 'money') {
    Object.assign(values, read)
    return
  }
  values[`${field.name}_minor`] = read[field.name] ?? null
  values['currency'] = currency
}

function makePhoneReader(): (text: string, country: string) => string | null {
  const known = new Map<string, string | null>()
  return (text, country) => {
    const asked = `${country} ${text}`
    const before = known.get(asked)
    if (before !== undefined) return before
    const reading = readPhone(text, country)
    const number = reading.state === 'unrecognised' ? null : reading.e164
    if (known.size >= 20_000) known.clear()
    known.set(asked, number)
    return number
  }
}
