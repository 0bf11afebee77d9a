type Owned = { readonly personId: string }
type Told = Owned & { readonly returnsOn: string }
/** What one person is told: of how many customers, and the first day on which one returns. */
export type Sum = { readonly personId: string; readonly count: number; readonly on: string | null }

/** What each owner is told of a run: one thing a person, however many customers (rule 2.4). */
export function sumsByOwner(customers: readonly (Owned & { readonly returnsOn?: string })[]): Sum[] {
  return [...Map.groupBy(customers, ({ personId }) => personId)].map(([personId, own]) => ({
    personId,
    count: own.length,
    on: own.flatMap(({ returnsOn }) => returnsOn ?? []).toSorted()[0] ?? null,
  }))
}

/** What each manager is told of the same, of all their people together. */
export function sumsByManager(
  customers: readonly (Owned | Told)[],
  managers: ReadonlyMap<string, string>,
): Sum[] {
  return sumsByOwner(
    customers.flatMap((customer) => {
      const personId = managers.get(customer.personId)
      return personId === undefined ? [] : [{ ...customer, personId }]
    }),
  )
}
