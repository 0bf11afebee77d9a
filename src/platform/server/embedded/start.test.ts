import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask, postmasterOf } from '../../../../test/programs/asking.ts'
import { startHolding } from '../../../../test/programs/holding.ts'
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

async function start(): Promise<Embedded> {
  const postgres = await startEmbedded(folder)
  running.push(postgres)
  return postgres
}

async function killServer(): Promise<number> {
  const pid = (await postmasterOf(folder)) ?? 0
  process.kill(pid, 'SIGKILL')
  return pid
}

function answersAgain(url: string): Promise<void> {
  const answer = () => ask(url, 'select 1 as one').catch(() => null)
  return expect.poll(answer, { timeout: 20_000 }).toEqual({ one: 1 })
}

describe('several programs on one folder', () => {
  test('the second uses the server of the first, and the last to leave stops it', async () => {
    const first = await start()
    const second = startHolding(folder)
    expect(await second.line()).toEqual({ url: first.url })
    await first.stop()
    expect(await ask(first.url, 'select 1 as one')).toEqual({ one: 1 })
    await second.leave()
    expect(await postmasterOf(folder)).toBeNull()
  })

  test('three that start at once in an empty folder share one server', async () => {
    const programs = [1, 2, 3].map(() => startHolding(folder))
    const lines = await Promise.all(programs.map((program) => program.line()))
    expect(lines[0]?.url).toMatch(/^postgresql:/)
    expect(new Set(lines.map((line) => line?.url)).size).toBe(1)
    await Promise.all(programs.map((program) => program.leave()))
    expect(await postmasterOf(folder)).toBeNull()
    expect(await readdir(folder)).toEqual(['postgres'])
  })

  test('leaving twice counts once', async () => {
    const postgres = await start()
    const other = await start()
    await Promise.all([postgres.stop(), postgres.stop()])
    expect(await ask(other.url, 'select 1 as one')).toEqual({ one: 1 })
  })
})

describe('after a kill', () => {
  test('of a program, its server is found and used again', async () => {
    const program = startHolding(folder)
    await program.line()
    const orphan = await postmasterOf(folder)
    await program.kill()
    const postgres = await start()
    expect(await postmasterOf(folder)).toBe(orphan)
    await postgres.stop()
    expect(await postmasterOf(folder)).toBeNull()
  })

  test('of program and server, a start right after it recovers what was committed', async () => {
    const program = startHolding(folder)
    await ask((await program.line())?.url ?? '', 'create table kept as select 42 as answer')
    await program.kill()
    await killServer()
    expect(await ask((await start()).url, 'select answer from kept')).toEqual({ answer: 42 })
  })

  test('of the server under running programs, it comes back at the same address and stops with the last', async () => {
    const first = await start()
    const killed = await killServer()
    const second = await start()
    expect(second.url).toBe(first.url)
    await answersAgain(first.url)
    expect(await postmasterOf(folder)).not.toBe(killed)
    await Promise.all([first.stop(), second.stop()])
    expect(await postmasterOf(folder)).toBeNull()
  })

  test('during the first start, the next one begins anew', async () => {
    const program = startHolding(folder)
    await expect.poll(() => readdir(folder)).toContainEqual(expect.stringMatching(/^postgres\.new-/))
    await program.kill()
    await expect(access(join(folder, 'postgres'))).rejects.toThrow('ENOENT')
    expect(await ask((await start()).url, 'select 1 as one')).toEqual({ one: 1 })
  })

  test('a lock file whose number belongs to another living program by now does not stop it', async () => {
    await (await start()).stop()
    const lock = [process.pid, join(folder, 'postgres/data'), 1_700_000_000, 5432, '', '', ''].join('\n')
    await writeFile(join(folder, 'postgres/data/postmaster.pid'), lock, { mode: 0o600 })
    await writeFile(join(folder, 'postgres/.s.PGSQL.5432.lock'), lock, { mode: 0o600 })
    expect(await ask((await start()).url, 'select 1 as one')).toEqual({ one: 1 })
  })
})

test('Ctrl-C in the terminal lets the program finish its work before the server stops', async () => {
  const program = startHolding(folder)
  await program.line()
  process.kill(-(program.child.pid ?? 0), 'SIGINT')
  expect(await program.line()).toEqual({ work: 'drained' })
  expect(await program.line()).toBeNull()
  expect(await postmasterOf(folder)).toBeNull()
})
