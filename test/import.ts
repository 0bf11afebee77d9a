import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import {
  type MapFile,
  type StraightResult,
  importStraight,
  workUntilDone,
} from '../src/imports/server/commands/straight.ts'
import type { ImportRecord } from '../src/imports/server/queries/import.ts'
import { programActor } from '../src/people/server/queries/actor.ts'
import { readAs } from '../src/platform/server/database/transaction.ts'
import { importingOf } from '../src/program/imports.ts'
import { type Refusal, isRefusal } from '../src/values/refusal.ts'
import { aFile } from './files.ts'
import type { Server } from './make.ts'

/** A folder of a test's own for uploads. */
export function aDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'test-imports-'))
}

/** Imports a text in one go, as the command line does; a refusal is an answer too. */
export async function tryToImport(
  server: Server,
  companyId: string,
  entity: string,
  file: string | Uint8Array,
  more: { map?: MapFile; dryRun?: boolean } = {},
): Promise<StraightResult | Refusal> {
  return await importStraight(importingOf(server.services), programActor(companyId), {
    path: aFile(file),
    fileName: `${entity}.csv`,
    entity,
    map: more.map ?? {},
    dryRun: more.dryRun ?? false,
  })
}

/** The same, where it must succeed. */
export async function bringIn(
  server: Server,
  companyId: string,
  entity: string,
  file: string | Uint8Array,
  more: { map?: MapFile; dryRun?: boolean } = {},
): Promise<StraightResult> {
  const done = await tryToImport(server, companyId, entity, file, more)
  if (isRefusal(done)) throw new Error(`${entity}: ${JSON.stringify(done)}`)
  return done
}

/** Takes the steps that a worker would, until the import waits for a person or has ended. */
export function finishImport(server: Server, companyId: string, id: string): Promise<ImportRecord> {
  return workUntilDone(importingOf(server.services), programActor(companyId), id)
}

/** Rows of the company's data as the program sees them. */
export async function rowsOfCompany<Row>(server: Server, companyId: string, text: string): Promise<Row[]> {
  const { rows } = await readAs(server.services.db, programActor(companyId), (tx) =>
    sql.raw<Row>(text).execute(tx),
  )
  return rows
}

/** Everything that imports may touch, as text: what undoing must bring back. Bookkeeping (versions, moments) is left out. */
export async function pictureOf(server: Server, companyId: string): Promise<string> {
  const queries = {
    customers: `select to_jsonb(c) - 'version' - 'updated_at' - 'created_at' - 'confirmed_on' as it from customer c order by c.code`,
    contacts: `select to_jsonb(k) - 'version' - 'updated_at' - 'created_at' as it from contact k order by k.customer_id, k.name`,
    owners: `select h.customer_id, h.person_id from holder h join customer c on c.id = h.customer_id order by 1`,
    products: `select to_jsonb(p) - 'version' - 'updated_at' - 'created_at' as it from product p order by p.code`,
    orders: `select to_jsonb(o) - 'version' - 'updated_at' - 'created_at' as it from sales_order o order by o.code`,
    lines: `select to_jsonb(l) - 'version' as it from sales_order_line l order by l.order_id, l.line`,
  }
  const parts: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(queries))
    parts[name] = await rowsOfCompany(server, companyId, text)
  return JSON.stringify(parts, null, 1)
}
