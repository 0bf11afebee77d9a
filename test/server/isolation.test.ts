import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allPermissions } from '../../src/people/permissions.ts'
import { settingsOf } from '../../src/platform/server/database/actor.ts'
import { newId } from '../../src/platform/server/uuid.ts'
import { ownDatabase } from '../database.ts'
import { type Table, everyTable, looseTables, rowFor } from './any-row.ts'

/**
 * Every table of the database, tried by somebody of another company who may everything there: nothing is read, changed,
 * removed or put in, nor moved over. The rows are made without knowing the tables, so a new table is tried by itself.
 */
const [ours, theirs, id] = [newId(), newId(), newId()]
let database: Awaited<ReturnType<typeof ownDatabase>>
let client: Client
let tables: Table[]
beforeAll(async () => {
  database = await ownDatabase()
  client = new Client({ connectionString: database.url })
  await client.connect()
  tables = await everyTable(client)
  await looseTables(client)
  await client.query(`set app.command = 'make-rows'`)
  for (const table of tables.filter(({ company }) => company !== null)) {
    await client.query(rowFor(table, ours, id))
    await client.query(rowFor(table, theirs, id))
  }
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** What a statement does as a person of a company who may everything, rolled back: how many rows, or the refusal's code. */
async function as(company: string, statement: string): Promise<number | string> {
  const actor = { organizationId: company, personId: id, userId: null, may: allPermissions, people: [id] }
  await client.query(`begin; set local role relevo_app; ${settingsOf(actor)}; set local app.command = 'try'`)
  try {
    return (await client.query(statement)).rowCount ?? 0
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'failed'
  } finally {
    await client.query('rollback')
  }
}

const refused = '42501'
/** Seen only when their rows name a real permission, which a made-up row doesn't; or by no person at all, but by jobs. */
const pickier = new Set(['import', 'import_row', 'notice_mail', 'notice_mailed', 'webhook_secret'])

test('every table is under forced row-level security or closed to requests', () => {
  expect(tables.length).toBeGreaterThan(30)
  expect(tables.filter(({ open, secured }) => open && !secured).map(({ name }) => name)).toEqual([])
  expect(tables.filter(({ open, company }) => open && company === null).map(({ name }) => name)).toEqual([])
})

const expectEach = (answers: Record<string, number | string>, ...allowed: (number | string)[]) =>
  expect(Object.entries(answers).filter(([, answer]) => !allowed.includes(answer))).toEqual([])
const mine = (table: Table, company: string) => `"${table.company}" = '${company}'`
const changed = ({ columns }: Table) => columns.find(({ mayUpdate }) => mayUpdate)?.name

describe('what another company can do', () => {
  const each = async (attempt: (table: Table) => Promise<number | string>) => {
    const answers: Record<string, number | string> = {}
    for (const table of tables.filter(({ open }) => open)) answers[table.name] = await attempt(table)
    return answers
  }

  test('read: nothing, while its own row is seen', async () => {
    expectEach(await each((table) => as(theirs, `select from "${table.name}" where ${mine(table, ours)}`)), 0)
    const own = await each((table) => as(theirs, `select from "${table.name}"`))
    expect(Object.entries(own).filter(([name, count]) => count !== 1 && !pickier.has(name))).toEqual([])
  })

  test('change: nothing', async () => {
    const answers = await each((table) => {
      const column = changed(table) ?? table.company
      return as(theirs, `update "${table.name}" set "${column}" = "${column}" where ${mine(table, ours)}`)
    })
    expectEach(answers, 0, refused)
  })

  test('remove: nothing', async () => {
    expectEach(
      await each((table) => as(theirs, `delete from "${table.name}" where ${mine(table, ours)}`)),
      0,
      refused,
    )
  })

  test('put in: nothing', async () => {
    expectEach(await each((table) => as(theirs, rowFor(table, ours, newId()))), refused)
  })

  test('move its own row over: nothing', async () => {
    const answers = await each((table) =>
      as(theirs, `update "${table.name}" set "${table.company}" = '${ours}' where ${mine(table, theirs)}`),
    )
    expectEach(answers, 0, refused)
  })

  test('without a company nothing is seen or put in', async () => {
    await client.query(`begin; set local role relevo_app; set local app.command = 'try'`)
    for (const table of tables.filter(({ open }) => open)) {
      expect((await client.query(`select from "${table.name}"`)).rowCount, table.name).toBe(0)
    }
    await client.query('rollback')
  })
})
