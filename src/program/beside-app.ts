import { readConfig } from '../platform/server/config.ts'
import { readStorageSettings } from '../platform/server/storage/settings.ts'
import type { Services } from '../platform/server/services.ts'
import type { Io } from './command.ts'
import { openDatabase } from './database.ts'
import { openServices } from './open.ts'
import { stopSignal } from './stop.ts'

/**
 * Gives a command the services, beside a running app or without it: with DATABASE_URL that database, else the embedded
 * one, started for the time if it isn't running. Ctrl-C undoes what isn't committed and leaves no server behind.
 */
export async function withServices<T>(io: Io, work: (services: Services) => Promise<T>): Promise<T> {
  const config = readConfig(io.env)
  const storage = readStorageSettings(io.env, config.dataFolder)
  const database = await openDatabase(config, io.complain)
  void stopSignal().then(async () => {
    await database.stop()
    process.exit(130)
  })
  try {
    const { services, close } = await openServices({
      databaseUrl: database.url,
      dataFolder: config.dataFolder,
      storage,
      url: config.publicUrl ?? `http://localhost:${config.port}`,
      logLevel: 'silent',
      connections: 4,
    })
    try {
      return await work(services)
    } finally {
      await close()
    }
  } finally {
    await database.stop()
  }
}
