import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReceiver } from '../../../../test/receiver.ts'
import { mayPostTo, post, publicOnly } from './post.ts'

let receiver: Awaited<ReturnType<typeof aReceiver>>
beforeAll(async () => {
  receiver = await aReceiver()
})
afterAll(() => receiver.stop())

const sent = (url: string, more: { privateTargets?: boolean; timeoutMs?: number } = {}) =>
  post({ url, headers: {}, body: '{}', privateTargets: false, timeoutMs: 5000, ...more })

test.each([
  ['https://example.com/hook', true],
  ['https://8.8.8.8/hook', true],
  ['https://[2606:4700:4700::1111]/', true],
  ['HTTPS://example.com/hook', true],
  ['http://example.com/hook', false],
  ['ftp://example.com/hook', false],
  ['https://user:pass@example.com/', false],
  ['https://localhost/', false],
  ['https://127.0.0.1/', false],
  ['https://2130706433/', false],
  ['https://0x7f.1/', false],
  ['https://[::1]/', false],
  ['https://[::ffff:169.254.169.254]/', false],
  ['https://169.254.169.254/latest/meta-data', false],
  ['https://192.168.1.1/', false],
  ['not an address', false],
])('%s: %s', (url, allowed) => {
  expect(mayPostTo(url, false)).toBe(allowed)
})

test('a name that stands for this machine is refused when it is resolved', async () => {
  const resolved = await new Promise((done) => publicOnly('localhost', {}, (...answer) => done(answer)))
  expect(resolved).toEqual([expect.any(Error), []])
})

test('where it is allowed, loopback is reached; a redirect is not followed', async () => {
  expect(await sent(receiver.url)).toEqual({ error: 'refused-address' })
  expect(receiver.got).toEqual([])
  expect(await sent(receiver.url, { privateTargets: true })).toEqual({ status: 204 })
  receiver.state.answer = 302
  expect(await sent(receiver.url, { privateTargets: true })).toEqual({ status: 302 })
  expect(receiver.got.length).toBe(2)
})

test('silence ends in time, and nobody there is said', async () => {
  receiver.state.answer = null
  expect(await sent(receiver.url, { privateTargets: true, timeoutMs: 200 })).toEqual({ error: 'timeout' })
  expect(await sent('http://127.0.0.1:1/', { privateTargets: true })).toEqual({ error: 'unreachable' })
  expect(await sent('HTTPS://127.0.0.1:1/', { privateTargets: true })).toEqual({ error: 'unreachable' })
})
