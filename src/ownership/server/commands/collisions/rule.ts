import type { Actor } from '../../../../platform/server/database/actor.ts'
import type { Services } from '../../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../../values/refusal.ts'
import { addDays } from '../../../../values/calendar.ts'
import type { Ruling } from '../../../schema/collision.ts'
import { type Split, splitFrom } from '../../../split.ts'
import { addEvent, insertSplit } from '../../queries/collision-write.ts'
import { type EntryHeld, lastNumber, entriesHeld } from '../../queries/collision-ruling.ts'
import { receiverOf } from '../../queries/holders.ts'
import { recordEntries } from '../../queries/ledger.ts'
import { emitBatch } from '../emit-batch.ts'
import { type OnCase, onCase } from './on-case.ts'
import { tellOfCase } from './tell-of-case.ts'

/**
 * Rules a case, or decides an appeal against a ruling (rule 2.3): the owner of the customer from today, and if wanted whose
 * the credit for orders of certain days is. All of it or nothing. Refused when more was said since the ruler looked.
 */
export async function ruleCase(
  services: Services,
  actor: Actor,
  id: string,
  ruling: Ruling,
  act: 'rule' | 'decide',
): Promise<{ id: string } | Refusal> {
  return await onCase(services, actor, `${act}-collision`, act, id, async (in_) => {
    const { tx, changes, facts, known, rules } = in_
    const split = splitOf(in_, ruling)
    if (isRefusal(split)) return split
    const no = await mayOwn(in_, ruling)
    if (no !== null) return no
    const { today } = facts
    const entries = await entriesHeld(
      tx,
      known.customerId,
      known.claims.map(({ entryId }) => entryId),
    )
    const batch = { cause: 'ruling', about: { kind: 'collision', id }, today }
    const batchId = await recordEntries(tx, changes, batch, entriesFor(entries, ruling.ownerId, today))
    const { ownerId, reason, words } = ruling
    const made = { ownerId, reason, words, batchId, today }
    const rulingId =
      act === 'rule'
        ? await addEvent(tx, changes, known, {
            ...made,
            act: 'ruled',
            stage: 'ruled',
            due: addDays(today, rules.appealDays),
          })
        : await addEvent(tx, changes, known, { ...made, act: 'decided', stage: 'final' })
    if (split !== null && ruling.split !== undefined) {
      const { from, until = null } = ruling.split
      await insertSplit(tx, rulingId, { customerId: known.customerId, from, until, split })
    }
    const ruled = { kind: 'collision-ruled', to: ownerId, rulingId } as const
    await tellOfCase(tx, changes, known, ruled, actor.personId)
    await emitBatch(tx, today, batchId)
    return { id }
  })
}

/** The owner's entry for every entry of the outlet that somebody else holds. */
function entriesFor(entries: readonly EntryHeld[], ownerId: string, today: string) {
  return entries
    .filter(({ holderId }) => holderId !== ownerId)
    .map(
      ({ customerId }) => ({ customerId, role: 'owner', seat: 0, from: today, personId: ownerId }) as const,
    )
}

/** Whether the customer can be this person's: one who claims it, or who holds it, and who hasn't left (rule 2.9). */
async function mayOwn({ tx, facts, known }: OnCase, { ownerId, seen }: Ruling): Promise<Refusal | null> {
  if (seen !== undefined && (await lastNumber(tx, known.id)) !== seen)
    return refuse('said-since', { rule: '2.3' })
  const claims = known.claims.some((claim) => claim.personId === ownerId && !claim.withdrawn)
  if (!claims && ownerId !== known.holderId) return refuse('not-a-claimant', { rule: '2.3' })
  const receiver = await receiverOf(tx, ownerId, facts.today)
  return receiver === null || receiver.left ? refuse('has-left', { rule: '2.9' }) : null
}

function splitOf({ known }: OnCase, { split }: Ruling): Split | null | Refusal {
  if (split === undefined) return null
  const { parts, from, until = null } = split
  if (until !== null && until < from) return refuse('invalid-span', { rule: '6.1' })
  const sides = new Set([...known.claims.map(({ personId }) => personId), known.holderId])
  if (parts.some(({ personId }) => !sides.has(personId))) return refuse('not-a-claimant', { rule: '2.3' })
  return splitFrom(parts)
}
