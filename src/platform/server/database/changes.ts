import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Tx } from './connect.ts'

type Changed = { entity: string; id: string; customerId: string | null; deleted: boolean }

/**
 * What a command changed. Every entity is named after its table, so that the net in the database (a trigger that notes
 * each synced table written) can be compared with it before the commit.
 */
export class Changes {
  readonly #changed = new Map<string, Changed>()
  readonly #lastActs: ((tx: Tx) => Promise<void>)[] = []

  /** Notes one row. `customerId` is the customer it hangs on (the row's own id for a customer), null for company-wide things. */
  add(entity: string, id: string, customerId: string | null = null, deleted = false): void {
    this.#changed.set(`${entity} ${id}`, { entity, id, customerId, deleted })
  }

  /** Notes many rows of one table. */
  addAll(entity: string, rows: readonly { id: string; customerId?: string | null }[], deleted = false): void {
    for (const row of rows) this.add(entity, row.id, row.customerId ?? null, deleted)
  }

  /** Has something done at the very end, when the company's head is locked and all its commands follow each other. */
  atLast(act: (tx: Tx) => Promise<void>): void {
    this.#lastActs.push(act)
  }

  /** Whether anything of this table was noted. */
  has(entity: string): boolean {
    return [...this.#changed.values()].some((one) => one.entity === entity)
  }

  /** The customers on which the noted rows of a table hang. */
  customersOf(entity: string): string[] {
    const rows = [...this.#changed.values()].filter((one) => one.entity === entity)
    return [...new Set(rows.flatMap(({ customerId }) => (customerId === null ? [] : [customerId])))]
  }

  get size(): number {
    return this.#changed.size
  }

  /**
   * Takes the company's next revision and writes the change feed: the last act before a commit, because from here the
   * company's head row is locked. Throws when a synced table was written and nothing recorded for it.
   */
  async seal(tx: Tx, actor: Actor, command: string): Promise<number | null> {
    const rows = [...this.#changed.values()]
    await this.#checkNothingForgotten(tx, command, new Set(rows.map((row) => row.entity)))
    if (rows.length === 0) return null
    const { rows: head } = await sql<{ revision: number }>`
      with head as (
        insert into organization_head as h (organization_id, revision) values (${actor.organizationId}, 1)
        on conflict (organization_id) do update set revision = h.revision + 1
        returning revision
      )
      insert into revision (organization_id, revision, command, person_id, request_id)
      select ${actor.organizationId}, revision, ${command}, ${actor.personId}, ${actor.requestId ?? null} from head
      returning revision`.execute(tx)
    const revision = head[0]?.revision
    if (revision === undefined) throw new Error('no revision was taken')
    await sql`
      insert into change (organization_id, revision, entity, entity_id, customer_id, deleted)
      select ${actor.organizationId}, ${revision}, c.* from unnest(
        ${rows.map((row) => row.entity)}::text[], ${rows.map((row) => row.id)}::uuid[],
        ${rows.map((row) => row.customerId)}::uuid[], ${rows.map((row) => row.deleted)}::boolean[]) as c`.execute(
      tx,
    )
    for (const act of this.#lastActs) await act(tx)
    return revision
  }

  async #checkNothingForgotten(tx: Tx, command: string, recorded: ReadonlySet<string>): Promise<void> {
    const { rows } = await sql<{ written: string | null }>`
      select current_setting('app.written', true) as written`.execute(tx)
    const written = (rows[0]?.written ?? '').split(',').filter((name) => name !== '')
    const forgotten = written.filter((name) => !recorded.has(name))
    if (forgotten.length > 0)
      throw new Error(`${command} wrote ${forgotten.join(', ')} and recorded no change of it`)
  }
}
