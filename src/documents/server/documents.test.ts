import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Asker } from '../../../test/make.ts'
import { aJpeg, aPng, exif, segment } from '../../../test/pictures.ts'
import { aCustomer } from '../../../test/register.ts'
import { type Stewarded, aStewardedCompany, merge, mergeIdOf } from '../../../test/stewarded.ts'
import type { Document } from '../schema.ts'
import { deleteLongRemoved } from './commands/remove.ts'

let on: Stewarded
let now = new Date('2026-05-04T10:00:00Z')
beforeAll(async () => {
  on = await aStewardedCompany({ now: () => now })
})
afterAll(() => on.server.stop())

const send = (who: Asker, method: string, path: string, bytes?: string | Buffer | ReadableStream) =>
  on.server.app.request(path, {
    method,
    headers: { cookie: who.cookie },
    ...(bytes === undefined ? {} : { body: bytes as BodyInit, duplex: 'half' }),
  })
const add = (
  who: Asker,
  customer: string,
  name: string,
  bytes: string | Buffer | ReadableStream,
  note = '',
) => send(who, 'POST', `/api/documents?${new URLSearchParams({ customer, name, note })}`, bytes)
const added = async (who: Asker, customer: string, name: string, bytes: string | Buffer) => {
  const answer = await add(who, customer, name, bytes)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Document
}
const list = async (who: Asker, customer: string) => {
  const { status, body } = await who.ask('GET', `/api/customers/${customer}/documents`)
  return { status, documents: (body as { documents: Document[] }).documents }
}

describe('a document', () => {
  test('is kept, listed, given to be saved, told in the history and never run by a browser', async () => {
    const customer = await aCustomer(on.ana)
    const { id } = await added(on.ana, customer, 'contrato 2026.pdf', '%PDF-1.7 contract')
    expect(await list(on.ana, customer)).toMatchObject({
      documents: [
        {
          id,
          name: 'contrato 2026.pdf',
          kind: 'pdf',
          photo: false,
          addedBy: { name: 'Ana' },
          may: ['remove'],
        },
      ],
    })
    const file = await send(on.ana, 'GET', `/api/documents/${id}/file`)
    expect(await file.text()).toBe('%PDF-1.7 contract')
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="contrato 2026.pdf"/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': expect.stringContaining('private'),
    })
    const again = await add(on.sol, customer, 'the same.pdf', '%PDF-1.7 contract')
    expect(await again.json()).toMatchObject({ status: 409, code: 'document-already-there' })
  })

  test('a photo loses place and camera, and gets a small picture from whoever sent it', async () => {
    const customer = await aCustomer(on.ana)
    const photo = aJpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(6, 'GPS 40.4168')])))
    const { id } = await added(on.ana, customer, 'IMG_1.JPG', photo)
    const kept = Buffer.from(await (await send(on.ana, 'GET', `/api/documents/${id}/file`)).arrayBuffer())
    expect(kept.includes('GPS')).toBe(false)
    expect((await send(on.ana, 'GET', `/api/documents/${id}/thumbnail`)).status).toBe(404)
    const path = `/api/documents/${id}/thumbnail`
    expect((await send(on.sol, 'PUT', path, aJpeg())).status).toBe(403)
    expect((await send(on.ana, 'PUT', path, '<svg onload="x()"/>')).status).toBe(409)
    expect(
      (
        await send(
          on.ana,
          'PUT',
          path,
          Buffer.concat([aJpeg(segment(0xe2, 'x'.repeat(60_000))), Buffer.alloc(90_000)]),
        )
      ).status,
    ).toBe(409)
    expect((await send(on.ana, 'PUT', path, aJpeg())).status).toBe(200)
    expect((await send(on.sol, 'GET', path)).headers.get('content-type')).toBe('image/jpeg')
    expect((await list(on.ana, customer)).documents[0]).toMatchObject({ photo: true, hasThumbnail: true })
  })

  test('removed it is gone for others, can be brought back for 30 days, and then its content is deleted', async () => {
    const customer = await aCustomer(on.ana)
    const { id } = await added(on.ana, customer, 'a.txt', 'opens at eight')
    expect((await send(on.ben, 'DELETE', `/api/documents/${id}`)).status).toBe(404)
    const others = await added(on.principal, customer, 'b.txt', 'closed on Mondays')
    expect((await send(on.ana, 'DELETE', `/api/documents/${others.id}`)).status).toBe(403)
    expect((await send(on.ana, 'DELETE', `/api/documents/${id}`)).status).toBe(200)
    expect((await send(on.ana, 'DELETE', `/api/documents/${id}`)).status).toBe(409)
    expect((await list(on.ana, customer)).documents.map((one) => one.removedAt !== null)).toEqual([
      false,
      true,
    ])
    expect((await send(on.ana, 'GET', `/api/documents/${id}/file`)).status).toBe(200)
    expect((await send(on.ana, 'POST', `/api/documents/${id}/restore`)).status).toBe(200)
    expect((await send(on.ana, 'DELETE', `/api/documents/${id}`)).status).toBe(200)
    expect(await deleteLongRemoved(on.server.services, on.company)).toBe(0)
    now = new Date(Date.now() + 31 * 86_400_000)
    expect(await deleteLongRemoved(on.server.services, on.company)).toBe(1)
    expect(await deleteLongRemoved(on.server.services, on.company)).toBe(0)
    expect((await send(on.ana, 'GET', `/api/documents/${id}/file`)).status).toBe(404)
    expect((await send(on.ana, 'POST', `/api/documents/${id}/restore`)).status).toBe(409)
    expect((await list(on.ana, customer)).documents.find((one) => one.id === id)).toMatchObject({
      gone: true,
      may: [],
    })
  })

  test('moves with a merge and back, but for a file that both have', async () => {
    const [kept, dropped] = [await aCustomer(on.ana), await aCustomer(on.ana)]
    await added(on.ana, kept, 'same.txt', 'the same')
    await added(on.ana, dropped, 'same too.txt', 'the same')
    await added(on.ana, dropped, 'other.txt', 'another')
    const answer = await merge(on.sol, kept, [dropped])
    expect(answer.body).toMatchObject({ moved: { document: 1 } })
    expect((await list(on.ana, kept)).documents.map((one) => one.name).toSorted()).toEqual([
      'other.txt',
      'same.txt',
    ])
    await on.sol.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)
    expect((await list(on.ana, dropped)).documents).toHaveLength(2)
  })
})

describe('refused', () => {
  test.each<[string, string, string | Buffer, string]>([
    [
      'a drawing with a script',
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
      'file-kind-not-allowed',
    ],
    ['a page called a photo', 'a.jpg', '<!doctype html><script>x()</script>', 'file-kind-not-allowed'],
    [
      'a page behind the first bytes of a photo',
      'a.jpg',
      Buffer.from('\xff\xd8\xff<script>x()</script>', 'latin1'),
      'file-damaged',
    ],
    ['a program', 'a.pdf', Buffer.from('4d5a90000300', 'hex'), 'file-kind-not-allowed'],
    ['nothing', 'a.txt', '', 'file-empty'],
    ['more than 25 MB', 'a.png', Buffer.concat([aPng(), Buffer.alloc(25_000_001)]), 'file-too-large'],
  ])('%s', async (_says, name, bytes, code) => {
    const customer = await aCustomer(on.ana)
    const answer = await add(on.ana, customer, name, bytes)
    expect(await answer.json()).toMatchObject({ status: 409, code })
    expect((await list(on.ana, customer)).documents).toEqual([])
  })

  test('an endless file: reading stops at the limit', async () => {
    const customer = await aCustomer(on.ana)
    let sent = 0
    const endless = new ReadableStream({
      pull: (to) => {
        sent += 1_000_000
        to.enqueue(Buffer.alloc(1_000_000, 'a'))
      },
    })
    const answer = await add(on.ana, customer, 'a.txt', endless)
    expect(await answer.json()).toMatchObject({ code: 'file-too-large' })
    expect(sent).toBeLessThan(40_000_000)
  })

  test.each([
    ['../../etc/passwd', 'passwd.txt'],
    ['..\\..\\autoexec.bat', 'autoexec.txt'],
    ['photo\u202Etxt.exe', 'phototxt.txt'],
    ['"; filename=evil.html', '_; filename=evil.txt'],
    ['<img src=x onerror=x()>', '_img src=x onerror=x()_.txt'],
  ])('the name %j is kept as %j', async (name, kept) => {
    const customer = await aCustomer(on.ana)
    expect(await added(on.ana, customer, name, 'a note')).toMatchObject({ name: kept })
  })

  test('whoever does not see the customer: another salesperson, another company, nobody', async () => {
    const customer = await aCustomer(on.ana)
    const { id } = await added(on.ana, customer, 'a.txt', 'for Ana')
    for (const who of [on.ben, on.stranger]) {
      expect((await list(who, customer)).status).toBe(404)
      expect((await add(who, customer, 'b.txt', 'x')).status).toBe(404)
      for (const path of ['file', 'thumbnail']) {
        expect((await send(who, 'GET', `/api/documents/${id}/${path}`)).status).toBe(404)
      }
      expect((await send(who, 'DELETE', `/api/documents/${id}`)).status).toBe(404)
    }
    expect((await on.server.app.request(`/api/documents/${id}/file`)).status).toBe(401)
    const forged = await on.server.app.request(`/api/documents?customer=${customer}&name=a.txt`, {
      method: 'POST',
      headers: { cookie: on.ana.cookie, 'sec-fetch-site': 'cross-site' },
      body: 'x',
    })
    expect(forged.status).toBe(403)
  })

  test.each(['customer=1&name=a', 'name=a', `customer=${'x'.repeat(36)}&name=a`, 'customer=&name='])(
    'a question without its parts: %s',
    async (query) => {
      expect((await send(on.ana, 'POST', `/api/documents?${query}`, 'x')).status).toBe(400)
    },
  )
})

test('files in a folder: nothing is left behind by what was refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'))
  const server = await ownServer({ storage: { in: 'folder', folder } })
  try {
    const other = await aStewardedCompany({ server })
    const customer = await aCustomer(other.ana)
    const send = (bytes: string) =>
      server.app.request(`/api/documents?customer=${customer}&name=a.txt`, {
        method: 'POST',
        headers: { cookie: other.ana.cookie },
        body: bytes,
      })
    const { id } = (await (await send('kept')).json()) as Document
    expect((await send('kept')).status).toBe(409)
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    expect(files.filter((file) => file.isFile()).map((file) => file.parentPath)).toEqual([
      join(folder, other.company, 'documents', id),
    ])
    const file = await server.app.request(`/api/documents/${id}/file`, {
      headers: { cookie: other.ana.cookie },
    })
    expect(await file.text()).toBe('kept')
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
})
