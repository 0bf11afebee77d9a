import { readConfig } from '../platform/server/config.ts'
import { startEmbedded } from '../platform/server/embedded/start.ts'
import { readStorageSettings } from '../platform/server/storage/settings.ts'
import type { Services } from '../platform/server/services.ts'
import type { Io } from './command.ts'
import { openServices } from './services.ts'

/**
 * Gives a command the services, beside a running app or without it: with DATABASE_URL that database, else the embedded
 * one, started for the time if it isn't running.
 */
export async function withServices<T>(io: Io, work: (services: Services) => Promise<T>): Promise<T> {
  const config = readConfig(io.env)
  const embedded = config.databaseUrl === null ? await startEmbedded(config.dataFolder) : null
  try {
    const { services, close } = await openServices({
      databaseUrl: config.databaseUrl ?? embedded?.url ?? '',
      dataFolder: config.dataFolder,
      storage: readStorageSettings(io.env, config.dataFolder),
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
    await embedded?.stop()
  }
}
