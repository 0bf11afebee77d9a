import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../../../../test/programs/asking.ts'
import { startHolding } from '../../../../test/programs/holding.ts'
import { canEnter } from './handover.ts'
import { unprivileged } from './account.ts'
import { packagedBinaries } from './binaries.ts'
import { chooseSite, type System } from './site.ts'
import { startAt, startEmbedded, type Embedded } from './start.ts'

const isRoot = process.getuid?.() === 0
const nobody = isRoot ? unprivileged() : { uid: 0, gid: 0 }
const anyoneCanRunUs = isRoot && canEnter({ prefix: [], ids: nobody }, import.meta.dirname)

let folder: string
/** A system whose kernel or container refuses user namespaces. */
let strict: System

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relevo-pg-'))
  await chmod(folder, 0o755)
  strict = { disguise: () => null, publicPlace: join(folder, 'public') }
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function answerOf(postgres: Embedded, sql: string): Promise<unknown> {
  try {
    return await ask(postgres.url, sql)
  } finally {
    await postgres.stop()
  }
}

const ownerOf = async (path: string) => (await stat(path)).uid

describe.runIf(isRoot)('root', () => {
  test('runs it in a user namespace where it can: the files stay its own, also in a private folder', async () => {
    const home = join(folder, 'private')
    await mkdir(home, { mode: 0o700 })
    const site = await chooseSite(home, await packagedBinaries())
    expect(site.account.prefix[0]).toBe('unshare')
    expect(await answerOf(await startAt(site), 'select 1 as one')).toEqual({ one: 1 })
    expect(await ownerOf(join(home, 'postgres/data'))).toBe(0)
  })

  test('else gives the data to an unprivileged account, and later keeps to that account', async () => {
    const site = await chooseSite(folder, await packagedBinaries(), strict)
    await answerOf(await startAt(site), 'create table kept as select 42 as answer')
    expect(await ownerOf(join(folder, 'postgres/data'))).toBe(nobody.uid)
    const later = await chooseSite(folder, await packagedBinaries())
    expect(later.account.ids).toEqual(nobody)
    expect(await answerOf(await startAt(later), 'select answer from kept')).toEqual({ answer: 42 })
  })

  test('moves existing data out of a private folder, leaves word, and finds it again', async () => {
    const home = join(folder, 'private')
    await mkdir(home, { mode: 0o700 })
    await answerOf(await startEmbedded(home), 'create table kept as select 42 as answer')
    const site = await chooseSite(home, await packagedBinaries(), strict)
    expect(await answerOf(await startAt(site), 'select answer from kept')).toEqual({ answer: 42 })
    expect((await readFile(join(home, 'postgres-is-in'), 'utf8')).trim()).toBe(site.home.folder)
    expect(site.home.folder).toContain(strict.publicPlace)
    expect(await answerOf(await startEmbedded(home), 'select answer from kept')).toEqual({ answer: 42 })
  })
})

describe.runIf(anyoneCanRunUs)('an ordinary account', () => {
  const asNobody = ['setpriv', `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups']

  test('runs it itself; root then runs it as that account', async () => {
    const home = join(folder, 'theirs')
    await mkdir(home)
    await chown(home, nobody.uid, nobody.gid)
    const program = startHolding(home, asNobody)
    expect(await program.line()).toEqual({ url: expect.stringMatching(/^postgresql:/) as string })
    await program.leave()
    expect(await ownerOf(join(home, 'postgres/data'))).toBe(nobody.uid)
    expect(await answerOf(await startEmbedded(home), 'select 1 as one')).toEqual({ one: 1 })
    expect(await ownerOf(join(home, 'postgres/data/postgresql.conf'))).toBe(nobody.uid)
  })

  test("is told what to do about a folder of root's", async () => {
    const shut = startHolding(folder, asNobody)
    expect((await shut.line())?.error).toMatch(/can't hold the data.*RELEVO_DATA/)
    await (await startEmbedded(folder)).stop()
    await chmod(folder, 0o777)
    const foreign = startHolding(folder, asNobody)
    expect((await foreign.line())?.error).toMatch(/belongs to another account.*RELEVO_DATA/)
  })
})
