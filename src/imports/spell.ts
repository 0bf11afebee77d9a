import { type Currency, parseCurrency } from '../values/currency.ts'
import { amountText } from '../values/money.ts'
import type { Field, Value, Values } from './target.ts'

/** Fields that a file of an export has a column for; coordinates have two of their own. */
export function exportedFields(fields: readonly Field[]): Field[] {
  return fields.filter((field) => field.kind !== 'point')
}

/** A kept value of a record as a file says it, so that reading it gives the same value again; null for nothing. */
export function exportedValue(field: Field, values: Values): string | number | null {
  const value = values[field.name] ?? null
  if (field.kind === 'money') {
    const minor = values[`${field.name}_minor`] ?? null
    const currency = parseCurrency(String(values['currency'] ?? '')) as Currency | null
    return minor === null || currency === null ? null : amountText({ minor: BigInt(Number(minor)), currency })
  }
  return said(value)
}

function said(value: Value): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.join(', ')
}
