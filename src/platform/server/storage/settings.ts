import { join } from 'node:path'
import type { Tx } from '../database/connect.ts'
import { ConfigError, type ConfigProblem } from '../config.ts'
import { databaseStore } from './in-database.ts'
import { folderStore } from './in-folder.ts'
import { s3Store, type S3Settings } from './in-s3.ts'
import type { FileStore } from './store.ts'

/** Where files are kept; the same for every company. */
export type StorageSettings =
  | { readonly in: 'database' }
  | { readonly in: 'folder'; readonly folder: string }
  | ({ readonly in: 's3' } & S3Settings)

/** The store of one company. `tx` is used when files are kept in the database, and only then. */
export function openStore(settings: StorageSettings, tx: Tx, organizationId: string): FileStore {
  if (settings.in === 'database') return databaseStore(tx, organizationId)
  return settings.in === 'folder'
    ? folderStore(settings.folder, organizationId)
    : s3Store(settings, organizationId)
}

type Environment = Readonly<Record<string, string | undefined>>

const S3_VARIABLES = {
  endpoint: 'RELEVO_S3_ENDPOINT',
  bucket: 'RELEVO_S3_BUCKET',
  region: 'RELEVO_S3_REGION',
  accessKeyId: 'RELEVO_S3_KEY',
  secretAccessKey: 'RELEVO_S3_SECRET',
} as const

/**
 * RELEVO_FILES: `database` (default), `folder` (below the data folder) or `s3`, which needs RELEVO_S3_ENDPOINT,
 * _BUCKET, _REGION, _KEY and _SECRET. Throws a ConfigError that names every variable that can't be used.
 */
export function readStorageSettings(env: Environment, dataFolder: string): StorageSettings {
  const wanted = env['RELEVO_FILES']?.trim() || 'database'
  if (wanted === 'database') return { in: 'database' }
  if (wanted === 'folder') return { in: 'folder', folder: join(dataFolder, 'files') }
  if (wanted === 's3') return { in: 's3', ...s3Settings(env) }
  throw new ConfigError([
    { variable: 'RELEVO_FILES', value: JSON.stringify(wanted), rule: 'database, folder or s3' },
  ])
}

function s3Settings(env: Environment): S3Settings {
  const problems: ConfigProblem[] = []
  const read = (name: keyof S3Settings, rule: string, fits: (text: string) => boolean) => {
    const variable = S3_VARIABLES[name]
    const text = env[variable]?.trim() ?? ''
    // What was given isn't shown: it may be a secret in the wrong variable.
    if (!fits(text)) problems.push({ variable, value: text === '' ? 'missing' : 'unusable', rule })
    return text
  }
  const settings = {
    endpoint: read('endpoint', 'an address like https://s3.example.com', (text) =>
      /^https?:\/\/[^/@?#]+\/?$/.test(text),
    ),
    bucket: read('bucket', 'the name of a bucket', (text) => /^[a-z0-9][a-z0-9.-]{1,62}$/.test(text)),
    region: read('region', 'a region like eu-south-2', (text) => /^[a-z0-9-]{1,40}$/.test(text)),
    accessKeyId: read('accessKeyId', 'the id of an access key', (text) => /^[\x21-\x7e]+$/.test(text)),
    secretAccessKey: read('secretAccessKey', 'the secret of the access key', (text) =>
      /^[\x21-\x7e]+$/.test(text),
    ),
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return settings
}
