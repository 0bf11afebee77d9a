import type { Kysely } from 'kysely'
import { pino } from 'pino'
import type { Command } from '../command.ts'
import { contractOf } from '../contract.ts'
import { createApp } from '../http.ts'

/** Needs no database: the routes are mounted and nothing is asked of them. */
export const contract: Command = {
  name: 'contract',
  says: 'print the API contract (OpenAPI 3.1)',
  usage: 'relevo contract',
  run: async () => {
    const services = {
      db: {} as Kysely<never>,
      signIn: {},
      jobs: {},
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      url: '',
      dataFolder: '',
    }
    const app = createApp(services as never, { setupCode: '', requestsPerMinute: 0 })
    process.stdout.write(`${JSON.stringify(contractOf(app), null, 2)}\n`)
    return 0
  },
}
