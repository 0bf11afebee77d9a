import type { Tx } from '../../platform/server/database/connect.ts'
import { type Facts, type Named, kindsByName } from '../kinds.ts'

/** How things are called, by id: those that the asker may see. One function a kind of thing, given by the program. */
export type Namers = Readonly<Record<Named, (tx: Tx, ids: readonly string[]) => Promise<Map<string, string>>>>

type Nameable = { readonly kind: string; readonly facts: Facts }

/** Each notice with the names of what its facts stand for; one question a kind of thing. */
export async function withNames<N extends Nameable>(
  tx: Tx,
  namers: Namers,
  notices: readonly N[],
): Promise<(N & { names: Record<string, string | null> })[]> {
  const wanted: Record<Named, Set<string>> = { person: new Set(), customer: new Set() }
  for (const notice of notices) for (const [, what, id] of idsIn(notice)) wanted[what].add(id)
  const known = {
    person: await namers.person(tx, [...wanted.person]),
    customer: await namers.customer(tx, [...wanted.customer]),
  }
  return notices.map((notice) => ({
    ...notice,
    names: Object.fromEntries(idsIn(notice).map(([fact, what, id]) => [fact, known[what].get(id) ?? null])),
  }))
}

function idsIn({ kind, facts }: Nameable): [fact: string, what: Named, id: string][] {
  return Object.entries(kindsByName[kind]?.names ?? {}).flatMap(([fact, what]) => {
    const id = facts[fact]
    return typeof id === 'string' ? [[fact, what, id] as [string, Named, string]] : []
  })
}
