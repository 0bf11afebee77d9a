import { Client } from 'pg'
import { expect, test } from 'vitest'

async function ask(sql: string): Promise<unknown> {
  const client = new Client({ connectionString: process.env.RELEVO_TEST_DATABASE_URL })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

test('the tests sign in with a role that may create databases and roles but is no superuser', async () => {
  expect(
    await ask('select rolcreatedb, rolcreaterole, rolsuper from pg_roles where rolname = current_user'),
  ).toEqual({
    rolcreatedb: true,
    rolcreaterole: true,
    rolsuper: false,
  })
})

const named = /(\d+)$/.exec(process.env.RELEVO_TEST_POSTGRES ?? '')?.[1]

test(`the server is ${named === undefined ? 'version 15 or later' : `the named version ${named}`}`, async () => {
  const { version } = (await ask(`select current_setting('server_version_num')::int / 10000 as version`)) as {
    version: number
  }
  expect(version).toBeGreaterThanOrEqual(15)
  if (named !== undefined) expect(version).toBe(Number(named))
})
