import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, aCompany, aPerson } from '../../../test/make.ts'
import { aColleague } from '../../../test/people.ts'
import type { PeopleList, Person } from '../schema/person.ts'

let server: Awaited<ReturnType<typeof ownServer>>
let carmen: Asker
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-05-04T10:00:00Z') })
  carmen = await aPerson(server, await aCompany(server), 'Carmen Vidal', ['principal', 'administrator'])
})
afterAll(() => server.stop())

const list = async (query: string, by = carmen) =>
  (await by.ask('GET', `/api/people${query}`)).body as {
    people: (typeof PeopleList)['_output']['people']
    total: number
    next: string | null
  }
const names = async (query: string) => (await list(query)).people.map((person) => person.name)
const page = async (id: string, query = '', by = carmen) =>
  (await by.ask('GET', `/api/people/${id}${query}`)).body as Person

describe('adding and changing people', () => {
  test('a person with all there is to say, and what the page then shows', async () => {
    const team = (await carmen.ask('POST', '/api/teams', { name: 'Norte' })).body as { id: string }
    const made = await carmen.ask('POST', '/api/people', {
      name: '  Ana  Ruiz ',
      code: 'V-07',
      email: 'Ana.Ruiz@example.com',
      phone: '91 555 22 33',
      city: 'Madrid',
      country: 'ES',
      language: 'es',
      languages: ['es', 'ca'],
      skills: ['vinos'],
      hiredOn: '2020-02-01',
      title: 'Comercial',
      teamId: team.id,
      managerId: carmen.id,
      roles: ['salesperson'],
    })
    expect(made.status).toBe(200)
    const { id } = made.body as { id: string }
    expect(await page(id)).toMatchObject({
      code: 'V-07',
      name: 'Ana  Ruiz',
      title: 'Comercial',
      teamName: 'Norte',
      managerName: 'Carmen Vidal',
      roles: ['salesperson'],
      presence: 'present',
      languages: ['es', 'ca'],
      skills: ['vinos'],
      hiredOn: '2020-02-01',
      postings: [{ fromDay: '2020-02-01', title: 'Comercial' }],
      managers: [{ id: carmen.id, name: 'Carmen Vidal' }],
      access: 'none',
      load: { owner: 0, weight: 0 },
      agreements: [],
    })
    expect((await page(carmen.id)).team).toMatchObject([{ id, name: 'Ana  Ruiz' }])
  })

  test.each([
    [{ name: '' }, 422, 'name'],
    [{ name: 'x'.repeat(201) }, 422, 'name'],
    [{ name: 'X', email: 'nobody' }, 422, 'email'],
    [{ name: 'X', hiredOn: '2026-02-30' }, 422, 'hiredOn'],
    [{ name: 'X', languages: ['Spanish'] }, 422, 'languages.0'],
    [{ name: 'X', country: 'Spain' }, 422, 'country'],
    [{ name: 'X', roles: ['king'] }, 422, 'roles.0'],
    [{ name: 'X', leftOn: '2026-01-01' }, 422, 'json'],
  ])('%j is refused and names the field', async (input, status, field) => {
    const answer = await carmen.ask('POST', '/api/people', input)
    expect(answer.status).toBe(status)
    expect((answer.body as { errors: { field: string }[] }).errors[0]?.field).toBe(field)
  })

  test('code and e-mail belong to one person, and a failed addition leaves nothing', async () => {
    await aColleague(carmen, { name: 'Blas Otero' })
    const before = (await list('?presence=all')).total
    const same = await carmen.ask('POST', '/api/people', { name: 'Otro', email: 'BLAS.otero@example.com' })
    expect(same).toMatchObject({ status: 409, body: { code: 'email-taken', facts: { field: 'email' } } })
    const code = await carmen.ask('POST', '/api/people', { name: 'Otro', code: 'V-07' })
    expect(code).toMatchObject({ status: 409, body: { code: 'code-taken', facts: { field: 'code' } } })
    const manager = await carmen.ask('POST', '/api/people', {
      name: 'Otro',
      managerId: '019a0000-0000-7000-8000-000000000000',
    })
    expect(manager).toMatchObject({ status: 422, body: { code: 'invalid-manager-is-not-there' } })
    expect((await list('?presence=all')).total).toBe(before)
  })

  test('a change needs the version that was seen', async () => {
    const id = await aColleague(carmen, { name: 'Dora Luna' })
    const { version } = await page(id)
    const change = await carmen.ask('PATCH', `/api/people/${id}`, {
      version,
      city: 'Vigo',
      phone: '+34 986 11 22 33',
    })
    expect(change).toMatchObject({ status: 200, body: { version: version + 1 } })
    const late = await carmen.ask('PATCH', `/api/people/${id}`, { version, city: 'Lugo' })
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
    expect(await page(id)).toMatchObject({ city: 'Vigo', phone: '+34 986 11 22 33' })
  })

  test('a person changes a few things of themselves and nothing else', async () => {
    const eva = await aPerson(server, carmen.companyId, 'Eva Sanz', ['salesperson'])
    const mine = await page(eva.id, '', eva)
    expect(mine).toMatchObject({ mayChange: 'own', access: null, agreements: [], mayGive: [] })
    const own = await eva.ask('PATCH', `/api/people/${eva.id}`, {
      version: mine.version,
      phone: '600 11 22 33',
      language: 'en',
    })
    expect(own.status).toBe(200)
    for (const change of [
      { name: 'Eva Reina' },
      { email: 'x@example.com' },
      { skills: ['todo'] },
      { hiredOn: '2001-01-01' },
    ]) {
      const more = await eva.ask('PATCH', `/api/people/${eva.id}`, { version: mine.version + 1, ...change })
      expect(more).toMatchObject({
        status: 403,
        body: { code: 'not-allowed', facts: { permission: 'people.change' } },
      })
    }
    const other = await eva.ask('PATCH', `/api/people/${carmen.id}`, { version: 1, phone: '1' })
    expect(other.status).toBe(403)
  })
})

describe('finding people', () => {
  test('by text with accents and typing errors, by role, manager and team', async () => {
    const boss = await aColleague(carmen, {
      name: 'Íñigo Zubizarreta',
      roles: ['manager'],
      title: 'Jefe de zona',
    })
    await aColleague(carmen, { name: '王小明', managerId: boss, roles: ['salesperson'] })
    const below = await aColleague(carmen, { name: 'Félix Peña', managerId: boss, roles: ['salesperson'] })
    await aColleague(carmen, { name: 'Gala Peña', managerId: below })
    expect(await names('?text=zubizareta')).toEqual(['Íñigo Zubizarreta'])
    expect(await names('?text=inigo')).toEqual(['Íñigo Zubizarreta'])
    expect(await names('?text=wangxiaoming')).toEqual(['王小明'])
    expect(await names('?text=pena')).toEqual(['Félix Peña', 'Gala Peña'])
    expect(await names(`?reportsTo=${boss}`)).toEqual(['Félix Peña', '王小明'])
    expect(await names(`?under=${boss}`)).toEqual(['Félix Peña', 'Gala Peña', '王小明'])
    expect(await names(`?under=${boss}&role=salesperson`)).toEqual(['Félix Peña', '王小明'])
    expect(await names('?role=manager')).toEqual(['Íñigo Zubizarreta'])
    const [first] = (await list('?text=inigo')).people
    expect(first?.reports).toBe(2)
  })

  test('pages meet without gap or overlap', async () => {
    const all = await names('?presence=all')
    const seen: string[] = []
    for (let after = ''; ;) {
      const part = await list(`?presence=all&limit=3${after}`)
      expect(part.total).toBe(all.length)
      seen.push(...part.people.map((person) => person.name))
      if (part.next === null) break
      after = `&after=${part.next}`
    }
    expect(seen).toEqual(all)
  })

  test.each(['?on=2026-02-31', '?limit=0', '?limit=501', '?limit=x', '?role=king', '?under=1', '?text=%00'])(
    '%s is refused',
    async (query) => {
      expect((await carmen.ask('GET', `/api/people${query}`)).status).toBe(400)
    },
  )
})
