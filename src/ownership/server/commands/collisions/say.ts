import type { Actor } from '../../../../platform/server/database/actor.ts'
import type { Services } from '../../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../../values/refusal.ts'
import { addDays } from '../../../../values/calendar.ts'
import type { NewEvidence } from '../../../schema/collision.ts'
import { addEvent } from '../../queries/collision-write.ts'
import { onCase } from './on-case.ts'

type Done = { id: string }

/** Adds what speaks for a side, or a customer's written choice of one of them (rule 2.3). */
export async function addEvidence(
  services: Services,
  actor: Actor,
  id: string,
  { words, chosenId, writtenOn }: NewEvidence,
): Promise<Done | Refusal> {
  return await onCase(
    services,
    actor,
    'add-evidence',
    'add-evidence',
    id,
    async ({ tx, changes, facts, known }) => {
      const { today } = facts
      if ((chosenId === undefined) !== (writtenOn === undefined))
        return refuse('invalid-choice', { rule: '2.3', facts: { field: 'writtenOn' } })
      if (chosenId === undefined || writtenOn === undefined) {
        await addEvent(tx, changes, known, { act: 'evidence', evidence: 'statement', words, today })
        return { id }
      }
      if (!known.claims.some(({ personId }) => personId === chosenId))
        return refuse('not-a-claimant', { rule: '2.3' })
      if (writtenOn > today) return refuse('invalid-future-day', { rule: '2.3' })
      const choice = { evidence: 'customer-choice', chosenId, writtenOn } as const
      await addEvent(tx, changes, known, { act: 'evidence', ...choice, words, today })
      return { id }
    },
  )
}

/** Says something about the case. */
export async function comment(
  services: Services,
  actor: Actor,
  id: string,
  words: string,
): Promise<Done | Refusal> {
  return await onCase(services, actor, 'comment', 'comment', id, async ({ tx, changes, facts, known }) => {
    await addEvent(tx, changes, known, { act: 'comment', words, today: facts.today })
    return { id }
  })
}

/** Takes one's own claim back; when only one is left that claims, the case ends and everything stays as it was. */
export async function withdraw(
  services: Services,
  actor: Actor,
  id: string,
  words: string,
): Promise<Done | Refusal> {
  return await onCase(
    services,
    actor,
    'withdraw-claim',
    'withdraw',
    id,
    async ({ tx, changes, facts, known }) => {
      const own = known.claims.find(({ personId }) => personId === actor.personId)
      if (own === undefined) return refuse('not-allowed')
      const left = known.claims.filter((claim) => !claim.withdrawn && claim.id !== own.id)
      const ends = left.length < 2 ? ({ stage: 'withdrawn' } as const) : {}
      await addEvent(tx, changes, known, {
        act: 'withdrawn',
        claimId: own.id,
        ...ends,
        words,
        today: facts.today,
      })
      return { id }
    },
  )
}

/** Asks somebody else than who ruled to decide: once a case, in time (rule 2.3). */
export async function appeal(
  services: Services,
  actor: Actor,
  id: string,
  words: string,
): Promise<Done | Refusal> {
  return await onCase(
    services,
    actor,
    'appeal',
    'appeal',
    id,
    async ({ tx, changes, facts, known, rules }) => {
      const due = addDays(facts.today, rules.rulingDays)
      await addEvent(tx, changes, known, {
        act: 'appealed',
        stage: 'appealed',
        due,
        words,
        today: facts.today,
      })
      return { id }
    },
  )
}

/** Accepts the day that a device claims for a registration: from then on the claim counts from it (rule 2.3). */
export async function acceptDay(
  services: Services,
  actor: Actor,
  id: string,
  claimId: string,
): Promise<Done | Refusal> {
  return await onCase(
    services,
    actor,
    'accept-claimed-day',
    'accept-day',
    id,
    async ({ tx, changes, facts, known }) => {
      const claim = known.claims.find((one) => one.id === claimId)
      if (claim === undefined || claim.claimedOn === null) return refuse('nothing-claimed', { rule: '2.3' })
      if (claim.acceptedOn !== null) return refuse('already-decided')
      await addEvent(tx, changes, known, { act: 'day-accepted', claimId, today: facts.today })
      return { id }
    },
  )
}
