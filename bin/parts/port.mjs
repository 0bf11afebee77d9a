import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** The first free port from this one on, among ten; a taken one is told of. Anything odd is left to the program to judge. */
export async function freePort(wished, host) {
  if (!/^\d{1,5}$/.test(wished) || wished === '0' || (await isFreeSoon(Number(wished), host))) return wished
  for (let port = Number(wished) + 1; port < Number(wished) + 10 && port <= 65535; port++) {
    if (!(await isFree(port, host))) continue
    console.error(`Port ${wished} is taken by another program: using ${port} instead.`)
    return String(port)
  }
  throw new Error(`Port ${wished} and the nine after it are taken. Choose another: PORT=8080 npm start`)
}

/** A server that was stopped a moment ago may still be finishing its work. */
async function isFreeSoon(port, host) {
  for (let tries = 0; tries < 10; tries++) {
    if (await isFree(port, host)) return true
    await wait(100)
  }
  return false
}

function isFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code !== 'EADDRINUSE'))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
