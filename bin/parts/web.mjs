import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ownNode, project, runThrough, tool } from './project.mjs'

const built = join(project, 'dist/web')
const record = join(project, 'dist/web-built-from')

/** Builds the web app unless it was built from just these sources. The old build stays in place until the new one is whole. */
export async function buildWeb() {
  const sources = fingerprint()
  if (existsSync(join(built, 'index.html')) && readRecord() === sources) return false
  console.error('Building the web app …')
  sweepDrafts()
  const draft = join(project, `dist/web.new-${process.pid}`)
  const args = [tool('vite'), 'build', '--logLevel', 'error', '--outDir', draft]
  const code = await runThrough(ownNode(), args, { stdio: ['ignore', process.stderr, process.stderr] })
  if (code !== 0) throw new Error('The web app could not be built: see above.')
  mkdirSync(join(project, 'dist'), { recursive: true })
  rmSync(record, { force: true })
  rmSync(built, { recursive: true, force: true })
  renameSync(draft, built)
  writeFileSync(record, sources)
  return true
}

function readRecord() {
  return existsSync(record) ? readFileSync(record, 'utf8') : null
}

/** Everything a build can depend on: what the browser gets and what the build itself is made of. */
function fingerprint() {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(project, path)
    if (!existsSync(full)) return
    if (!statSync(full).isDirectory()) {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
      return
    }
    for (const name of readdirSync(full)) if (!isForServer(path, name)) add(join(path, name))
  }
  for (const path of [
    'index.html',
    'vite.config.ts',
    'tsconfig.base.json',
    'tsconfig.web.json',
    'package-lock.json',
  ])
    add(path)
  // The names on the map are made of the tables of places.
  for (const path of ['build', 'locales', 'public', 'src', 'src/platform/server/places']) add(path)
  return hash.digest('hex')
}

/** Left out: what the browser never gets. */
function isForServer(folder, name) {
  if (/\.(test|gen\.d)\.tsx?$/.test(name)) return true
  if (folder === 'src') return name === 'program' || name === 'main.ts'
  return dirname(folder) === 'src' && name === 'server'
}

/** What killed builds have left. */
function sweepDrafts() {
  if (!existsSync(join(project, 'dist'))) return
  for (const name of readdirSync(join(project, 'dist'))) {
    const pid = /^web\.new-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(project, 'dist', name), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
