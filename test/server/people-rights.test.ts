import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Role, permissionsOf, roles } from '../../src/people/permissions.ts'
import { programActor } from '../../src/people/server/queries/actor.ts'
import { insertPerson } from '../../src/people/server/queries/person.ts'
import type { Actor } from '../../src/platform/server/database/actor.ts'
import { commandAs, readAs } from '../../src/platform/server/database/transaction.ts'
import { newId } from '../../src/platform/server/uuid.ts'
import { ownServer } from '../database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../make.ts'

/** What the database itself lets each role write about people, past every route and command (rule 10.1). */
let server: Server
let me: Asker
let other: Asker
let team: string
let fresh: string
let post: string
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  me = await aPerson(server, company, 'Me', ['salesperson'])
  other = await aPerson(server, company, 'Other', ['salesperson'])
  team = newId()
  await commandAs(server.services.db, programActor(company), 'prepare', async (tx, changes) => {
    await tx.insertInto('team').values({ organization_id: company, id: team, name: 'Norte' }).execute()
    changes.add('team', team)
    fresh = newId()
    await insertPerson(tx, company, fresh, { code: 'NEW', name: 'New' })
    changes.add('person', fresh)
    const row = await tx
      .selectFrom('posting')
      .select('id')
      .where('person_id', '=', other.id)
      .executeTakeFirstOrThrow()
    post = row.id
  })
})
afterAll(() => server.stop())

function as(held: readonly Role[], organizationId = me.companyId): Actor {
  return { organizationId, personId: me.id, userId: null, may: permissionsOf(held), people: [me.id] }
}

const rolledBack = new Error('seen, and undone')

/** Rows that a statement writes as somebody: 'refused' when the database says no. Nothing stays written. */
async function written(actor: Actor, statement: ReturnType<typeof sql>): Promise<number | 'refused'> {
  let rows: number | 'refused' = 0
  try {
    await commandAs(server.services.db, actor, 'try', async (tx) => {
      const result = await statement.execute(tx)
      rows = Number(result.numAffectedRows ?? 0)
      throw rolledBack
    })
  } catch (error) {
    if (error === rolledBack) return rows
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === '42501')
      return 'refused'
    throw error
  }
  return rows
}

const one = (id: string) => sql`${id}::uuid`
const attempts = {
  'adds a person': () =>
    sql`insert into person (organization_id, id, code, name) values (${one(me.companyId)}, ${one(newId())}, 'X', 'X')`,
  'renames somebody': () => sql`update person set name = 'X' where id = ${one(other.id)}`,
  'renames themselves': () => sql`update person set name = 'X' where id = ${one(me.id)}`,
  'changes their own phone': () => sql`update person set phone = '1' where id = ${one(me.id)}`,
  'signs in as somebody': () => sql`update person set user_id = 'mine' where id = ${one(other.id)}`,
  'shuts themselves out': () => sql`update person set access_ended_at = now() where id = ${one(me.id)}`,
  'removes somebody': () => sql`delete from person where id = ${one(fresh)}`,
  'moves somebody': () => sql`update posting set title = 'X' where id = ${one(post)}`,
  'adds a post': () =>
    sql`insert into posting (organization_id, id, person_id, from_day)
      values (${one(me.companyId)}, ${one(newId())}, ${one(me.id)}, '2025-01-01')`,
  'removes a post': () => sql`delete from posting where id = ${one(post)}`,
  'adds a team': () =>
    sql`insert into team (organization_id, id, name) values (${one(me.companyId)}, ${one(newId())}, 'X')`,
  'renames a team': () => sql`update team set name = 'X' where id = ${one(team)}`,
  'gives themselves a role': () =>
    sql`insert into person_role (organization_id, person_id, role)
      values (${one(me.companyId)}, ${one(me.id)}, 'principal')`,
  'takes somebody’s role': () => sql`delete from person_role where person_id = ${one(other.id)}`,
  'lays down their own': () => sql`delete from person_role where person_id = ${one(me.id)}`,
  'makes a link': () =>
    sql`insert into invitation (organization_id, id, person_id, token_hash, expires_at, email)
      values (${one(me.companyId)}, ${one(newId())}, ${one(other.id)}, ${newId()}, now(), 'x@example.com')`,
  'files an agreement': () =>
    sql`insert into agreement (organization_id, id, person_id, kind)
      values (${one(me.companyId)}, ${one(newId())}, ${one(me.id)}, 'other')`,
}

/** P principal, M manager, V salesperson, S steward, H HR, N payroll, A administrator: who may, by the database's own word. */
const expected: Readonly<Record<keyof typeof attempts, readonly Role[]>> = {
  'adds a person': ['principal', 'hr', 'administrator'],
  'renames somebody': ['principal', 'hr', 'administrator'],
  'renames themselves': ['principal', 'hr', 'administrator'],
  'changes their own phone': roles,
  'signs in as somebody': ['principal', 'hr', 'administrator'],
  'shuts themselves out': ['principal', 'hr', 'administrator'],
  'removes somebody': ['principal', 'hr', 'administrator'],
  'moves somebody': ['principal', 'hr', 'administrator'],
  'adds a post': ['principal', 'hr', 'administrator'],
  'removes a post': ['principal', 'hr', 'administrator'],
  'adds a team': ['principal', 'hr', 'administrator'],
  'renames a team': ['principal', 'hr', 'administrator'],
  'gives themselves a role': ['principal', 'hr', 'administrator'],
  'takes somebody’s role': ['principal', 'hr', 'administrator'],
  'lays down their own': roles,
  'makes a link': ['principal', 'hr', 'administrator'],
  'files an agreement': ['principal', 'hr'],
}

describe('the database lets write', () => {
  test.each(Object.keys(attempts) as (keyof typeof attempts)[])('%s', async (name) => {
    const able: Role[] = []
    for (const role of roles) {
      const rows = await written(as([role]), attempts[name]())
      if (rows !== 'refused' && rows > 0) able.push(role)
    }
    expect(able).toEqual(expected[name])
  })

  test.each(Object.keys(attempts) as (keyof typeof attempts)[])(
    'and to another company nothing: %s',
    async (name) => {
      const elsewhere = await aCompany(server)
      const rows = await written({ ...as(roles, elsewhere), personId: null }, attempts[name]())
      expect(rows === 'refused' || rows === 0).toBe(true)
    },
  )
})

test('links are read by those who invite, agreements by their person, HR and the principal', async () => {
  await commandAs(server.services.db, programActor(me.companyId), 'prepare', async (tx, changes) => {
    const row = { organization_id: me.companyId, person_id: other.id }
    await tx
      .insertInto('invitation')
      .values({ ...row, id: newId(), token_hash: newId(), expires_at: new Date(), email: 'x@example.com' })
      .execute()
    await tx
      .insertInto('agreement')
      .values({ ...row, id: newId(), kind: 'other' })
      .execute()
    changes.add('agreement', other.id)
  })
  const seen = async (actor: Actor) =>
    await readAs(server.services.db, actor, async (tx) => ({
      links: (await tx.selectFrom('invitation').select('id').execute()).length,
      agreements: (await tx.selectFrom('agreement').select('id').execute()).length,
    }))
  const table = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await seen(as([role]))])),
  )
  expect(table).toEqual({
    principal: { links: 1, agreements: 1 },
    manager: { links: 0, agreements: 0 },
    salesperson: { links: 0, agreements: 0 },
    steward: { links: 0, agreements: 0 },
    hr: { links: 1, agreements: 1 },
    payroll: { links: 0, agreements: 0 },
    administrator: { links: 1, agreements: 0 },
  })
  expect(await seen({ ...as([]), personId: other.id })).toEqual({ links: 0, agreements: 1 })
})
