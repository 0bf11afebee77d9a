/** What the address of the products' page may say. */
export type ProductSearch = { q?: string; category?: string; shows?: 'discontinued' | 'all'; page?: number }

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 120) : ''
}

/** Reads an address leniently: what isn't understood is left out. */
export function productSearch(raw: Readonly<Record<string, unknown>>): ProductSearch {
  const { q, category, shows } = raw
  const page = Number(raw['page'])
  return {
    ...(text(q) === '' ? {} : { q: text(q) }),
    // Products without a category are a category of their own, whose name is empty.
    ...(category === '' || text(category) !== '' ? { category: text(category) } : {}),
    ...(shows === 'discontinued' || shows === 'all' ? { shows } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 100_000 ? { page } : {}),
  }
}

/** The same as the API takes it. */
export function productQuery({ shows, ...search }: ProductSearch, size: number) {
  const discontinued =
    shows === 'all' ? ('all' as const) : shows === 'discontinued' ? ('true' as const) : ('false' as const)
  return { ...search, discontinued, size }
}
