import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { concernedBy } from './queries/notices.ts'

type Poke = () => void
export type Hub = {
  /** Pokes when a person's notices changed, on whatever node. Answers how to leave. */
  readonly join: (organizationId: string, personId: string, poke: Poke) => () => void
}

/** Who is listening on this node. Each span of revisions is asked about once a company, not once a listener. */
export function openHub({ db, live, log }: Services): Hub {
  const rooms = new Map<string, Map<string, Set<Poke>>>()
  let leave: (() => void) | null = null

  const pokeAll = () => {
    for (const room of rooms.values()) for (const pokes of room.values()) for (const poke of pokes) poke()
  }
  const tellThem = async (organizationId: string, from: number, to: number) => {
    const people = await readAs(db, programActor(organizationId), (tx) => concernedBy(tx, from, to))
    for (const person of people) for (const poke of rooms.get(organizationId)?.get(person) ?? []) poke()
  }
  return {
    join: (organizationId, personId, poke) => {
      leave ??= live.listen((organization, span) => {
        if (span === null) pokeAll()
        else if (rooms.has(organization))
          tellThem(organization, span.from, span.to).catch((error: unknown) =>
            log.warn({ err: { message: String(error) } }, 'who is concerned could not be read'),
          )
      })
      const room = rooms.get(organizationId) ?? new Map<string, Set<Poke>>()
      const pokes = room.get(personId) ?? new Set<Poke>()
      rooms.set(organizationId, room.set(personId, pokes.add(poke)))
      return () => {
        pokes.delete(poke)
        if (pokes.size === 0) room.delete(personId)
        if (room.size === 0) rooms.delete(organizationId)
        if (rooms.size > 0 || leave === null) return
        leave()
        leave = null
      }
    },
  }
}
