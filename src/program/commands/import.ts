import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type MapFile, importStraight } from '../../imports/server/commands/straight.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type Command, type Io, UsageError } from '../command.ts'
import { oneCompany } from '../company.ts'
import { importingOf } from '../imports.ts'
import { withServices } from '../beside-app.ts'

const entities = ['people', 'customers', 'products', 'orders', 'order-lines', 'prices', 'stock-counts']

export const importFile: Command = {
  name: 'import',
  says: 'bring a CSV or XLSX file in',
  usage: `relevo import ${entities.join('|')} FILE [--company NAME] [--map FILE] [--dry-run] [--json]`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        company: { type: 'string' },
        map: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    })
    const [entity = '', path, ...more] = positionals
    if (!entities.includes(entity)) throw new UsageError(`Say what to import: ${entities.join(', ')}.`)
    if (path === undefined || more.length > 0) throw new UsageError('Name one file to import.')
    const file = await stat(path).catch(() => null)
    if (file === null || !file.isFile()) throw new UsageError(`There is no file ${path}.`)
    const map = values.map === undefined ? {} : await readMap(values.map)
    const dryRun = values['dry-run'] ?? false
    return await withServices(io, async (services) => {
      const company = await oneCompany(services, values.company)
      const done = await importStraight(importingOf(services), programActor(company.id), {
        path,
        fileName: basename(path),
        entity,
        map,
        dryRun,
        progress: tell(io),
      })
      if (isRefusal(done)) {
        const facts = Object.entries(done.facts ?? {}).map(([name, value]) => `${name}: ${value}`)
        throw new Error(`${basename(path)} can't be imported: ${[done.refused, ...facts].join(', ')}`)
      }
      const { created, updated, unchanged, rejected, duplicates } = done.summary
      const words = dryRun ? 'Would come in' : 'Done'
      io.answer(
        done.summary,
        `${words}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected, ${duplicates} duplicates.`,
      )
      return 0
    })
  },
}

async function readMap(path: string): Promise<MapFile> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) throw new UsageError(`There is no mapping file ${path}.`)
  try {
    const map: unknown = JSON.parse(text)
    if (typeof map === 'object' && map !== null && !Array.isArray(map)) return map as MapFile
  } catch {
    // said below
  }
  throw new UsageError(`${path} isn't a mapping: {"columns": {"Column name": "field"}, "options": {…}}.`)
}

/** Progress on standard error, at most every tenth of the file. */
function tell(io: Io) {
  let said = ''
  return (record: { state: string; position: number; total: number | null }) => {
    const tenth = record.total === null ? 0 : Math.floor((10 * record.position) / Math.max(1, record.total))
    const line = record.total === null ? `${record.state}…` : `${record.state} ${tenth * 10} %`
    if (line !== said && !io.json) io.complain(line)
    said = line
  }
}
