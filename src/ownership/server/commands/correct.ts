import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { onCustomer } from '../../../customers/server/commands/in-register.ts'
import type { Day } from '../../../values/day.ts'
import { pointsToCorrect } from '../../correct.ts'
import { wholeCustomer } from '../../ledger.ts'
import type { Correct } from '../../schema.ts'
import { entriesOf } from '../queries/history.ts'
import { receiverOf } from '../queries/holders.ts'
import { lockLedger, recordEntries } from '../queries/ledger.ts'
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
      if (personId !== null) {
        const until = span.until ?? facts.today
        const person = await receiverOf(tx, personId, until > facts.today ? facts.today : span.from)
        if (person === null) return refuse('no-such-person')
        const now = await receiverOf(tx, personId, facts.today)
        const reachesToday = span.until === null || span.until > facts.today
        if (person.left || (now?.left === true && reachesToday)) return refuse('has-left', { rule: '2.9' })
      }
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
