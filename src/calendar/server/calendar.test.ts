import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'

let server: Server
let carmen: Asker
let ana: Asker
let bea: Asker
let hr: Asker
let today: Day
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
  hr = await aPerson(server, company, 'Hilda', ['hr'])
  ana = await aPerson(server, company, 'Ana, la de Jaén', ['salesperson'], { managerId: carmen.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: carmen.id })
  today = ((await carmen.ask('GET', '/api/me')).body as unknown as { today: Day }).today
})
afterAll(() => server.stop())

const address = async (who: Asker) => {
  const made = (await who.ask('POST', '/api/me/calendar', {})).body as unknown as { address: string }
  return new URL(made.address).pathname
}
/** The events of a calendar as a program reads it: lines unfolded, properties by name. */
async function eventsAt(path: string): Promise<Record<string, string>[]> {
  const answer = await server.app.request(path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  const lines = (await answer.text()).replaceAll('\r\n ', '').split('\r\n')
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  const events: Record<string, string>[] = []
  for (const line of lines) {
    const [name = '', ...value] = line.split(':')
    if (line === 'BEGIN:VEVENT') events.push({})
    else if (!line.startsWith('END') && events.length > 0)
      Object.assign(events.at(-1) ?? {}, { [name]: value.join(':') })
  }
  return events
}
const written = (day: string) => day.replaceAll('-', '')

test('covers stand in the calendar of who stands in, from the first day to the last, and follow the ledger', async () => {
  const ids = [await aCustomer(ana, { name: 'Uno' }), await aCustomer(ana, { name: 'Dos' })]
  const [from, to] = [addDays(today, 3), addDays(today, 10)]
  const cover = await carmen.ask('POST', '/api/ownership/covers', {
    selection: { ids },
    personId: bea.id,
    from,
    to,
  })
  expect(cover.status).toBe(200)
  const path = await address(bea)
  expect(await eventsAt(path)).toMatchObject([
    {
      SUMMARY: 'Cubre 2 clientes por Ana\\, la de Jaén',
      'DTSTART;VALUE=DATE': written(from),
      'DTEND;VALUE=DATE': written(addDays(to, 1)),
      UID: expect.stringMatching(/^cover-.*@relevo$/) as unknown,
    },
  ])
  expect(await eventsAt(await address(ana))).toEqual([])
  const { batchId } = cover.body as unknown as { batchId: string }
  expect((await carmen.ask('POST', `/api/ownership/covers/${batchId}/end`, {})).status).toBe(200)
  expect(await eventsAt(path)).toEqual([])
})

test('HR sees when agreements end, a salesperson their own, a manager none', async () => {
  const endsOn = addDays(today, 40)
  for (const [who, kind] of [
    [ana, 'contract'],
    [bea, 'non-compete'],
  ] as const)
    expect((await hr.ask('POST', `/api/people/${who.id}/agreements`, { kind, endsOn })).status).toBe(200)
  const said = async (who: Asker) => (await eventsAt(await address(who))).map(({ SUMMARY }) => SUMMARY)
  expect((await said(hr)).toSorted()).toEqual([
    'Termina el contrato de Ana\\, la de Jaén',
    'Termina la no competencia de Bea',
  ])
  expect(await said(bea)).toEqual(['Termina la no competencia de Bea'])
  const mario = await aPerson(server, carmen.companyId, 'Mario', ['manager'])
  expect(await said(mario)).toEqual([])
})

test('the address is secret: made anew or ended it stops working, and nobody can guess or list it', async () => {
  const first = await address(ana)
  const second = await address(ana)
  const status = async (path: string) => (await server.app.request(path)).status
  expect([await status(first), await status(second)]).toEqual([404, 200])
  expect((await ana.ask('GET', '/api/me/calendar')).body).toEqual({ madeAt: expect.any(String) as unknown })
  for (const wrong of ['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, second.replace('.ics', '')])
    expect(await status(wrong)).toBe(404)
  expect((await ana.ask('DELETE', '/api/me/calendar')).status).toBe(200)
  expect(await status(second)).toBe(404)
  expect((await ana.ask('GET', '/api/me/calendar')).body).toEqual({ madeAt: null })
})

test('whoever may no longer come in has no calendar either', async () => {
  const gone = await aPerson(server, carmen.companyId, 'Gina', ['salesperson'], { leftOn: '2026-01-01' })
  const path = await address(hr)
  expect((await server.app.request(path)).status).toBe(200)
  expect((await gone.ask('POST', '/api/me/calendar', {})).status).toBe(403)
  const ended = await carmen.ask('DELETE', `/api/people/${hr.id}/access`)
  expect(ended.status).toBe(200)
  expect((await server.app.request(path)).status).toBe(404)
})
