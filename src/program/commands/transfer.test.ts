import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Server } from '../../../test/make.ts'
import { startProgram } from '../../../test/program.ts'
import { transferStage } from '../../../test/transfers.ts'

let server: Server
let s: Awaited<ReturnType<typeof transferStage>>
let ids: string[]
beforeAll(async () => {
  server = await ownServer()
  s = await transferStage(server)
  ids = await s.sevenOfAna()
})
afterAll(() => server.stop())

/** Runs the command as it is typed; what it printed and its exit code. */
async function relevo(...words: string[]) {
  const program = startProgram([...words, '--company', 'Norte'], { DATABASE_URL: server.url })
  const code = await program.ended
  return { code, said: program.printed() }
}
const answered = async (...words: string[]) => JSON.parse((await relevo(...words, '--json')).said) as never

test('looked at, done and taken back from the command line', async () => {
  const asked = ['transfer', '--from', s.ana.id.slice(-8), '--to', 'Bea', 'carl']
  expect(await answered(...asked, '--dry-run')).toMatchObject({
    dry_run: true,
    customers: 7,
    lines: [
      { to: 'Bea', customers: 4 },
      { to: 'Carl', customers: 3 },
    ],
  })
  expect(await s.ownersOf(ids)).toEqual(Array(7).fill('owner Ana'))
  const done = (await answered(...asked)) as { batch: string }
  expect(done).toMatchObject({ customers: 7, lines: [{ to: 'Bea' }, { to: 'Carl' }] })
  expect(await s.ownersOf(ids)).not.toContain('owner Ana')
  expect(await answered('transfer', 'undo', done.batch)).toMatchObject({ customers: 7 })
  expect(await s.ownersOf(ids)).toEqual(Array(7).fill('owner Ana'))
  expect(await relevo('transfer', 'undo', done.batch)).toMatchObject({
    code: 1,
    said: expect.stringContaining('taken back already'),
  })
})

test.each([
  ['nobody of that name', ['--from', 'Ana', '--to', 'Nadie'], 1, 'There is nobody named "Nadie"'],
  ['whoever has left', ['--from', 'Ana', '--to', 'Gina'], 1, 'has left by that day'],
  ['no successor', ['--from', 'Ana'], 2, '--to PERSON'],
  ['an impossible day', ['--from', 'Ana', '--to', 'Bea', '--on', '2026-02-30'], 2, '--on must be a day'],
  ['a batch that is none', ['undo', 'x'], 2, 'not "x"'],
  ['an unknown batch', ['undo', '00000000-0000-7000-8000-000000000000'], 1, 'There is no transfer'],
])('says what is wrong: %s', async (_, words, code, said) => {
  expect(await relevo('transfer', ...words)).toMatchObject({ code, said: expect.stringContaining(said) })
})
