import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../src/platform/server/embedded/start.ts'
import type { Bench, Figure } from './figure.ts'

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  import: async () => (await import('./import.ts')).importing,
  'owner-as-of': async () => (await import('./ledger.ts')).ownerAsOf,
  verify: async () => (await import('./ledger.ts')).verifying,
  transfer: async () => (await import('./transfer.ts')).transferring,
  'lines-api': async () => (await import('./lines.ts')).linesByApi,
  'lines-file': async () => (await import('./lines.ts')).linesByFile,
  search: async () => (await import('./search.ts')).search,
}

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true },
    scale: { type: 'string', default: 'small' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

if (values.help === true) {
  console.log(`npm run bench -- [--only NAME]… [--scale small|full] [--json]: measure beside raw PostgreSQL in the same run
  names: ${Object.keys(benches).join(', ')}
  RELEVO_BENCH_DATABASE_URL: a PostgreSQL whose role may create databases, instead of an embedded one`)
} else {
  process.exitCode = await measure()
}

async function measure(): Promise<number> {
  const wanted = (values.only ?? Object.keys(benches)).flatMap((name) => name.split(','))
  const unknown = wanted.find((name) => !Object.hasOwn(benches, name))
  const scale = values.scale
  if (unknown !== undefined || (scale !== 'small' && scale !== 'full')) {
    console.error(
      unknown === undefined ? `--scale is small or full, not ${scale}` : `There is no bench "${unknown}".`,
    )
    return 2
  }
  const given = process.env['RELEVO_BENCH_DATABASE_URL']
  const folder = await mkdtemp(join(tmpdir(), 'relevo-bench-'))
  const postgres = given === undefined ? await startEmbedded(folder, { mayCreateDatabases: true }) : null
  try {
    const figures: Figure[] = []
    for (const name of wanted) {
      const bench = await benches[name]?.()
      if (bench !== undefined) figures.push(...(await bench(given ?? postgres?.url ?? '', scale)))
    }
    if (values.json === true) console.log(JSON.stringify(figures))
    else for (const one of figures) console.log(inWords(one))
    return 0
  } finally {
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function inWords(one: Figure): string {
  const more = Object.entries(one.more ?? {}).map(([name, value]) => `${name} ${value}`)
  return [
    `${one.name}: n ${one.n}`,
    `ours ${one.ours_ms} ms`,
    `raw ${one.raw_ms} ms`,
    `ratio ${one.ratio}`,
    `rss ${one.rss_mb} MB`,
    ...more,
  ].join(', ')
}
