import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { project } from './project.mjs'
import { whole } from './stages.mjs'

/** JavaScript that must have arrived before the first screen, gzipped. */
const limit = 300_000

/** Weighs the entry of the web app and everything it imports at once; what is loaded when needed doesn't count. */
export function weighFirstLoad(folder = join(project, 'dist/web')) {
  const manifest = join(folder, '.vite/manifest.json')
  if (!existsSync(manifest))
    return whole(false, 'dist/web/.vite/manifest.json is missing: the build has to write it.')
  const chunks = JSON.parse(readFileSync(manifest, 'utf8'))
  const entry = Object.values(chunks).find((chunk) => chunk.isEntry)
  if (entry === undefined) return whole(false, 'The build has no entry.')
  const files = [...imported(entry, chunks)].map((chunk) => chunk.file).filter((file) => file.endsWith('.js'))
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
  const said = `First load: ${(bytes / 1000).toFixed(1)} kB of JavaScript (gzip) in ${files.length} files; the limit is ${limit / 1000} kB.`
  return whole(bytes <= limit, said)
}

function imported(chunk, chunks, seen = new Set()) {
  if (seen.has(chunk)) return seen
  seen.add(chunk)
  for (const name of chunk.imports ?? []) imported(chunks[name], chunks, seen)
  return seen
}
