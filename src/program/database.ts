import type { Config } from '../platform/server/config.ts'
import { startEmbedded } from '../platform/server/embedded/start.ts'

export type OpenDatabase = {
  readonly url: string
  /** Leaves it; the embedded one stops with the last program that uses it. Close your own connections first. */
  stop(): Promise<void>
}

/** The database that the settings name, else the embedded one, started if it doesn't run yet. */
export async function openDatabase(config: Config, complain: (line: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => {} }
  return await startEmbedded(config.dataFolder, { report: complain })
}
