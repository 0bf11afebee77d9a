import { isUuid } from '../values/id.ts'
import { type Bucket, buckets } from './ageing.ts'

/** What the address of the list of debts may say. */
export type AgeingSearch = {
  q?: string
  person?: string
  team?: string
  territory?: string
  bucket?: Bucket | 'overdue'
  overLimit?: 'yes'
  page?: number
}

/** One of the words for how late something is. */
export function agesOf(value: unknown): Bucket | 'overdue' | undefined {
  return value === 'overdue' ? value : buckets.find((one) => one === value)
}

/** Reads it from the address; anything else is left out. */
export function ageingSearch(search: Record<string, unknown>): AgeingSearch {
  const { q, page } = search
  const bucket = agesOf(search['bucket'])
  const ids = Object.fromEntries(
    ['person', 'team', 'territory'].flatMap((name) => {
      const id = search[name]
      return typeof id === 'string' && isUuid(id) ? [[name, id]] : []
    }),
  )
  return {
    ...ids,
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
    ...(bucket === undefined ? {} : { bucket }),
    ...(search['overLimit'] === 'yes' ? { overLimit: 'yes' } : {}),
    ...(typeof page === 'number' && Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
