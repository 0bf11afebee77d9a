import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Debtor = {
  id: string
  code: string
  name: string
  status: string
  currency: string | null
  limitMinor: number | null
  paymentDays: number | null
}

/**
 * The customers whose money the asker sees, as a table to join: with the register's own rights, or, for whoever records
 * money without seeing the register (payroll), as much of each as an invoice needs (docs/decisions/0036).
 */
export function debtorTable({ may }: Pick<Actor, 'may'>): RawBuilder<unknown> {
  return may.includes('money.record') && !may.includes('customers.read.all')
    ? sql`app.debtors()`
    : sql`(select id, code, name, status, territory_id, currency, credit_limit_minor, payment_days
        from customer where organization_id = app.organization())`
}

const shape = sql`c.id, c.code, c.name, c.status, c.currency::text as currency, c.credit_limit_minor as "limitMinor",
  c.payment_days as "paymentDays"`

/** One of them; null when there is none that the asker sees. */
export async function debtorOf(tx: Tx, actor: Actor, id: string): Promise<Debtor | null> {
  const { rows } = await sql<Debtor>`select ${shape} from ${debtorTable(actor)} c where c.id = ${id}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** The customers with these codes. */
export async function debtorsOfCodes(
  tx: Tx,
  actor: Actor,
  codes: readonly string[],
): Promise<Map<string, Debtor>> {
  const { rows } = await sql<Debtor>`
    select ${shape} from ${debtorTable(actor)} c
    where c.code = any (${[...codes]}::text[]) and c.status in ('active', 'closed')`.execute(tx)
  return new Map(rows.map((row) => [row.code, row]))
}

/** A LIKE pattern of what was typed. */
export function containing(q: string): string {
  return `%${q.trim().replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`
}

/** Some customers by a part of name or code, for forms. */
export async function findDebtors(tx: Tx, actor: Actor, q: string): Promise<Debtor[]> {
  const { rows } = await sql<Debtor>`
    select ${shape} from ${debtorTable(actor)} c
    where c.status in ('active', 'closed') and (c.name ilike ${containing(q)} or c.code ilike ${containing(q)})
    order by c.code = ${q.trim()} desc, lower(c.name), c.id limit 20`.execute(tx)
  return rows
}
