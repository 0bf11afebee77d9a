import type { Existing } from '../target.ts'

/** Records as `load` answers them. */
export function byId(records: readonly Existing[]): Map<string, Existing> {
  return new Map(records.map((record) => [record.id, record]))
}

/** Which record each row means, as `find` answers it. */
export function idsByRow(found: readonly { row: number; id: string }[]): Map<number, string> {
  return new Map(found.map((one) => [one.row, one.id]))
}
