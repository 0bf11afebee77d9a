import { sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { CashInHand, CashItems, HandIn } from '../../schema/hand-ins.ts'
import { debtorTable } from './debtors.ts'

const inHand = sql`p.organization_id = app.organization() and p.collected_by is not null and p.hand_in_id is null
  and p.voided_on is null`
const who = (of: string) =>
  sql.raw(`jsonb_build_object('id', ${of}.id, 'name', ${of}.name, 'colour', ${of}.colour)`)

/** Who has how much of the company's money with them since when, as far as the asker sees; the most first. */
export async function cashHeld(tx: Tx): Promise<Omit<CashInHand['rows'][number], 'mayReceive'>[]> {
  const { rows } = await sql<Omit<CashInHand['rows'][number], 'mayReceive'>>`
    select ${who('w')} as person, p.currency::text as currency, sum(p.amount_minor)::bigint as "amountMinor",
      count(*)::int as payments, min(p.paid_on) as since
    from payment p join person w on w.organization_id = p.organization_id and w.id = p.collected_by
    where ${inHand} group by w.id, w.name, w.colour, p.currency
    order by min(p.paid_on), w.name, p.currency`.execute(tx)
  return rows
}

/** The payments that a person has with them. */
export async function cashItems(tx: Tx, actor: Actor, person: string): Promise<CashItems['rows']> {
  const { rows } = await sql<CashItems['rows'][number]>`
    select p.id, p.code, jsonb_build_object('id', p.customer_id, 'code', c.code, 'name', c.name) as customer,
      p.paid_on as "paidOn", p.amount_minor as "amountMinor", p.currency::text as currency, p.method
    from payment p left join ${debtorTable(actor)} c on c.id = p.customer_id
    where ${inHand} and p.collected_by = ${person} order by p.paid_on, p.id limit 2000`.execute(tx)
  return rows
}

/** Locks what a person has with them in a currency, all or the named ones, so that nothing is handed in twice. */
export async function lockHeld(
  tx: Tx,
  person: string,
  currency: string,
  ids: readonly string[] | null,
): Promise<{ id: string; customerId: string; amountMinor: number }[]> {
  const { rows } = await sql<{ id: string; customerId: string; amountMinor: number }>`
    select p.id, p.customer_id as "customerId", p.amount_minor as "amountMinor" from payment p
    where ${inHand} and p.collected_by = ${person} and p.currency = ${currency}
      and ${ids === null ? sql`true` : sql`p.id = any (${[...ids]}::uuid[])`}
    order by p.id for update`.execute(tx)
  return rows
}

type NewHandInRow = {
  id: string
  personId: string
  receivedBy: string
  handedOn: string
  currency: string
  expectedMinor: number
  countedMinor: number
  note: string | null
}
/** Writes a hand-in and puts its payments into it. */
export async function insertHandIn(tx: Tx, one: NewHandInRow, payments: readonly string[]): Promise<void> {
  await sql`
    insert into hand_in (organization_id, id, person_id, received_by, handed_on, currency, expected_minor, counted_minor, note)
    values (app.organization(), ${one.id}, ${one.personId}, ${one.receivedBy}, ${one.handedOn}, ${one.currency},
      ${one.expectedMinor}, ${one.countedMinor}, ${one.note})`.execute(tx)
  await sql`update payment set hand_in_id = ${one.id}, version = version + 1, updated_at = now()
    where organization_id = app.organization() and id = any (${[...payments]}::uuid[])`.execute(tx)
}

/** Hand-ins that the asker sees, the newest first. */
export async function listHandIns(
  tx: Tx,
  asked: {
    id?: string | undefined
    person?: string | undefined
    different: boolean
    page: number
    size: number
  },
): Promise<{ rows: HandIn[]; total: number }> {
  const { rows } = await sql<HandIn & { total: number }>`
    select h.id, ${who('w')} as person, ${who('b')} as "receivedBy", h.handed_on as "handedOn", h.currency::text as currency,
      h.expected_minor as "expectedMinor", h.counted_minor as "countedMinor",
      h.counted_minor - h.expected_minor as "differenceMinor", h.note,
      (select count(*)::int from payment p where p.organization_id = h.organization_id and p.hand_in_id = h.id) as payments,
      count(*) over ()::int as total
    from hand_in h
    join person w on w.organization_id = h.organization_id and w.id = h.person_id
    join person b on b.organization_id = h.organization_id and b.id = h.received_by
    where h.organization_id = app.organization() and (${asked.id ?? null}::uuid is null or h.id = ${asked.id ?? null}::uuid)
      and (${asked.person ?? null}::uuid is null or h.person_id = ${asked.person ?? null}::uuid)
      and (not ${asked.different} or h.counted_minor <> h.expected_minor)
    order by h.handed_on desc, h.id desc limit ${asked.size} offset ${asked.size * (asked.page - 1)}`.execute(
    tx,
  )
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
