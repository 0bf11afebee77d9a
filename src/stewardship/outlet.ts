import type { Point } from '../values/geo.ts'
import { foldText } from '../values/text.ts'

/**
 * What two outlets are compared by (rule 1.7). A draft that is still being typed has the same shape, with what isn't
 * known yet left null or empty.
 */
export type Outlet = {
  readonly name: string
  readonly legalName: string | null
  readonly taxId: string | null
  /** E.164, the outlet's own and its contacts'. */
  readonly phones: readonly string[]
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  /** Null when unknown. A looked-up city is `approximate` and says nothing about distance (rule 1.1). */
  readonly place: (Point & { readonly accuracyMetres: number | null; readonly approximate: boolean }) | null
  readonly id: string | null
  readonly parentId: string | null
}

/** Whether two outlets belong to one chain: then a head office's phone and tax id are no sign of a double entry. */
export function sameChain(a: Outlet, b: Outlet): boolean {
  if (a.parentId !== null && a.parentId === b.parentId) return true
  return (a.parentId !== null && a.parentId === b.id) || (b.parentId !== null && b.parentId === a.id)
}

const vatCountry =
  /^(?:at|be|bg|ch|cy|cz|de|dk|ee|el|es|fi|fr|gb|gr|hr|hu|ie|it|lt|lu|lv|mt|nl|pl|pt|ro|se|si|sk|xi)(?=[a-z]?\d{6,})/u

/**
 * A tax id for comparing: letters and digits alone, and without the country that a VAT number begins with, so that
 * 'ES-B1234567' and 'b1234567' are equal. Empty when there is none.
 */
export function taxIdForComparing(taxId: string | null): string {
  const plain = foldText(taxId ?? '').replace(/[^\p{L}\p{N}]/gu, '')
  return plain.replace(vatCountry, '')
}
