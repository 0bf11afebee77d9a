import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Server } from '../../../test/make.ts'
import { setRules } from '../../../test/pool.ts'
import { commit, draft, to, transferStage } from '../../../test/transfers.ts'
import { defaultRules } from '../rules.ts'

let server: Server
let s: Awaited<ReturnType<typeof transferStage>>
beforeAll(async () => {
  server = await ownServer()
  s = await transferStage(server)
})
afterAll(() => server.stop())

test('a transfer says when somebody would have more than the pool lets a person hold, and is done all the same', async () => {
  const ids = await s.sevenOfAna()
  const asked = { customers: { ids }, ...to(s.bea, s.carl) }
  expect((await draft(s.manager, asked)).body.warnings.map(({ kind }) => kind)).not.toContain(
    'over-holding-cap',
  )
  const { claims } = defaultRules
  await setRules(s.principal, { claims: { ...claims, holding: { ...claims.holding, all: 3 } } })
  const { body } = await draft(s.manager, asked)
  expect(body.warnings.filter(({ kind }) => kind === 'over-holding-cap')).toMatchObject([
    { person: { name: 'Bea' }, count: 1 },
  ])
  expect(await commit(s.manager, body)).toMatchObject({ status: 200 })
})
