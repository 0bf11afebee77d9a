import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, postmasterOf } from '../../../../test/programs/asking.ts'
import { startEmbedded, type Embedded } from './start.ts'

let folder: string
const running: Embedded[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relevo-pg-'))
})

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(where: string): Promise<Embedded> {
  const postgres = await startEmbedded(where)
  running.push(postgres)
  return postgres
}

test('may have any name, and be moved while the server is stopped', async () => {
  const strange = join(folder, `mit ü und 王, 'quotes', "others", $HOME and \`ls\``)
  const before = await start(strange)
  expect(new URL(before.url).searchParams.get('host')).toContain('$HOME')
  await ask(before.url, 'create table kept as select 42 as answer')
  await before.stop()
  await rename(strange, join(folder, 'plain'))
  const after = await start(join(folder, 'plain'))
  expect(await ask(after.url, 'select answer from kept')).toEqual({ answer: 42 })
})

test('too deep for a socket: loopback, and the same address after a kill of the server', async () => {
  const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  const { url } = await start(deep)
  expect(new URL(url).host).toMatch(/^127\.0\.0\.1:\d+$/)
  process.kill((await postmasterOf(deep)) ?? 0, 'SIGKILL')
  const answer = () => ask(url, 'select 1 as one').catch(() => null)
  await expect.poll(answer, { timeout: 20_000 }).toEqual({ one: 1 })
})

test('where something else is in the way, it says so', async () => {
  await writeFile(join(folder, 'postgres'), 'a file where the database should be')
  await expect(startEmbedded(folder)).rejects.toThrow(/postgres is in the way/)
  await expect(startEmbedded(join(folder, 'postgres'))).rejects.toThrow(/can't hold the data.*RELEVO_DATA/)
})
