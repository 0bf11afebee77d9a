import { Client } from 'pg'
import type { Logger } from 'pino'

type Ears = {
  heard: (organizationId: string, revision: number) => void
  /** After every new connection but the first: what was sent meanwhile is lost. */
  missed: () => void
  log: Logger
}

/** The one connection of this node that listens for commits; it connects again when it breaks, ever more patiently. */
export function pokesFrom(url: string, { heard, missed, log }: Ears): { stop: () => Promise<void> } {
  let client: Client | null = null
  let again: NodeJS.Timeout | null = null
  let stopped = false
  let failures = 0
  let connected = 0

  const later = () => {
    if (stopped || again !== null) return
    failures += 1
    again = setTimeout(
      () => {
        again = null
        void open()
      },
      Math.min(15_000, 250 * 2 ** failures),
    )
  }
  async function open(): Promise<void> {
    const next = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
    client = next
    next.on('error', () => undefined)
    next.once('end', () => {
      if (client === next) later()
    })
    next.on('notification', ({ payload }) => {
      const [organizationId = '', revision = ''] = (payload ?? '').split(' ')
      if (/^\d+$/.test(revision)) heard(organizationId, Number(revision))
    })
    try {
      await next.connect()
      await next.query('listen relevo_revision')
      failures = 0
      connected += 1
      if (connected > 1) missed()
    } catch (error) {
      if (!stopped)
        log.warn({ err: { message: String(error) } }, 'the connection for news could not be opened')
      await next.end().catch(() => undefined)
      later()
    }
  }
  const opening = open()
  return {
    stop: async () => {
      stopped = true
      if (again !== null) clearTimeout(again)
      await opening
      await client?.end().catch(() => undefined)
    },
  }
}
