import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../../test/database.ts'
import { allPermissions } from '../../../people/permissions.ts'
import { refuse } from '../../../values/refusal.ts'
import { newId } from '../uuid.ts'
import { type Actor, settingsOf } from './actor.ts'
import { type Database, type Tx, connect } from './connect.ts'
import { commandAs, readAs } from './transaction.ts'

let drop: () => Promise<void>
let db: Database
const company = newId()
const actor: Actor = {
  organizationId: company,
  personId: null,
  userId: null,
  may: allPermissions,
  people: [],
}

beforeAll(async () => {
  const database = await ownDatabase()
  const opened = connect(database.url, { max: 20 })
  db = opened.db
  drop = async () => {
    await db.destroy()
    await database.drop()
  }
  await commandAs(db, actor, 'create-company', async (tx, changes) => {
    await tx
      .insertInto('organization')
      .values({ id: company, name: 'Ríos y Vega', country: 'ES', currency: 'EUR', language: 'es' })
      .execute()
    changes.add('organization', company)
  })
})
afterAll(() => drop())

async function addTeam(tx: Tx, name: string): Promise<string> {
  const id = newId()
  await tx.insertInto('team').values({ organization_id: company, id, name }).execute()
  return id
}
const feed = (after: number) =>
  readAs(db, actor, async (tx) => {
    const { rows } = await sql<{ revision: number; entity_id: string }>`
      select revision, entity_id from change where organization_id = ${company} and revision > ${after} order by revision`.execute(
      tx,
    )
    return rows
  })
const teams = () =>
  readAs(db, actor, async (tx) =>
    (await tx.selectFrom('team').select('name').execute()).map((row) => row.name),
  )

test('a write outside a command is refused by the database', async () => {
  await expect(readAs(db, actor, (tx) => addTeam(tx, 'in a read'))).rejects.toThrow(/read-only/)
  const bypass = db.transaction().execute(async (tx) => {
    await sql.raw(`set local role relevo_app; ${settingsOf(actor)}`).execute(tx)
    await addTeam(tx, 'by the back door')
  })
  await expect(bypass).rejects.toThrow(/outside a command/)
  expect(await teams()).toEqual([])
})

test('a command that forgets to record what it changed does not commit', async () => {
  await expect(commandAs(db, actor, 'forget', (tx) => addTeam(tx, 'forgotten'))).rejects.toThrow(
    /recorded no change/,
  )
  expect(await teams()).toEqual([])
})

test('a refusal rolls everything back and takes no revision', async () => {
  const before = (await feed(0)).length
  const answer = await commandAs(db, actor, 'refuse', async (tx, changes) => {
    changes.add('team', await addTeam(tx, 'refused'))
    return refuse('not-today')
  })
  expect(answer).toEqual({ refused: 'not-today' })
  expect(await teams()).toEqual([])
  expect(await feed(0)).toHaveLength(before)
})

async function jit(tx: Tx): Promise<string | undefined> {
  return (await sql<{ jit: string }>`show jit`.execute(tx)).rows[0]?.jit
}

test('no transaction compiles its plans, whatever the database or a pooler says', async () => {
  const found = await db.connection().execute(async (one) => {
    await sql`set jit = on`.execute(one)
    const inside = [await readAs(one, actor, jit), await commandAs(one, actor, 'look-at-jit', jit)]
    return [...inside, await jit(one)]
  })
  expect(found).toEqual(['off', 'off', 'on'])
})

test('append-only tables refuse change even to the owner of the tables', async () => {
  for (const text of [
    'update change set deleted = true',
    'delete from change',
    'truncate change',
    'delete from revision',
  ]) {
    await expect(
      sql.raw(`begin; set local app.organization_id = '${company}'; ${text}; commit`).execute(db),
    ).rejects.toThrow(/append-only|cannot truncate/)
    await sql
      .raw('rollback')
      .execute(db)
      .catch(() => undefined)
  }
})

test('16 writers at once and one reader: the feed is dense, ordered, and the reader misses nothing', async () => {
  const start = (await feed(0)).at(-1)?.revision ?? 0
  const written: string[] = []
  const running = new Set(['writers'])
  const writers = Promise.all(
    Array.from({ length: 16 }, async (_, writer) => {
      for (let n = 0; n < 25; n += 1) {
        await commandAs(db, actor, 'add-team', async (tx, changes) => {
          const id = await addTeam(tx, `team ${writer}-${n}`)
          // Some transactions stay open longer than others, so that commits come in another order than writes.
          await sql`select pg_sleep(${((writer * 7 + n * 3) % 5) / 1000})`.execute(tx)
          changes.add('team', id)
          written.push(id)
        })
      }
    }),
  ).finally(() => running.clear())
  const seen: string[] = []
  let cursor = start
  for (let idle = false; !idle;) {
    const ended = running.size === 0
    const rows = await feed(cursor)
    for (const row of rows) {
      expect(row.revision).toBe(cursor + 1)
      cursor = row.revision
      seen.push(row.entity_id)
    }
    idle = ended && rows.length === 0
  }
  await writers
  expect(cursor).toBe(start + 400)
  expect(seen.toSorted()).toEqual(written.toSorted())
})
