import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import type { Day } from '../../../values/day.ts'
import { daysLeft } from '../../due.ts'
import type { NewPrivacyRequest, PrivacyRequest, Subject } from '../../schema.ts'

const steps = sql`coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'act', s.act, 'facts', s.facts,
    'person', ${personJson('sp')}, 'at', ${instant(sql`s.at`)}) order by s.at, s.id)
  from privacy_step s left join person sp on sp.organization_id = s.organization_id and sp.id = s.person_id
  where s.organization_id = r.organization_id and s.request_id = r.id), '[]')`

type Row = Omit<PrivacyRequest, 'daysLeft' | 'mayErase'>

async function requestsWhere(
  tx: Tx,
  condition: RawBuilder<unknown>,
  actor: Actor,
  today: Day,
): Promise<PrivacyRequest[]> {
  const { rows } = await sql<Row>`
    select r.id, r.kind, r.subject, r.received_on as "receivedOn", r.due_on as "dueOn", r.note, r.state,
      ${personJson('o')} as "openedBy", ${personJson('c')} as "closedBy",
      case when r.closed_at is not null then ${instant(sql`r.closed_at`)} end as "closedAt", r.outcome, ${steps} as steps
    from privacy_request r
    left join person o on o.organization_id = r.organization_id and o.id = r.opened_by
    left join person c on c.organization_id = r.organization_id and c.id = r.closed_by
    where r.organization_id = app.organization() and ${condition}
    order by (r.state <> 'open'), case when r.state = 'open' then r.due_on end, r.closed_at desc, r.id limit 300`.execute(
    tx,
  )
  return rows.map((row) => ({
    ...row,
    daysLeft: daysLeft(row.dueOn as Day, today),
    mayErase: row.state === 'open' && mayErase(row.kind, actor),
  }))
}

/** Erasing needs its own right, and a request that asks for it. */
export function mayErase(kind: PrivacyRequest['kind'], actor: Actor): boolean {
  return (kind === 'erase' || kind === 'object') && actor.may.includes('privacy.erase')
}

export async function listRequests(
  tx: Tx,
  state: 'open' | 'closed',
  actor: Actor,
  today: Day,
): Promise<PrivacyRequest[]> {
  return await requestsWhere(
    tx,
    state === 'open' ? sql`r.state = 'open'` : sql`r.state <> 'open'`,
    actor,
    today,
  )
}

export async function requestWith(
  tx: Tx,
  id: string,
  actor: Actor,
  today: Day,
): Promise<PrivacyRequest | null> {
  return (await requestsWhere(tx, sql`r.id = ${id}`, actor, today))[0] ?? null
}

export async function countOpen(tx: Tx): Promise<number> {
  const { rows } = await sql<{ open: number }>`select count(*) as open from privacy_request
    where organization_id = app.organization() and state = 'open'`.execute(tx)
  return rows[0]?.open ?? 0
}

/** The request as it is, locked: what is done about it is done once. */
export async function lockRequest(
  tx: Tx,
  id: string,
): Promise<{ kind: PrivacyRequest['kind']; state: string; subject: Subject } | null> {
  const { rows } = await sql<{ kind: PrivacyRequest['kind']; state: string; subject: Subject }>`
    select kind, state, subject from privacy_request
    where organization_id = app.organization() and id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}

export async function insertRequest(
  tx: Tx,
  input: NewPrivacyRequest & { id: string; receivedOn: string; dueOn: string },
): Promise<void> {
  await sql`
    insert into privacy_request (organization_id, id, kind, subject, received_on, due_on, note, opened_by)
    values (app.organization(), ${input.id}, ${input.kind}, ${JSON.stringify(input.subject)}::jsonb, ${input.receivedOn},
      ${input.dueOn}, ${input.note || null}, app.person())`.execute(tx)
}

/** What was done, by whom: numbers and kinds, nothing of the person. */
export async function addStep(
  tx: Tx,
  request: string,
  act: string,
  facts: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await sql`
    insert into privacy_step (organization_id, id, request_id, act, facts, person_id)
    values (app.organization(), ${newId()}, ${request}, ${act}, ${JSON.stringify(facts)}::jsonb, app.person())`.execute(
    tx,
  )
}

/** Closes a request. `subject` replaces what is kept of the person on it. */
export async function closeRequest(
  tx: Tx,
  id: string,
  state: 'done' | 'refused',
  outcome: string | null,
  subject?: Subject,
): Promise<void> {
  await sql`
    update privacy_request set state = ${state}, closed_at = now(), closed_by = app.person(), outcome = ${outcome},
      subject = coalesce(${subject === undefined ? null : JSON.stringify(subject)}::jsonb, subject),
      note = case when ${subject !== undefined}::boolean then null else note end, version = version + 1
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}
