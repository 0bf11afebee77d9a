import type { Point } from '../values/geo.ts'

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
