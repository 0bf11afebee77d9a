import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Disputed, aDisputedCompany } from '../../../test/collision.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'

let on: Disputed
beforeAll(async () => {
  on = await aDisputedCompany()
})
afterAll(() => on.server.stop())

const filesLeft = () =>
  asProgram(on.server, on.company, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from collision_file)::int + (select count(*) from registered_apart)::int as n`.execute(
      tx,
    )
    return rows[0]?.n
  })

test('an erased customer’s case keeps who claimed it and what was ruled, and no word or file of it', async () => {
  const subject = { name: 'Aurelio Paz', phone: '622 000 001' }
  const { id, customerId } = await on.aCase(subject)
  await aCustomer(on.ana, { ...subject, anotherOutlet: { reason: 'Aurelio has two stands' } })
  const sent = await on.server.app.request(`/api/collisions/${id}/files?name=aurelio.pdf`, {
    method: 'POST',
    headers: { cookie: on.ana.cookie, 'content-type': 'application/octet-stream' },
    body: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
  })
  expect(sent.status).toBe(200)
  await on.act(on.ana, id, 'evidence', { words: 'Aurelio told me so himself' })
  const words = 'Aurelio wants Ben'
  await on.act(on.manager, id, 'rule', { ownerId: on.ben.id, reason: 'other', words })
  const file = (await on.read(on.ana, id)).body.events.find(({ evidence }) => evidence === 'file')
  expect(await filesLeft()).toBe(2)

  const asked = await on.ask<{ id: string }>(on.steward, 'POST', '/api/privacy/requests', {
    kind: 'erase',
    subject,
  })
  const erasure = { contactIds: [], customerIds: [customerId], documentIds: [] }
  const path = `/api/privacy/requests/${asked.body.id}/erasure`
  expect((await on.ask(on.steward, 'POST', path, erasure)).status).toBe(200)

  const { body } = await on.read(on.ana, id)
  expect(body).toMatchObject({ stage: 'ruled', claimants: [{ name: 'Ana' }, { name: 'Ben' }] })
  expect(body.events.at(-1)).toMatchObject({ act: 'ruled', owner: { name: 'Ben' }, words: null })
  expect(JSON.stringify(body)).not.toMatch(/aurelio/iu)
  expect(await filesLeft()).toBe(0)
  const gone = await on.server.app.request(`/api/collisions/files/${file?.id}`, {
    headers: { cookie: on.ana.cookie },
  })
  expect(gone.status).toBe(404)
})
