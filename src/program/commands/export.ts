import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import {
  type ExportFormat,
  type Exporting,
  exportFile,
  exportFormats,
} from '../../imports/server/commands/export.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type Command, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { exportingOf } from '../exports.ts'
import { withServices } from '../beside-app.ts'

const entities = ['people', 'customers', 'products', 'orders', 'order-lines', 'prices', 'stock-counts']

export const exportCommand: Command = {
  name: 'export',
  says: 'hand data out as a file',
  usage: `relevo export ${entities.join('|')} [--format csv|xlsx|json] [--out FILE] [--company NAME] [--json]
  relevo export all --out FOLDER [--format csv|xlsx|json] [--company NAME] [--json]`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, out: { type: 'string' }, company: { type: 'string' } },
    })
    const [what = '', ...more] = positionals
    const { out } = values
    const format = formatOf(values.format ?? (io.json && out === undefined ? 'json' : 'csv'))
    if (more.length > 0 || (what !== 'all' && !entities.includes(what)))
      throw new UsageError(`Say what to export: ${entities.join(', ')} or all.`)
    if (what === 'all' && out === undefined) throw new UsageError('Name the folder with --out.')
    if (io.json && out === undefined && format !== 'json')
      throw new UsageError('With --json, name a file with --out or leave the format out.')
    return await withServices(io, async (services) => {
      const company = await oneCompany(services, values.company)
      const exporting = exportingOf(services)
      const actor = programActor(company.id)
      if (what === 'all' && out !== undefined) {
        await mkdir(out, { recursive: true, mode: 0o700 })
        const rows: Record<string, number> = {}
        for (const entity of entities)
          rows[entity] = await write(exporting, actor, entity, format, join(out, `${entity}.${format}`))
        const words = Object.entries(rows).map(([entity, count]) => `${count} ${entity}`)
        io.answer(rows, `${out}: ${words.join(', ')}.`)
        return 0
      }
      const rows = await write(exporting, actor, what, format, out ?? null)
      if (out !== undefined) io.answer({ rows, file: out }, `${out}: ${rows} ${what}.`)
      return 0
    })
  },
}

function formatOf(text: string): ExportFormat {
  const format = exportFormats.find((one) => one === text)
  if (format === undefined) throw new UsageError('--format is csv, xlsx or json.')
  return format
}

/** To a file that only its owner reads, or to standard output; answers the rows. */
async function write(
  exporting: Exporting,
  actor: Actor,
  entity: string,
  format: ExportFormat,
  path: string | null,
): Promise<number> {
  const made = await exportFile(exporting, actor, entity, format)
  if (isRefusal(made)) throw new Error(`${entity} can't be exported: ${made.refused}`)
  const source = Readable.from(made.bytes)
  if (path === null) await pipeline(source, process.stdout, { end: false })
  else await pipeline(source, createWriteStream(path, { mode: 0o600 }))
  return made.rows
}
