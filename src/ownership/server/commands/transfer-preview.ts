import { holdPeople } from '../../../people/server/queries/hold.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { mayReceive } from '../../receive.ts'
import { previewOf } from '../../transfer-preview.ts'
import type { Facts } from '../queries/facts.ts'
import {
  countLines,
  holdingCaps,
  lineConcerns,
  openWorkMoved,
  ownedToday,
} from '../queries/transfer/preview.ts'
import { successorsKnown } from '../queries/transfer/receivers.ts'
import { keepPreview, takeTransfer } from '../queries/transfer/store.ts'

/** Why one of these people can't be given customers by this asker from a day on, naming them; null when all can. */
export async function mayTake(
  tx: Tx,
  actor: Actor,
  people: readonly string[],
  day: string,
): Promise<Refusal | null> {
  await holdPeople(tx, people)
  const known = await successorsKnown(tx, people)
  for (const personId of people) {
    const person = known.get(personId)
    const receiver = person === undefined ? null : { left: person.leftOn !== null && person.leftOn < day }
    const refusal = mayReceive({ personId, receiver, role: 'owner' }, actor)
    if (refusal !== null) return { ...refusal, facts: { ...refusal.facts, personId } }
  }
  return null
}

/** Puts together what follows from the lines of a draft and keeps it with their fingerprint. */
export async function previewTransfer(
  tx: Tx,
  facts: Facts,
  id: string,
  alreadyTheirs: number,
): Promise<Refusal | null> {
  const transfer = await takeTransfer(tx, id)
  if (transfer === null) return refuse('not-found')
  const counted = await countLines(tx, id)
  const caps = new Map(
    (transfer.asked?.successors ?? []).map(({ personId, atMost }) => [personId, atMost ?? null]),
  )
  const named = counted.flatMap(({ successorId }) => successorId ?? [])
  const people = [...new Set([...caps.keys(), ...named])]
  const known = await successorsKnown(tx, people)
  const takers = people.map((personId) => ({
    personId,
    atMost: caps.get(personId) ?? null,
    leftOn: (known.get(personId)?.leftOn ?? null) as Day | null,
  }))
  const owned = await ownedToday(tx, people)
  const work = await openWorkMoved(tx, facts, id)
  const concerns = await lineConcerns(tx, id, { day: transfer.fromDay, staysUntil: transfer.staysUntil })
  const loads = { counted, owned, takers, caps: await holdingCaps(tx, facts) }
  await keepPreview(tx, id, previewOf(loads, work, concerns, alreadyTheirs))
  return null
}
