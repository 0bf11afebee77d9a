import { type TierKey, tierKeys } from './rules.ts'

/** What the address of the pool's page may say. */
export type PoolSearch = {
  view?: 'returning'
  shows?: 'map'
  q?: string
  tier?: TierKey
  page?: number
}

/** Reads an address; anything else in it is left out. */
export function poolSearch(raw: Readonly<Record<string, unknown>>): PoolSearch {
  const { view, shows, q, page } = raw
  const tier = tierKeys.find((known) => known === raw['tier'])
  const number = Number(page)
  return {
    ...(view === 'returning' ? { view } : {}),
    ...(shows === 'map' ? { shows } : {}),
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
    ...(tier === undefined ? {} : { tier }),
    ...(Number.isInteger(number) && number > 1 ? { page: number } : {}),
  }
}

/** How many stand on a page; on the map more. */
export function sizeOf({ shows }: PoolSearch): number {
  return shows === 'map' ? 100 : 25
}

/** The same as a question to the server. */
export function queryOf(search: PoolSearch) {
  const { q, tier, page } = search
  return {
    size: sizeOf(search),
    ...(q === undefined ? {} : { q }),
    ...(tier === undefined ? {} : { tier: [tier] }),
    ...(page === undefined ? {} : { page }),
  }
}

/** Whether only a part of the pool is asked for. */
export function isNarrowed({ q, tier }: PoolSearch): boolean {
  return q !== undefined || tier !== undefined
}
