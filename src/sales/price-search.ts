/** What the address of a price list may say. */
export type PriceSearch = { q?: string; which?: 'listed'; day?: string; page?: number }

/** Reads an address leniently: what isn't understood is left out. */
export function priceSearch(raw: Readonly<Record<string, unknown>>): PriceSearch {
  const { q, which, day } = raw
  const page = Number(raw['page'])
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
    ...(which === 'listed' ? { which } : {}),
    ...(typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? { day } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 100_000 ? { page } : {}),
  }
}
