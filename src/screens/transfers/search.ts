/** What the address of a new transfer holds: whose book, or that customers were chosen before. */
export type TransferSearch = { book?: string; chosen?: true }

export function transferSearch(raw: Readonly<Record<string, unknown>>): TransferSearch {
  return {
    ...(typeof raw['book'] === 'string' ? { book: raw['book'] } : {}),
    ...(raw['chosen'] === true ? { chosen: true as const } : {}),
  }
}
