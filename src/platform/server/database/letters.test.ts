import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../../test/database.ts'
import { type Database, connect } from './connect.ts'
import { knowsLetters } from './letters.ts'
import { sql } from 'kysely'

let database: Awaited<ReturnType<typeof ownDatabase>>
let db: Database
const bare = `relevo_bare_${randomBytes(4).toString('hex')}`
beforeAll(async () => {
  database = await ownDatabase()
  db = connect(database.url).db
  await sql.raw(`create database ${bare} template template0 lc_ctype 'C' lc_collate 'C'`).execute(db)
})
afterAll(async () => {
  await sql.raw(`drop database if exists ${bare} with (force)`).execute(db)
  await db.destroy()
  await database.drop()
})

test('a database with letters knows Chinese, one with the character type C does not', async () => {
  expect(await knowsLetters(db)).toBe(true)
  const url = new URL(database.url)
  url.pathname = `/${bare}`
  const other = connect(url.href).db
  await sql`create extension pg_trgm`.execute(other)
  expect(await knowsLetters(other)).toBe(false)
  await other.destroy()
})
