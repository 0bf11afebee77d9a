import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Asker } from '../../../test/make.ts'
import { aContact, aCustomer, asProgram, changeCustomer, someRows } from '../../../test/register.ts'
import { type Stewarded, aStewardedCompany, merge, mergeIdOf, searched } from '../../../test/stewarded.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'
import { newId } from '../../platform/server/uuid.ts'
import type { ErasurePlan, Found, PrivacyRequest } from '../schema.ts'

let on: Stewarded
beforeAll(async () => {
  on = await aStewardedCompany({ now: () => new Date('2026-05-04T10:00:00Z') })
})
afterAll(() => on.server.stop())

const lola = { name: 'Lola Flores', phone: '+34 600 111 222', email: 'lola@example.com' }
const request = async (kind: string, subject: Record<string, string> = lola, who = on.sol) => {
  const { status, body } = await who.ask('POST', '/api/privacy/requests', { kind, subject })
  expect(status).toBe(200)
  return body as PrivacyRequest
}
const at = (id: string, what: string) => `/api/privacy/requests/${id}/${what}`
const find = async (id: string, who = on.sol) => (await who.ask('POST', at(id, 'find'), {})).body as Found
const nothing = { contactIds: [], customerIds: [], documentIds: [] }
const note = (author: Asker, customer: string, contact: string, fact: string) =>
  commandAs(
    on.server.services.db,
    { organizationId: on.company, personId: author.id, userId: null, may: [], people: [author.id] },
    'arrange',
    async (tx) => {
      const days = { noted_on: '2026-01-01', expires_on: '2100-01-01', no_children: true }
      const row = { kind: 'hobby', fact, source: 'told me', author_id: author.id, ...days }
      await tx
        .insertInto('personal_fact')
        .values({
          organization_id: on.company,
          id: newId(),
          customer_id: customer,
          contact_id: contact,
          ...row,
        } as never)
        .execute()
    },
  )
/** Everything that the database holds of the company, as text. */
/** An id may hold the digits of a phone by chance. */
const withoutIds = async () =>
  (await allTexts()).map((text) => text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, ''))
const allTexts = () =>
  asProgram(
    on.server,
    on.company,
    async (tx) => {
      const tables = await sql<{ name: string }>`
        select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`.execute(
        tx,
      )
      const texts: string[] = []
      for (const { name } of tables.rows) {
        const { rows } = await sql<{
          text: string
        }>`select t::text as text from ${sql.table(name)} t`.execute(tx)
        texts.push(...rows.map((row) => `${name} ${row.text}`))
      }
      return texts
    },
    'erase',
  )

describe('a request', () => {
  test('is due within a month, is found by who is due first, and closes with what was answered', async () => {
    const { id, dueOn, daysLeft, mayErase } = await request('access')
    expect({ dueOn, daysLeft, mayErase }).toEqual({ dueOn: '2026-06-04', daysLeft: 31, mayErase: false })
    const late = await on.sol.ask('POST', '/api/privacy/requests', {
      kind: 'correct',
      subject: { name: 'Eva' },
      receivedOn: '2026-03-20',
    })
    expect(late.body).toMatchObject({ daysLeft: -14 })
    const listed = (await on.sol.ask('GET', '/api/privacy/requests')).body as {
      requests: PrivacyRequest[]
      open: number
    }
    expect(listed.requests.map((one) => one.daysLeft)).toEqual([-14, 31])
    expect((await on.sol.ask('POST', at(id, 'corrected'), { what: 'the phone' })).status).toBe(200)
    const closed = await on.sol.ask('POST', at(id, 'close'), { state: 'done', outcome: 'Sent by letter' })
    expect(closed.body).toMatchObject({
      state: 'done',
      steps: [{ act: 'opened', person: { name: 'Sol' } }, { act: 'corrected' }, { act: 'closed' }],
    })
    expect((await on.sol.ask('POST', at(id, 'find'), {})).body).toMatchObject({ code: 'request-closed' })
  })
  test.each([
    ['nobody', { kind: 'access', subject: {} }, 422],
    ['a kind that there is not', { kind: 'sell', subject: lola }, 422],
    ['a day ahead', { kind: 'access', subject: lola, receivedOn: '2026-05-05' }, 422],
    ['no day', { kind: 'access', subject: lola, receivedOn: '2026-02-30' }, 422],
  ])('about %s is refused', async (_says, input, status) => {
    expect((await on.sol.ask('POST', '/api/privacy/requests', input)).status).toBe(status)
  })
  test('is for those who manage privacy, of this company alone', async () => {
    const { id } = await request('erase')
    for (const path of ['', `/${id}`])
      expect((await on.ana.ask('GET', `/api/privacy/requests${path}`)).status).toBe(403)
    expect((await on.stranger.ask('GET', `/api/privacy/requests/${id}`)).status).toBe(404)
    for (const what of ['find', 'answer', 'erasure', 'erasure/plan']) {
      const input = what === 'find' ? {} : { ...nothing, contactIds: [id] }
      expect((await on.ana.ask('POST', at(id, what), input)).status).toBe(403)
      expect((await on.stranger.ask('POST', at(id, what), input)).status).toBe(404)
    }
    expect((await on.ana.ask('GET', '/api/privacy/blocked')).status).toBe(403)
  })
})

describe('a person', () => {
  test('is found wherever the register speaks of them, and given all of it', async () => {
    const customer = await aCustomer(on.ana, { name: 'Bar Lola', note: 'Ask LOLA FLORES\nRing twice' })
    const contact = await aContact(on.server, on.company, customer, { ...lola, inCharge: true })
    await note(on.ana, customer, contact, 'plays chess')
    await on.server.app.request(`/api/documents?customer=${customer}&name=Lola Flores contract.pdf`, {
      method: 'POST',
      headers: { cookie: on.ana.cookie },
      body: '%PDF-1.7 x',
    })
    const elsewhere = await aCustomer(on.ben, { name: 'Sol', note: 'or 600 111 222' })
    const { id } = await request('access')
    const found = await find(id)
    expect(found).toMatchObject({
      contacts: [{ id: contact, notes: 1, by: ['phone', 'email', 'name'] }],
      outlets: [],
      documents: [{ name: 'Lola Flores contract.pdf', mentions: true }],
    })
    expect(found.mentions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ where: 'note', customer: expect.objectContaining({ id: customer }) }),
      ]),
    )
    expect(elsewhere).not.toBe(customer)
    const answer = await on.sol.ask('POST', at(id, 'answer'), { contactIds: [contact], customerIds: [] })
    expect(answer.body).toMatchObject({
      json: {
        contacts: [{ outlet: 'Bar Lola', name: 'Lola Flores', personalNotes: [{ text: 'plays chess' }] }],
        notes: [{ note: expect.stringContaining('LOLA FLORES') }, { outlet: 'Sol', note: 'or 600 111 222' }],
      },
      html: expect.stringMatching(/^<!doctype html>[\s\S]*plays chess/),
    })
    const log = (await on.principal.ask('GET', '/api/access-log')).body as { entries?: { action: string }[] }
    expect(JSON.stringify(log)).toContain('privacy.exported')
    expect(JSON.stringify(log)).not.toContain('Lola')
  })

  test('who is erased is nowhere any more, but for what the preview said stays', async () => {
    const secret = { name: 'Zenobia Quintero', phone: '+34 655 443 322', email: 'zenobia@example.com' }
    const customer = await aCustomer(on.ana, {
      name: 'Frutas Q',
      note: 'Zenobia Quintero decides\nRing twice',
      phone: '915 55 66 77',
    })
    const contact = await aContact(on.server, on.company, customer, { ...secret, inCharge: true })
    const shop = await aContact(on.server, on.company, customer, { name: 'Reception', phone: '915 55 66 77' })
    await note(on.ana, customer, contact, 'Zenobia plays chess')
    await on.ana.ask('PATCH', `/api/customers/${customer}/contacts/${contact}`, {
      set: { phone: ['+34 655 443 322', '+34 655 443 300'] },
    })
    await on.sol.ask('PATCH', `/api/customers/${customer}/contacts/${contact}`, {
      set: { title: [null, 'Zenobia’s title'] },
    })
    const other = await aCustomer(on.ana, { name: 'Frutas Q' })
    const merged = await merge(on.sol, customer, [other])
    const { id } = await request('erase', secret)
    const erasure = { contactIds: [contact], customerIds: [], documentIds: [] }
    const plan = (await on.sol.ask('POST', at(id, 'erasure/plan'), erasure)).body as ErasurePlan
    expect(plan).toMatchObject({ goes: { contacts: 1, personalNotes: 1, notes: 1 } })
    expect(plan.stays.map((one) => one.what)).toEqual(
      expect.arrayContaining(['outlet', 'ledger', 'record', 'backups']),
    )
    expect(plan.blocked.map((one) => one.kind).toSorted()).toEqual(['email', 'name', 'phone'])
    expect((await withoutIds()).some((text) => text.includes('Zenobia'))).toBe(true)
    const done = await on.sol.ask('POST', at(id, 'erasure'), erasure)
    expect(done.body).toMatchObject({ state: 'done', subject: { name: 'Z. Q.' } })
    const left = (await withoutIds()).filter((text) => /zenobia|quintero|655\s?443\s?3/iu.test(text))
    expect(left).toEqual([])
    expect((await on.ana.ask('GET', `/api/customers/${customer}`)).body).toMatchObject({
      note: 'Ring twice',
      contacts: [{ id: shop }],
    })
    expect(await searched(on.sol, 'zenobia')).toEqual([])
    expect(await on.sol.ask('POST', `/api/merges/${mergeIdOf(merged)}/undo`)).toMatchObject({ status: 200 })
    expect((await on.sol.ask('POST', at(id, 'erasure'), erasure)).body).toMatchObject({
      code: 'request-closed',
    })
  })

  test('who is erased does not come back by typing, at any outlet; the outlet’s own number stays usable', async () => {
    const eva = { name: 'Eva Montes', phone: '+34 611 000 111', email: 'eva@example.com' }
    const customer = await aCustomer(on.ana, { name: 'Peluquería', phone: '911 11 11 11' })
    const contact = await aContact(on.server, on.company, customer, eva)
    const second = await aContact(on.server, on.company, customer, {
      name: 'Eva’s desk',
      phone: '911 11 11 11',
    })
    const { id } = await request('erase', eva)
    await on.sol.ask('POST', at(id, 'erasure'), {
      contactIds: [contact, second],
      customerIds: [],
      documentIds: [],
    })
    const elsewhere = await aCustomer(on.ana)
    const add = (where: string, one: Record<string, string>) =>
      on.ana.ask('POST', `/api/customers/${where}/contacts`, one)
    for (const one of [
      { name: 'E.', phone: '611000111' },
      { name: 'E.', email: 'EVA@example.com' },
    ]) {
      expect(await add(elsewhere, one)).toMatchObject({ status: 409, body: { code: 'person-erased' } })
    }
    expect(await add(customer, { name: 'eva  MONTES' })).toMatchObject({
      status: 409,
      body: { code: 'person-erased' },
    })
    expect((await add(elsewhere, { name: 'Eva Montes' })).status).toBe(200)
    expect((await add(elsewhere, { name: 'Desk', phone: '911 11 11 11' })).status).toBe(200)
    expect((await aCustomer(on.stranger, { contacts: [eva] })).length).toBe(36)
    const register = await on.ana.ask('POST', '/api/customers', { name: 'New', contacts: [eva] })
    expect(register).toMatchObject({ status: 409, body: { code: 'person-erased' } })
    const blocked = (await on.sol.ask('GET', '/api/privacy/blocked')).body as {
      blocked: { hash: string; kind: string; requestId: string }[]
    }
    const phone = blocked.blocked.find((one) => one.requestId === id && one.kind === 'phone')
    expect(
      (await on.sol.ask('POST', '/api/privacy/blocked/lift', { hash: phone?.hash, reason: 'she asked' }))
        .status,
    ).toBe(200)
    expect((await add(elsewhere, { name: 'Eva', phone: '611000111' })).status).toBe(200)
  })

  test('a sole trader’s customer keeps its code and who served it, and nothing of the person', async () => {
    const customer = await aCustomer(on.ana, {
      name: 'Aurelio Paz',
      taxId: '12345678Z',
      street: 'Mayor 1',
      phone: '622 00 00 01',
      contacts: [{ name: 'Aurelio Paz', phone: '622 00 00 01' }],
    })
    await someRows(on.server, on.company, 'change_request', [
      {
        customer_id: customer,
        entity: 'customer',
        entity_id: customer,
        field: 'name',
        from_value: '"Aurelio Paz"',
        to_value: '"Paz"',
        requested_by: on.ana.id,
      },
    ])
    const { id } = await request('erase', { name: 'Aurelio Paz', phone: '622000001' })
    const found = await find(id)
    expect(found.outlets).toMatchObject([{ customer: { id: customer }, by: ['phone', 'name'] }])
    await on.sol.ask('POST', at(id, 'erasure'), { contactIds: [], customerIds: [customer], documentIds: [] })
    const { body } = await on.principal.ask('GET', `/api/customers/${customer}`)
    const { code } = body as { code: string }
    expect(body).toMatchObject({
      status: 'erased',
      name: code,
      taxId: null,
      street: null,
      contacts: [],
      holders: [{ person: { name: 'Ana' } }],
    })
    expect((await withoutIds()).filter((text) => /aurelio|12345678Z|622\s?00/iu.test(text))).toEqual([])
    await changeCustomer(on.server, on.company, await aCustomer(on.ana), { note: 'still works' })
  })

  test('erasing what is not there, or without being asked to, is refused', async () => {
    const { id } = await request('access')
    const customer = await aCustomer(on.ana)
    const contact = await aContact(on.server, on.company, customer, { name: 'Iker' })
    const erasure = { ...nothing, contactIds: [contact] }
    expect((await on.sol.ask('POST', at(id, 'erasure'), erasure)).body).toMatchObject({
      code: 'not-asked-to-erase',
    })
    const other = await request('erase')
    expect((await on.sol.ask('POST', at(other.id, 'erasure'), nothing)).status).toBe(422)
    expect((await on.sol.ask('POST', at(other.id, 'erasure'), { ...nothing, contactIds: [id] })).status).toBe(
      404,
    )
    const theirs = await aCustomer(on.stranger)
    expect(
      (await on.sol.ask('POST', at(other.id, 'erasure'), { ...nothing, customerIds: [theirs] })).status,
    ).toBe(404)
  })
})
