/** For so many days a removed document can be brought back; then its content is deleted. */
export const daysToRestore = 30
export const mostPerCustomer = 500
export const mostBytes = 25_000_000
export const mostThumbnailBytes = 100_000

const pictures: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp'])

/** Whether a browser can show it in a page. HEIC is kept, but few browsers show it. */
export function isShownInline(kind: string): boolean {
  return pictures.has(kind)
}

type State = { readonly addedBy: string | null; readonly removed: boolean; readonly gone: boolean }
type Asker = { readonly personId: string | null; readonly may: readonly string[] }

/** What somebody who sees the customer can do with a document: their own, or any when they may change protected fields. */
export function actionsOn(document: State, asker: Asker): ('remove' | 'restore')[] {
  const isOwn = document.addedBy !== null && document.addedBy === asker.personId
  const may =
    asker.may.includes('customers.change') && (isOwn || asker.may.includes('customers.change.protected'))
  if (!may || document.gone) return []
  return document.removed ? ['restore'] : ['remove']
}

/** Under which key the content of a document lies in the store. */
export function fileKey(id: string): string {
  return `documents/${id}/file`
}

export function thumbnailKey(id: string): string {
  return `documents/${id}/thumbnail`
}
