import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { onCustomer } from '../../../customers/server/commands/in-register.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { pointsToCorrect } from '../../correct.ts'
import { wholeCustomer } from '../../ledger.ts'
import type { Correct } from '../../schema.ts'
import { entriesOf } from '../queries/history.ts'
import { receiverOf } from '../queries/holders.ts'
import { lockLedger, recordEntries } from '../queries/ledger.ts'
import { refusalToMove } from './may-move.ts'
import { tellOfBatch } from './tell-of-batch.ts'

/**
 * Says who really was (or will be) responsible from one day to another, as new entries of the ledger (rule 2.1): what was
 * believed before can still be asked. A person who has left may stand in the past, not today or later (rule 2.9).
 */
export async function correctOwnership(
  services: Services,
  actor: Actor,
  customerId: string,
  input: Correct,
): Promise<{ batchId: string | null } | Refusal> {
  const { role, personId, reason, line = wholeCustomer, seat = 0 } = input
  const span = { from: input.from as Day, until: (input.until ?? null) as Day | null }
  if (role === 'owner' && seat !== 0) return refuse('invalid-one-owner', { rule: '2.2' })
  return await onCustomer(
    services,
    actor,
    'correct-ownership',
    'ownership.correct',
    customerId,
    async ({ tx, changes, facts, row }) => {
      await lockLedger(tx, [customerId])
      if (String(row['registered_on']) > span.from)
        return refuse('before-registration', {
          rule: '2.3',
          facts: { registeredOn: String(row['registered_on']) },
        })
      const refusal =
        (await personRefused(tx, personId, span, facts.today)) ??
        (role === 'owner' ? await refusalToMove(tx, actor, [customerId]) : null)
      if (refusal !== null) return refusal
      const entries = await entriesOf(tx, [customerId])
      const ofSeat = entries.filter(
        (entry) => entry.line === line && entry.role === role && entry.seat === seat,
      )
      const points = pointsToCorrect(ofSeat, { ...span, personId })
      if (isRefusal(points)) return points
      const batch = { cause: 'correction', note: reason, today: facts.today }
      const made = points.map((point) => ({ ...point, customerId, line, role, seat }))
      const batchId = await recordEntries(tx, changes, batch, made)
      await tellOfBatch(tx, changes, facts, batchId)
      return { batchId }
    },
  )
}

/** Somebody who isn't known, or who had left before the last day of the span that lies in the past or is today. */
async function personRefused(
  tx: Tx,
  personId: string | null,
  { from, until }: { from: Day; until: Day | null },
  today: Day,
): Promise<Refusal | null> {
  if (personId === null) return null
  const lastDay = until === null || until > today ? today : addDays(until, -1)
  const person = await receiverOf(tx, personId, lastDay < from ? from : lastDay)
  if (person === null) return refuse('no-such-person')
  return person.left ? refuse('has-left', { rule: '2.9' }) : null
}
