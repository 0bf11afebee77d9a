import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressOf, isLocal } from './address.ts'

async function asked(headers: Record<string, string>, proxies: number) {
  const app = new Hono()
  app.get('/', (c) => c.json({ address: addressOf(c, proxies), local: isLocal(c) }))
  return (await (await app.request('/', { headers })).json()) as { address: string; local: boolean }
}

test.each([
  [{}, 0, '127.0.0.1'],
  [{ 'x-forwarded-for': '10.9.9.9' }, 0, '127.0.0.1'],
  [{ 'x-forwarded-for': '203.0.113.7' }, 1, '203.0.113.7'],
  [{ 'x-forwarded-for': 'made up, 203.0.113.7' }, 1, '203.0.113.7'],
  [{ 'x-forwarded-for': '1.1.1.1, 203.0.113.7, 10.0.0.2' }, 2, '203.0.113.7'],
  [{ 'x-forwarded-for': '2001:db8::1' }, 1, '2001:db8::1'],
  [{ 'x-forwarded-for': '<script>' }, 1, '127.0.0.1'],
  [{}, 1, '127.0.0.1'],
])('%o behind %i: %s', async (headers, proxies, address) => {
  expect((await asked(headers as Record<string, string>, proxies)).address).toBe(address)
})

test('what a proxy passes on is not local', async () => {
  expect((await asked({}, 0)).local).toBe(true)
  expect((await asked({ 'x-forwarded-for': '203.0.113.7' }, 0)).local).toBe(false)
})
