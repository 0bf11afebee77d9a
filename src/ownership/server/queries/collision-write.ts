import { sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { Day } from '../../../values/day.ts'
import type { CollisionStage, RulingReason } from '../../collision.ts'
import type { Split } from '../../split.ts'

/** Begins a case about a customer; its claims and first event follow. */
export async function insertCollision(tx: Tx, customerId: string): Promise<string> {
  const id = newId()
  await sql`
    insert into collision (organization_id, id, customer_id, opened_by)
    values (app.organization(), ${id}, ${customerId}, app.person())`.execute(tx)
  return id
}

export type NewClaim = {
  readonly personId: string
  readonly entryId: string | null
  readonly receivedOn: Day
  /** ISO 8601; null is now. */
  readonly receivedAt: string | null
  readonly claimedOn: Day | null
  readonly completeness: number
}

export async function insertClaim(tx: Tx, collisionId: string, claim: NewClaim): Promise<string> {
  const id = newId()
  await sql`
    insert into collision_claim
      (organization_id, id, collision_id, person_id, entry_id, received_on, received_at, claimed_on, completeness)
    values (app.organization(), ${id}, ${collisionId}, ${claim.personId}, ${claim.entryId}, ${claim.receivedOn},
      coalesce(${claim.receivedAt}::timestamptz, now()), ${claim.claimedOn}, ${claim.completeness})`.execute(
    tx,
  )
  return id
}

export type NewEvent = {
  readonly act: string
  readonly today: Day
  readonly stage?: CollisionStage
  readonly claimId?: string
  readonly due?: Day
  readonly evidence?: 'statement' | 'customer-choice' | 'file'
  readonly chosenId?: string
  readonly writtenOn?: string
  readonly ownerId?: string
  readonly reason?: RulingReason
  readonly batchId?: string | null
  readonly words?: string
}

/** Adds to a case what happened, in its order, and to the change feed. The customer's ledger must be locked by now. */
export async function addEvent(
  tx: Tx,
  changes: Changes,
  on: { readonly id: string; readonly customerId: string },
  event: NewEvent,
): Promise<string> {
  const id = newId()
  await sql`
    insert into collision_event (organization_id, id, collision_id, number, act, stage, claim_id, person_id, on_day, due_day,
      evidence, chosen_id, written_on, owner_id, reason, batch_id)
    select app.organization(), ${id}, ${on.id}, coalesce(max(number), 0) + 1, ${event.act}, ${event.stage ?? null},
      ${event.claimId ?? null}::uuid, app.person(), ${event.today}::date, ${event.due ?? null}::date,
      ${event.evidence ?? null}, ${event.chosenId ?? null}::uuid, ${event.writtenOn ?? null}::date,
      ${event.ownerId ?? null}::uuid, ${event.reason ?? null}, ${event.batchId ?? null}::uuid
    from collision_event where organization_id = app.organization() and collision_id = ${on.id}`.execute(tx)
  if (event.words !== undefined)
    await sql`
      insert into collision_words (organization_id, event_id, words)
      values (app.organization(), ${id}, ${event.words})`.execute(tx)
  changes.add('collision_event', id, on.customerId)
  return id
}

export async function insertFile(
  tx: Tx,
  eventId: string,
  file: { readonly name: string; readonly kind: string; readonly bytes: number; readonly sha256: string },
): Promise<void> {
  await sql`
    insert into collision_file (organization_id, event_id, name, kind, bytes, sha256)
    values (app.organization(), ${eventId}, ${file.name}, ${file.kind}, ${file.bytes}, ${file.sha256})`.execute(
    tx,
  )
}

/** Keeps whose the credit is, by a ruling, for orders of these days. */
export async function insertSplit(
  tx: Tx,
  rulingId: string,
  {
    customerId,
    from,
    until,
    split,
  }: { customerId: string; from: string; until: string | null; split: Split },
): Promise<void> {
  await sql`
    insert into credit_split (organization_id, ruling_id, customer_id, from_day, until_day, whole)
    values (app.organization(), ${rulingId}, ${customerId}, ${from}, ${until}, ${String(split.whole)}::bigint)`.execute(
    tx,
  )
  await sql`
    insert into credit_part (organization_id, ruling_id, person_id, part)
    select app.organization(), ${rulingId}, p.person_id, p.part
    from unnest(${split.parts.map(({ personId }) => personId)}::uuid[],
      ${split.parts.map(({ part }) => String(part))}::bigint[]) as p (person_id, part)`.execute(tx)
}
