import { sourceSignature } from './guess.ts'
import type { Column, Inspection } from './options.ts'
import { type Habits, formatsOf } from './suggest.ts'
import type { ImportTarget } from './target.ts'

/** A column's meaning as it is remembered for the next file of the source: by name, because the order may differ. */
export type RememberedColumn = Pick<Column, 'field' | 'rule' | 'number' | 'day'> & { readonly header: string }

export function toRemember(columns: readonly Column[], inspection: Inspection): RememberedColumn[] {
  return columns.map(({ at, field, rule, number, day }) => ({
    header: inspection.columns[at]?.header ?? '',
    field,
    rule,
    number,
    day,
  }))
}

/**
 * The meaning that was remembered, for the columns of this file; null when it no longer fits (a field is gone). How days and
 * numbers are written is looked at anew where the values tell, because the same program may have been set differently.
 */
export function recallColumns(
  remembered: readonly RememberedColumn[],
  inspection: Inspection,
  target: ImportTarget,
  habits: Habits,
): Column[] | null {
  const waiting = [...remembered]
  const columns: Column[] = []
  for (const [at, seen] of inspection.columns.entries()) {
    const name = sourceSignature([seen.header])
    const index = waiting.findIndex((one) => sourceSignature([one.header]) === name)
    const [known] = index === -1 ? [] : waiting.splice(index, 1)
    if (known === undefined) return null
    const field = target.fields.find((one) => one.name === known.field)
    if (known.field !== null && field === undefined) return null
    const formats = formatsOf(seen, field, { ...habits, number: known.number, day: known.day })
    columns.push({ at, field: known.field, rule: known.rule, ...formats })
  }
  return columns
}

/** An inspection without any cell of the file: once rows come in, only the names of the columns are needed. */
export function withoutCells(inspection: Inspection): Inspection {
  const columns = inspection.columns.map(({ header }) => ({ header, samples: [] }))
  return { ...inspection, columns, rows: [] }
}
