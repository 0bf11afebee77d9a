import createFetchClient from 'openapi-fetch'
import { expect, test } from 'vitest'
import { keptAnswers } from './kept-answers.ts'

/** A server whose answer depends on its state, and what it was asked and answered. */
function aServer() {
  const seen: number[] = []
  const on = { state: 1, seen }
  const fetch = async (request: Request) => {
    const tag = `"${on.state}"`
    const known = request.headers.get('if-none-match') === tag
    seen.push(known ? 304 : 200)
    if (known) return new Response(null, { status: 304 })
    return Response.json({ state: on.state }, { headers: request.url.includes('plain') ? {} : { etag: tag } })
  }
  const client = createFetchClient<Record<string, never>>({ baseUrl: 'http://relevo.test/', fetch })
  client.use(keptAnswers())
  const get = async (path: string) => (await client.GET(path as never)).data
  return { ...on, on, get }
}

test('what did not change is not sent again, and reads the same', async () => {
  const { get, on, seen } = aServer()
  expect([await get('/points'), await get('/points')]).toEqual([{ state: 1 }, { state: 1 }])
  on.state = 2
  expect([await get('/points'), await get('/points')]).toEqual([{ state: 2 }, { state: 2 }])
  expect(seen).toEqual([200, 304, 200, 304])
})

test('another question is asked in full, and so is what has no tag', async () => {
  const { get, seen } = aServer()
  await get('/points')
  await get('/points?tier=A')
  await get('/plain')
  await get('/plain')
  expect(seen).toEqual([200, 200, 200, 200])
})
