// Writes what is derived: the web's types from the API contract, and with --database the types of the tables.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = (name) => join(root, 'node_modules', '.bin', name)

if (process.argv.includes('--help')) {
  console.log(
    'npm run generate [-- --database]: write the types derived from the API contract (and from the migrations)',
  )
  process.exit(0)
}
if (process.argv.includes('--database')) await writeTableTypes()
writeContract()

/** Only touched when it changed, so that builds and type checks that look at times don't run again for nothing. */
function writeContract() {
  const json = execFileSync(bin('node'), ['src/main.ts', 'contract'], { cwd: root, maxBuffer: 1 << 28 })
  const folder = mkdtempSync(join(tmpdir(), 'relevo-contract-'))
  try {
    writeFileSync(join(folder, 'openapi.json'), json)
    execFileSync(
      bin('node'),
      [bin('openapi-typescript'), join(folder, 'openapi.json'), '-o', join(folder, 'contract.d.ts')],
      { stdio: 'pipe' },
    )
    const target = join(root, 'src/platform/web/request/contract.gen.d.ts')
    mkdirSync(dirname(target), { recursive: true })
    const text = readFileSync(join(folder, 'contract.d.ts'), 'utf8')
    if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function writeTableTypes() {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-tables-'))
  const script = `
    import { startEmbedded } from './src/platform/server/embedded/start.ts'
    import { openServices } from './src/program/open.ts'
    import { execFileSync } from 'node:child_process'
    const server = await startEmbedded(${JSON.stringify(folder)})
    const { close } = await openServices({ databaseUrl: server.url, dataFolder: ${JSON.stringify(folder)}, url: 'http://localhost', logLevel: 'silent' })
    await close()
    execFileSync('kysely-codegen', ['--url', server.url, '--date-parser', 'string', '--type-mapping', '{"int8":"number"}',
      '--include-pattern', 'public.*', '--exclude-pattern', 'public.migration',
      '--out-file', 'src/platform/server/database/schema.gen.ts', '--log-level', 'error'])
    await server.stop()`
  try {
    execFileSync(bin('node'), ['--input-type=module-typescript', '-e', script], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
