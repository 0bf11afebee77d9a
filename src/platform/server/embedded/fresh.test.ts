import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../../../test/programs/asking.ts'
import { startEmbedded, type Embedded } from './start.ts'

let folder: string
let postgres: Embedded

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relevo-pg-'))
  postgres = await startEmbedded(folder)
})

afterAll(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

test('role relevo owns database relevo and is no superuser; text is UTF-8; nothing is traded for safety', async () => {
  expect(
    await ask(
      postgres.url,
      `select current_user, rolsuper, rolcreatedb, rolcreaterole, lower('ÜÑ') as lower,
         pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding,
         current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
         current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    ),
  ).toEqual({
    current_user: 'relevo',
    rolsuper: false,
    rolcreatedb: false,
    rolcreaterole: true,
    lower: 'üñ',
    owner: 'relevo',
    encoding: 'UTF8',
    fsync: 'on',
    pages: 'on',
    commit: 'on',
    checksums: 'on',
  })
})

test('letters of every script make trigrams, and the extensions we use need no superuser', async () => {
  for (const name of ['pg_trgm', 'btree_gist', 'unaccent'])
    await ask(postgres.url, `create extension ${name}`)
  expect(
    await ask(postgres.url, `select similarity('王小明商店', '王小明') > 0.3 as zh, unaccent('Café') as es`),
  ).toEqual({ zh: true, es: 'Cafe' })
})

test('only the account itself may look into it', async () => {
  expect((await stat(join(folder, 'postgres'))).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, 'postgres/keys.json'))).mode & 0o777).toBe(0o600)
})

test('a wrong password is refused', async () => {
  const address = new URL(postgres.url)
  address.password = 'wrong'
  await expect(ask(address.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('values of rows do not get into its log', async () => {
  await ask(postgres.url, 'create table person (email text primary key)')
  await ask(postgres.url, `insert into person values ('ana@example.com')`)
  await expect(ask(postgres.url, `insert into person values ('ana@example.com')`)).rejects.toMatchObject({
    code: '23505',
  })
  const log = await readFile(join(folder, 'postgres/log'), 'utf8')
  expect(log).toContain('duplicate key value')
  expect(log).not.toContain('ana@')
})
