import { type CustomerField, columnsOf, fieldOfColumn, valueIn } from './fields.ts'

export type ColumnChanges = Readonly<Record<string, readonly [unknown, unknown]>>
export type FieldChange = { field: string; from: unknown; to: unknown }

/** A history entry's columns as the fields that a person knows: latitude and longitude are one change of the location. */
export function changesShown(columns: ColumnChanges): FieldChange[] {
  const fields = [...new Set(Object.keys(columns).map(fieldOfColumn))]
  const before = Object.fromEntries(Object.entries(columns).map(([name, [from]]) => [name, from]))
  const after = Object.fromEntries(Object.entries(columns).map(([name, [, to]]) => [name, to]))
  return fields.map((field) => {
    if (isCustomerField(field) && columnsOf[field][0] in columns) {
      return { field, from: valueIn(before, field), to: valueIn(after, field) }
    }
    const column = Object.keys(columns).find((name) => fieldOfColumn(name) === field) ?? field
    return { field, from: before[column] ?? null, to: after[column] ?? null }
  })
}

function isCustomerField(field: string): field is CustomerField {
  return Object.hasOwn(columnsOf, field)
}
