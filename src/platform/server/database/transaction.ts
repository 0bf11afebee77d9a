import { sql } from 'kysely'
import { isRefusal } from '../../../values/refusal.ts'
import { type Actor, settingsOf } from './actor.ts'
import { Changes } from './changes.ts'
import { type Database, type Tx, clocks } from './connect.ts'
import { react } from './reactions.ts'

/**
 * How every transaction of a request begins: without the owner's rights, and without JIT. Policies make plans look dear:
 * compiling such a plan takes seconds, running it milliseconds. Said in every transaction, because behind a pooler a
 * setting of the connection is another's.
 */
export const asRelevo = 'set local role relevo_app; set local jit = off'

/** Runs reads as the actor, in one read-only transaction with one snapshot. */
export function readAs<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(
    db,
    `begin isolation level repeatable read read only; ${asRelevo}; ${settingsOf(actor)}`,
    work,
  )
}

/**
 * Runs a command as the actor in one transaction: all of it or nothing. A refusal rolls back and is the answer.
 * Deadlocks and serialization failures are tried again, up to three times, so `work` may run more than once.
 */
export async function commandAs<T>(
  db: Database,
  actor: Actor,
  name: string,
  work: (tx: Tx, changes: Changes) => Promise<T>,
): Promise<T> {
  const begin = `begin; ${asRelevo}; ${settingsOf(actor)}; set local app.command = '${commandName(name)}'`
  for (let attempt = 1; ; attempt += 1) {
    let revision: number | null = null
    try {
      const result = await transact(db, begin, async (tx) => {
        const changes = new Changes()
        const answer = await work(tx, changes)
        if (isRefusal(answer)) return answer
        await react(db, tx, changes)
        revision = await changes.seal(tx, actor, name)
        return answer
      })
      if (revision !== null) await poke(db, actor.organizationId, revision)
      return result
    } catch (error) {
      if (attempt >= 3 || !mayBeTriedAgain(error)) throw error
    }
  }
}

/** Tells the other nodes after the commit: inside the transaction NOTIFY would serialize all commits of the database. */
async function poke(db: Database, organizationId: string, revision: number): Promise<void> {
  await sql`select pg_notify('relevo_revision', ${`${organizationId} ${revision}`})`
    .execute(db)
    .catch(() => undefined)
}

async function transact<T>(db: Database, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const now = clocks.get(db)
  const opening = now === undefined ? begin : `${begin}; set local app.now = '${now().toISOString()}'`
  return await db.connection().execute(async (tx) => {
    try {
      await sql.raw(opening).execute(tx)
      const result = await work(tx)
      await sql.raw(isRefusal(result) ? 'rollback' : 'commit').execute(tx)
      return result
    } catch (error) {
      await sql
        .raw('rollback')
        .execute(tx)
        .catch(() => undefined)
      throw error
    }
  })
}

function commandName(name: string): string {
  if (!/^[a-z][a-z-]*$/.test(name)) throw new Error(`not a command's name: ${name}`)
  return name
}

function mayBeTriedAgain(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return code === '40001' || code === '40P01'
}
