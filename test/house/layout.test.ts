import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { project } from './tree.ts'

const sources = ['src', 'bin', 'test', 'bench']
  .flatMap((folder) => filesIn(folder))
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.gen\.(d\.)?ts$/.test(file))

function filesIn(folder: string): string[] {
  const entries = statSync(join(project, folder), { throwIfNoEntry: false })
    ? readdirSync(join(project, folder))
    : []
  return entries.flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(join(project, path)).isDirectory() ? filesIn(path) : [path]
  })
}

function textOf(file: string): string {
  return readFileSync(join(project, file), 'utf8')
}

function linesOf(file: string): number {
  return textOf(file).split('\n').length - 1
}

test('no file is longer than 300 lines, and half of them have no more than 60', () => {
  expect(sources.filter((file) => linesOf(file) > 300)).toEqual([])
  const lengths = sources.map(linesOf).toSorted((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60)
})

/** A file's path below after-sales service, a part of the business as ARCHITECTURE.md names it; any other as it is. */
function inService(file: string): string {
  return file.replace(/^src\/service\//, '')
}

test('no file or folder has a name that says nothing', () => {
  // `managers` are people: whom a team answers to.
  const empty =
    /(^|[/.-])(utils?|helpers?|common|shared|misc|services?|manager|handle(rs?)?|process(or)?s?)([/.-]|$)|(^|\/)index\./i
  // The one thing that every part of the server is handed bears its name.
  const known = new Set(['src/platform/server/services.ts'])
  expect(sources.filter((file) => empty.test(inService(file)) && !known.has(file))).toEqual([])
})

test('every folder of src is a feature in the order of ARCHITECTURE.md or one of the five others', () => {
  const order =
    textOf('ARCHITECTURE.md')
      .split('\n')
      .find((line) => line.includes(' ← ')) ?? ''
  const known = new Set([...order.split(/ ← |, /), 'values', 'platform', 'screens', 'program', 'sync'])
  const folders = readdirSync(join(project, 'src')).filter((name) => !name.includes('.'))
  expect(folders.filter((name) => !known.has(name))).toEqual([])
})

test('tables are asked only by queries and the platform', () => {
  const asks = /\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`/
  const allowed = /^src\/platform\/server\/|^src\/[^/]+\/server\/queries[./]|\.test\.ts$/
  const files = sources.filter((file) => file.startsWith('src/') && !allowed.test(file))
  expect(files.filter((file) => asks.test(textOf(file)))).toEqual([])
})
