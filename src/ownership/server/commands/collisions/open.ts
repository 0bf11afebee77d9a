import type { Actor } from '../../../../platform/server/database/actor.ts'
import type { Services } from '../../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../../values/refusal.ts'
import { addDays } from '../../../../values/calendar.ts'
import type { Day } from '../../../../values/day.ts'
import { completenessOf } from '../../../../customers/completeness.ts'
import { type Work, inRegister } from '../../../../customers/server/commands/in-register.ts'
import { seeingAll } from '../../../../customers/server/queries/sight.ts'
import { claimedDay } from '../../../claimed-day.ts'
import { mayAct } from '../../../collision.ts'
import { collisionSettingsFrom } from '../../../collision-settings.ts'
import { filledIn } from '../../../filled-in.ts'
import type { ClaimCustomer } from '../../../schema/collision.ts'
import { liveCaseOf, lockCases } from '../../queries/collision-case.ts'
import { type ClaimedEntry, entryOf, ruledCaseOf } from '../../queries/collision-entry.ts'
import { type NewClaim, addEvent, insertClaim, insertCollision } from '../../queries/collision-write.ts'
import { companySettings } from '../../../../people/server/queries/company.ts'
import { lockLedger } from '../../queries/ledger.ts'
import { caseOn } from './on-case.ts'
import { tellOfCase } from './tell-of-case.ts'

/**
 * Claims a customer that somebody else holds (rule 2.3): opens a case with both sides, or joins the one that is open.
 * Refused for one's own, for the pool's (it is claimed there), and when it was ruled already.
 */
export async function claimFromOwner(
  services: Services,
  actor: Actor,
  input: ClaimCustomer,
): Promise<{ id: string } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('not-allowed')
  return await inRegister(services, actor, 'claim-from-owner', 'customers.register', async (in_) => {
    const { tx, changes, facts } = in_
    const { today } = facts
    const claimedOn = claimedDay((input.claimedOn ?? null) as Day | null, today)
    if (isRefusal(claimedOn)) return claimedOn
    const entry = await lockEntry(in_, input.customerId)
    if (isRefusal(entry)) return entry
    if (entry.holderId === personId)
      return refuse('already-yours', { rule: '2.3', facts: { customerId: entry.id } })
    const live = await liveCaseOf(tx, entry.id)
    const ruled = live !== null ? null : await ruledCaseOf(tx, entry.id, personId, today)
    if (ruled !== null) return refuse('ruled-already', { rule: '2.3', facts: { collisionId: ruled } })
    const given = input.registration === undefined ? 0 : scoreOf(in_, input.registration)
    const mine = {
      personId,
      entryId: null,
      receivedOn: today,
      receivedAt: null,
      claimedOn,
      completeness: given,
    }
    const id = live ?? (await openCase(in_, entry.id, [claimOf(entry)]))
    if (live !== null) {
      const known = await caseOn(tx, live, today)
      if (known === null) return refuse('not-found')
      const collisionId = live
      if (known.claims.some((claim) => claim.personId === personId))
        return refuse('already-claimed', { rule: '2.3', facts: { collisionId } })
      const no = mayAct('claim', known.standing, actor)
      if (no !== null) return no
    }
    const claimId = await insertClaim(tx, id, mine)
    const on = { id, customerId: entry.id }
    if (live !== null) await addEvent(tx, changes, on, { act: 'claimed', claimId, today })
    const said = { act: 'evidence', evidence: 'statement', words: input.statement, today } as const
    await addEvent(tx, changes, on, said)
    await tellOfCase(tx, changes, on, { kind: 'collision-opened' }, personId)
    return { id }
  })
}

/** The entry, locked, as far as somebody can claim it: alive and with an owner. */
export async function lockEntry(
  { tx }: Work,
  customerId: string,
): Promise<(ClaimedEntry & { holderId: string }) | Refusal> {
  const found = await seeingAll(tx, () => entryOf(tx, customerId))
  if (found === null) return refuse('not-found')
  await lockCases(tx, [found.id])
  await lockLedger(tx, [found.id])
  const entry = await seeingAll(tx, () => entryOf(tx, found.id))
  if (entry === null || (entry.status !== 'active' && entry.status !== 'closed')) return refuse('not-found')
  const { holderId } = entry
  return holderId === null
    ? refuse('in-the-pool', { rule: '2.4', facts: { customerId: entry.id, name: entry.name } })
    : { ...entry, holderId }
}

/** Whoever holds an entry claims it from the day on which it was registered, whoever registered it. */
export function claimOf(entry: ClaimedEntry & { holderId: string }): NewClaim {
  const { id, holderId, registeredOn, registeredAt, completeness } = entry
  return {
    personId: holderId,
    entryId: id,
    receivedOn: registeredOn,
    receivedAt: registeredAt,
    claimedOn: null,
    completeness,
  }
}

/** Begins a case with these claims; whoever claims has some days to say something. */
export async function openCase(
  { tx, changes, facts }: Work,
  customerId: string,
  claims: readonly NewClaim[],
): Promise<string> {
  const rules = collisionSettingsFrom(await companySettings(tx))
  const id = await insertCollision(tx, customerId)
  for (const claim of claims) await insertClaim(tx, id, claim)
  const due = addDays(facts.today, rules.answerDays)
  await addEvent(tx, changes, { id, customerId }, { act: 'opened', stage: 'open', due, today: facts.today })
  return id
}

function scoreOf({ facts }: Work, registration: NonNullable<ClaimCustomer['registration']>): number {
  return completenessOf(filledIn(registration), facts.settings.weights).score
}
