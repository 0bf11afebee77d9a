import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../../../test/database.ts'
import { aBucket } from '../../../../test/s3.ts'
import { connect } from '../database/connect.ts'
import { databaseStore } from './in-database.ts'
import { folderStore } from './in-folder.ts'
import { s3Store } from './in-s3.ts'
import type { FileStore } from './store.ts'

const ours = '01980000-0000-7000-8000-000000000001'
const theirs = '01980000-0000-7000-8000-000000000002'
const keys = { id: 'AKIDTEST', secret: 'a secret/with+signs', region: 'eu-south-2' }

let database: Awaited<ReturnType<typeof ownDatabase>>
let connection: ReturnType<typeof connect>
let bucket: Awaited<ReturnType<typeof aBucket>>
let folder: string

beforeAll(async () => {
  database = await ownDatabase()
  // One connection, so that its own temporary table stands before any other of that name.
  connection = connect(database.url, { max: 1 })
  await sql`create temporary table stored_file (
    organization_id uuid, key text, bytes bytea not null, primary key (organization_id, key))`.execute(
    connection.db,
  )
  bucket = await aBucket(keys)
  folder = await mkdtemp(join(tmpdir(), 'store-'))
})
afterAll(async () => {
  await connection.db.destroy()
  await database.drop()
  await bucket.close()
  await rm(folder, { recursive: true })
})

const settings = (more: { secret?: string } = {}) => ({
  endpoint: bucket.endpoint,
  bucket: 'relevo-files',
  region: keys.region,
  accessKeyId: keys.id,
  secretAccessKey: more.secret ?? keys.secret,
})

const stores: [string, (organization: string) => FileStore][] = [
  ['the database', (organization) => databaseStore(connection.db, organization)],
  ['a folder', (organization) => folderStore(folder, organization)],
  ['a bucket', (organization) => s3Store(settings(), organization)],
]

async function* breaking() {
  yield Buffer.from('hal')
  throw new Error('the line went dead')
}

async function bytesOf(stream: Readable | null): Promise<Buffer | null> {
  return stream && Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>))
}

describe.each(stores)('files in %s', (_, open) => {
  const content = randomBytes(300_000)
  const sha256 = createHash('sha256').update(content).digest('hex')

  test('are kept from bytes or a stream, given back, replaced and removed', async () => {
    const store = open(ours)
    const key = 'photos/0198-a.jpg'
    expect(await store.get(key)).toBeNull()
    expect(await store.exists(key)).toBe(false)
    const pieces = Readable.from([content.subarray(0, 1000), content.subarray(1000)])
    expect(await store.put(key, pieces, 'image/jpeg')).toEqual({ bytes: content.length, sha256 })
    expect(await store.exists(key)).toBe(true)
    expect((await bytesOf(await store.get(key)))?.equals(content)).toBe(true)
    await store.put(key, Buffer.from('new'), 'image/jpeg')
    expect((await bytesOf(await store.get(key)))?.toString()).toBe('new')
    await store.remove(key)
    await store.remove(key)
    expect(await store.get(key)).toBeNull()
  })

  test('of one company are not those of another', async () => {
    await open(ours).put('a', Buffer.from('ours'), 'text/plain')
    expect(await open(theirs).get('a')).toBeNull()
    await open(theirs).remove('a')
    expect((await bytesOf(await open(ours).get('a')))?.toString()).toBe('ours')
  })

  test('that break off while arriving leave what was there', async () => {
    const store = open(ours)
    await store.put('b', Buffer.from('whole'), 'text/plain')
    await expect(store.put('b', Readable.from(breaking()), 'text/plain')).rejects.toThrow(
      'the line went dead',
    )
    expect((await bytesOf(await store.get('b')))?.toString()).toBe('whole')
  })

  test.each([
    '',
    '/',
    '../b',
    'a/../../b',
    'a//b',
    '.hidden',
    'a/.hidden',
    'A',
    'a b',
    'a\\b',
    'a\0',
    'ñ',
    `a${'/a'.repeat(9)}`,
    'a'.repeat(201),
  ])('never have the key %j', async (key) => {
    const store = open(ours)
    await expect(store.put(key, Buffer.from('x'), 'text/plain')).rejects.toThrow('not a key')
    await expect((async () => store.get(key))()).rejects.toThrow('not a key')
    await expect((async () => store.exists(key))()).rejects.toThrow('not a key')
    await expect((async () => store.remove(key))()).rejects.toThrow('not a key')
  })

  test('need a company', async () => {
    await expect((async () => open('../etc').put('a', Buffer.from('x'), 'text/plain'))()).rejects.toThrow(
      'company',
    )
  })
})

test('a folder holds nothing unfinished after a break, and nothing outside its companies', async () => {
  const found = await readdir(folder, { recursive: true })
  expect(found.filter((path) => path.split('/').some((part) => part.startsWith('.')))).toEqual([])
  expect(found.every((path) => path.startsWith(ours) || path.startsWith(theirs))).toBe(true)
})

test('a bucket is told the type, is asked again when busy, and a wrong secret is an error without the secret', async () => {
  const store = s3Store(settings(), ours)
  bucket.broken.times = 2
  await store.put('c/d', Buffer.from('x'), 'text/csv')
  expect(bucket.objects.get(`/relevo-files/${ours}/c/d`)?.type).toBe('text/csv')
  expect(bucket.asked.slice(-3)).toEqual(Array.from({ length: 3 }, () => `PUT /relevo-files/${ours}/c/d`))
  const wrong = s3Store(settings({ secret: 'guessed' }), ours)
  await expect(wrong.get('c/d')).rejects.toThrow(/^the bucket answered 403 to GET$/)
  await expect(wrong.exists('c/d')).rejects.toThrow('403')
})
