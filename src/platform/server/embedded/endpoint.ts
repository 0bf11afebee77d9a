import { createServer } from 'node:net'
import type { Endpoint, Home } from './home.ts'

/** A socket's path may have 107 bytes on Linux and 103 on macOS. */
const longestSocketPath = 103

/**
 * A socket that only this account can enter; loopback where the folder's path is too long for one, and on Windows.
 * `before` is where it listened until now: a restart under a running program keeps that port if it can.
 */
export async function chooseEndpoint(home: Home, before: Endpoint | null): Promise<Endpoint> {
  const socket = `${home.folder}/.s.PGSQL.5432`
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= longestSocketPath) {
    return { socketFolder: home.folder }
  }
  return { port: await freePort(before !== null && 'port' in before ? before.port : 0) }
}

/** The wished port of 127.0.0.1 where it is free, else any that is. */
function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && wished !== 0) resolve(freePort(0))
      else reject(error)
    })
    probe.listen({ host: '127.0.0.1', port: wished, exclusive: true }, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
