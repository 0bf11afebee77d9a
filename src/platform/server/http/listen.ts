import { type IncomingMessage, createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'

/** What answers a request; `env` holds the connection, from which the address that asks is read. */
export type Answering = (request: Request, env: object) => Response | Promise<Response>

export type Listening = {
  /** The port it has, also where the system chose it. */
  readonly port: number
  /** Takes no new requests and settles when those under way are answered, at the latest after `patience` ms. */
  close(patience?: number): Promise<void>
}

/** Starts a web server. Throws with a sentence when the port is taken or not open to us. */
export async function listen(
  fetch: Answering,
  { port, host }: { port: number; host: string },
): Promise<Listening> {
  const server = createServer(getRequestListener((request, env) => fetch(request, env)))
  const silent = silentConnections(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: (patience = 10_000) => drain(server, silent, patience),
  }
}

/** A port that is free now, for PORT=0: addresses in letters and cookies have to know it before we listen. */
export async function choosePort(port: number, host: string): Promise<number> {
  if (port !== 0) return port
  const probe = await listen(() => new Response(), { port: 0, host })
  await probe.close()
  return probe.port
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program. Choose another with PORT.`,
    EACCES: `Port ${port} is not open to this account. Choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Choose another with HOST.`,
    ENOTFOUND: `${host} is no address of this machine. Choose another with HOST.`,
  }
  return new Error(sentences[error.code ?? ''] ?? error.message, { cause: error })
}

/** Browsers open connections ahead that never ask anything; Node counts them as busy. */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', (request: IncomingMessage) => silent.delete(request.socket))
  return silent
}

async function drain(server: Server, silent: ReadonlySet<Socket>, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const socket of silent) socket.destroy()
  // A connection whose request was answered would be kept for the next one.
  const idle = setInterval(() => server.closeIdleConnections(), 20)
  // A page that stays connected for news would keep us for ever.
  const late = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
