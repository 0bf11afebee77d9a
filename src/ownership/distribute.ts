/** A customer that is to change hands: who owns it, and in whose territory it lies. */
export type Movable = {
  readonly customerId: string
  readonly ownerId: string | null
  readonly territoryId: string | null
}
/** Somebody who takes customers; `room` is how many more they may have, null any number. */
export type Successor = { readonly personId: string; readonly room: number | null }
/** Why a line has the successor it has, or none. */
export const lineReasons = [
  'round-robin',
  'territory',
  'by-hand',
  'all-full',
  'nobody-there',
  'not-chosen',
] as const
export type LineReason = (typeof lineReasons)[number]
export type Given = {
  readonly customerId: string
  readonly successorId: string | null
  readonly why: LineReason
}

/**
 * Gives the customers to the successors one by one in their order (rule 2.5): each to whoever has been given fewest and has
 * room, never to its owner. So 7 over three are 3, 2 and 2. Whom nobody can take has no successor, and then there is no
 * other way to place more of them.
 */
export function distribute(customers: readonly Movable[], successors: readonly Successor[]): Given[] {
  const takers = successors.map(({ personId, room }) => ({ personId, room: room ?? Infinity, has: 0 }))
  const open = (owner: string | null) =>
    takers.filter(({ personId, room, has }) => has < room && personId !== owner)
  const given: { customer: Movable; taker: (typeof takers)[number] | null }[] = []
  // Once only one person has room, customers that can't go there (their owner) take the place of others that can. From
  // then on only those given before are such others, so one look backwards through the list is enough for all.
  let back: number | null = null
  const otherFor = (owner: string) => {
    for (back ??= given.length; back > 0;) {
      back -= 1
      const one = given[back]
      if (one?.taker != null && one.taker.personId !== owner && one.customer.ownerId !== owner) return one
    }
    return null
  }
  for (const customer of customers) {
    const taker = fewest(open(customer.ownerId))
    const owner =
      taker ?? takers.find(({ personId, room, has }) => personId === customer.ownerId && has < room)
    const other = taker !== null || owner === undefined ? null : otherFor(owner.personId)
    given.push({ customer, taker: taker ?? other?.taker ?? null })
    if (other !== null && owner !== undefined) other.taker = owner
    if (owner !== undefined && (taker !== null || other !== null)) owner.has += 1
  }
  return given.map(({ customer: { customerId }, taker }) => ({
    customerId,
    successorId: taker?.personId ?? null,
    why: taker === null ? 'all-full' : 'round-robin',
  }))
}

function fewest<T extends { readonly has: number }>(takers: readonly T[]): T | null {
  return takers.reduce<T | null>((best, one) => (best === null || one.has < best.has ? one : best), null)
}

/**
 * Gives each customer to the salespeople of its territory, in turn within it; those of nobody's territory to the others
 * in turn. The owner of a customer is passed over.
 */
export function distributeByTerritory(
  customers: readonly Movable[],
  salespeople: ReadonlyMap<string, readonly string[]>,
  others: readonly Successor[],
): Given[] {
  const takersOf = ({ territoryId, ownerId }: Movable) =>
    (salespeople.get(territoryId ?? '') ?? []).filter((personId) => personId !== ownerId)
  const there = Map.groupBy(customers, (customer) =>
    takersOf(customer).length === 0 ? '' : (customer.territoryId ?? ''),
  )
  const answers = new Map<string, Given>()
  for (const [territoryId, inside] of there) {
    const takers =
      territoryId === ''
        ? others
        : (salespeople.get(territoryId) ?? []).map((personId) => ({ personId, room: null }))
    for (const one of distribute(inside, takers)) answers.set(one.customerId, named(one, territoryId, others))
  }
  return customers.flatMap(({ customerId }) => answers.get(customerId) ?? [])
}

function named(one: Given, territoryId: string, others: readonly Successor[]): Given {
  if (territoryId !== '') return { ...one, why: 'territory' }
  return others.length === 0 ? { ...one, why: 'nobody-there' } : one
}

/** Gives each customer to the person who was chosen for it by hand; a customer's owner can't be. */
export function distributeByHand(
  customers: readonly Movable[],
  chosen: ReadonlyMap<string, string>,
): Given[] {
  return customers.map(({ customerId, ownerId }) => {
    const successorId = chosen.get(customerId) ?? null
    return successorId === null || successorId === ownerId
      ? { customerId, successorId: null, why: 'not-chosen' }
      : { customerId, successorId, why: 'by-hand' }
  })
}
