import { Readable } from 'node:stream'
import { beginCheck } from '../src/imports/server/commands/prepare.ts'
import { startImport } from '../src/imports/server/commands/start.ts'
import { programActor } from '../src/people/server/queries/actor.ts'
import { importingOf } from '../src/program/imports.ts'
import { isRefusal } from '../src/values/refusal.ts'
import { finishImport } from './import.ts'
import type { Server } from './make.ts'

/** A file of customers that was checked and waits for a person to look; answers the import's id. */
export async function uploadAndCheck(server: Server, companyId: string, text: string): Promise<string> {
  const importing = importingOf(server.services)
  const actor = programActor(companyId)
  const file = Readable.from([Buffer.from(text)])
  const upload = { fileName: 'customers.csv', file, entity: 'customers', reading: {} }
  const started = await startImport(importing, actor, upload)
  if (isRefusal(started)) throw new Error(started.refused)
  await beginCheck(importing, actor, started.id)
  await finishImport(server, companyId, started.id)
  return started.id
}
