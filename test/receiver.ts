import { type Server, createServer } from 'node:http'
import { once } from 'node:events'

export type Got = { headers: Record<string, string>; body: string }

/** A program on loopback that webhooks are sent to; `answer` is the status it gives, null for silence. */
export async function aReceiver() {
  const got: Got[] = []
  const state: { answer: number | null } = { answer: 204 }
  const server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      got.push({ headers: request.headers as Record<string, string>, body })
      server.emit('got')
      if (state.answer === null) return
      response.writeHead(state.answer, state.answer === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/hook`,
    got,
    state,
    /** Settles when the next one arrives. */
    next: () => once(server, 'got'),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
