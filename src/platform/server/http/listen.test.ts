import { expect, test } from 'vitest'
import { choosePort, listen } from './listen.ts'

const here = { port: 0, host: '127.0.0.1' }

/** A request that is under way until `finish` is called. */
function slow() {
  const arrived = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<Response>()
  return {
    fetch: () => {
      arrived.resolve()
      return answer.promise
    },
    arrived: arrived.promise,
    finish: () => answer.resolve(new Response('done')),
  }
}

test('a request under way is answered before the server is closed; a new one is not taken', async () => {
  const { fetch: handler, arrived, finish } = slow()
  const server = await listen(handler, here)
  const answer = fetch(`http://127.0.0.1:${server.port}/`)
  await arrived
  const closed = server.close()
  await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow('fetch failed')
  finish()
  expect(await (await answer).text()).toBe('done')
  await closed
})

test('who takes too long is cut off', async () => {
  const { fetch: handler, arrived } = slow()
  const server = await listen(handler, here)
  const answer = fetch(`http://127.0.0.1:${server.port}/`)
  await arrived
  await Promise.all([server.close(20), expect(answer).rejects.toThrow('fetch failed')])
})

test('a taken port and a foreign address are told of in a sentence', async () => {
  const server = await listen(() => new Response(), here)
  const again = listen(() => new Response(), { ...here, port: server.port })
  await expect(again).rejects.toThrow(
    `Port ${server.port} is taken by another program. Choose another with PORT.`,
  )
  await server.close()
  const elsewhere = listen(() => new Response(), { port: 0, host: '192.0.2.1' })
  await expect(elsewhere).rejects.toThrow('192.0.2.1 is no address of this machine')
})

test('for 0 a free port is chosen, another is kept', async () => {
  expect(await choosePort(8080, '127.0.0.1')).toBe(8080)
  expect(await choosePort(0, '127.0.0.1')).toBeGreaterThan(1023)
})
