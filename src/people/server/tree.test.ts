import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, aCompany, aPerson } from '../../../test/make.ts'
import { aColleague } from '../../../test/people.ts'
import type { Person } from '../schema/person.ts'

let server: Awaited<ReturnType<typeof ownServer>>
let carmen: Asker
let north: string
let ana: string
let luis: string
let marta: string
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-05-04T10:00:00Z') })
  carmen = await aPerson(server, await aCompany(server), 'Carmen', ['principal', 'administrator'])
  north = ((await carmen.ask('POST', '/api/teams', { name: 'Norte' })).body as { id: string }).id
  const hiredOn = '2021-01-01'
  luis = await aColleague(carmen, {
    name: 'Luis',
    title: 'Jefe',
    hiredOn,
    managerId: carmen.id,
    teamId: north,
  })
  ana = await aColleague(carmen, { name: 'Ana', title: 'Comercial', hiredOn, managerId: luis })
  marta = await aColleague(carmen, { name: 'Marta', title: 'Jefa', hiredOn, managerId: carmen.id })
})
afterAll(() => server.stop())

const page = async (id: string, on: string) =>
  (await carmen.ask('GET', `/api/people/${id}?on=${on}`)).body as Person
const managersOn = async (id: string, on: string) => (await page(id, on)).managers.map((one) => one.name)
const post = (
  fromDay: string,
  managerId: string | null,
  title = 'Comercial',
  teamId: string | null = null,
) => ({
  fromDay,
  title,
  teamId,
  managerId,
})

describe('posts are change points', () => {
  test('each day answers for itself, past and future', async () => {
    const moved = await carmen.ask(
      'POST',
      `/api/people/${ana}/postings`,
      post('2024-03-01', marta, 'Comercial sénior', north),
    )
    expect(moved.status).toBe(200)
    const future = await carmen.ask(
      'POST',
      `/api/people/${ana}/postings`,
      post('2026-07-01', carmen.id, 'Jefa de zona'),
    )
    expect(future.status).toBe(200)
    expect(await managersOn(ana, '2020-12-31')).toEqual([])
    expect(await managersOn(ana, '2021-01-01')).toEqual(['Luis', 'Carmen'])
    expect(await managersOn(ana, '2024-02-29')).toEqual(['Luis', 'Carmen'])
    expect(await managersOn(ana, '2024-03-01')).toEqual(['Marta', 'Carmen'])
    expect(await managersOn(ana, '2026-07-01')).toEqual(['Carmen'])
    expect(await page(ana, '2024-02-29')).toMatchObject({ title: 'Comercial', teamName: null, load: null })
    expect(await page(ana, '2026-05-04')).toMatchObject({ title: 'Comercial sénior', teamName: 'Norte' })
    expect((await page(ana, '2026-05-04')).postings.map((one) => [one.fromDay, one.managerName])).toEqual([
      ['2026-07-01', 'Carmen'],
      ['2024-03-01', 'Marta'],
      ['2021-01-01', 'Luis'],
    ])
  })

  test('the tree of a past day: who stood where, and who was not there yet', async () => {
    const below = async (on: string) =>
      (
        (await carmen.ask('GET', `/api/people?reportsTo=${luis}&on=${on}`)).body as {
          people: { name: string }[]
        }
      ).people.map((one) => one.name)
    expect(await below('2023-01-01')).toEqual(['Ana'])
    expect(await below('2025-01-01')).toEqual([])
    expect((await page(luis, '2023-01-01')).below).toBe(1)
    expect((await page(carmen.id, '2023-01-01')).below).toBe(3)
    expect((await page(carmen.id, '2020-06-01')).below).toBe(0)
  })

  test('a second post on the same day is refused, a correction is not', async () => {
    const again = await carmen.ask('POST', `/api/people/${ana}/postings`, post('2024-03-01', null))
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'post-on-that-day', facts: { field: 'fromDay' } },
    })
    const { postings } = await page(ana, '2026-05-04')
    const second = postings.find((one) => one.fromDay === '2024-03-01')
    const corrected = await carmen.ask(
      'PUT',
      `/api/people/${ana}/postings/${second?.id}`,
      post('2024-04-01', marta, 'Comercial sénior', north),
    )
    expect(corrected.status).toBe(200)
    expect(await managersOn(ana, '2024-03-15')).toEqual(['Luis', 'Carmen'])
    const elsewhere = await carmen.ask(
      'PUT',
      `/api/people/${luis}/postings/${second?.id}`,
      post('2024-04-01', null),
    )
    expect(elsewhere.status).toBe(404)
  })

  test.each([
    [
      'a team that is not there',
      { teamId: '019a0000-0000-7000-8000-000000000000' },
      'invalid-team-is-not-there',
    ],
    [
      'a manager who is not there',
      { managerId: '019a0000-0000-7000-8000-000000000000' },
      'invalid-manager-is-not-there',
    ],
  ])('%s is refused', async (_, part, code) => {
    const answer = await carmen.ask('POST', `/api/people/${ana}/postings`, {
      ...post('2025-01-01', null),
      ...part,
    })
    expect(answer).toMatchObject({ status: 422, body: { code } })
  })
})

describe('nobody reports to themselves, on any day', () => {
  test.each([
    ['today', '2026-05-04'],
    ['in the past, while it was so', '2022-05-05'],
  ])('%s', async (_, day) => {
    const answer = await carmen.ask('POST', `/api/people/${carmen.id}/postings`, post(day, luis, 'Dirección'))
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'reports-in-a-circle', rule: '7.1', facts: { day } },
    })
    expect((answer.body as { facts: { people: string } }).facts.people).toMatch(
      /Carmen → Luis → Carmen|Luis → Carmen → Luis/,
    )
  })

  test('removing a post may close a circle as well', async () => {
    const a = await aColleague(carmen, { name: 'A', hiredOn: '2021-01-01' })
    const b = await aColleague(carmen, { name: 'B', hiredOn: '2021-01-01', managerId: a, title: 'x' })
    await carmen.ask('POST', `/api/people/${b}/postings`, post('2022-01-01', null))
    const under = await carmen.ask('POST', `/api/people/${a}/postings`, post('2023-01-01', b))
    expect(under.status).toBe(200)
    const between = (await page(b, '2026-05-04')).postings[0]
    const removed = await carmen.ask('DELETE', `/api/people/${b}/postings/${between?.id}`)
    expect(removed).toMatchObject({
      status: 409,
      body: { code: 'reports-in-a-circle', facts: { day: '2023-01-01' } },
    })
    expect((await page(b, '2026-05-04')).postings).toHaveLength(2)
  })

  test('of two commands at once that would close it together, one is refused', async () => {
    const a = await aColleague(carmen, { name: 'C' })
    const b = await aColleague(carmen, { name: 'D' })
    const answers = await Promise.all([
      carmen.ask('POST', `/api/people/${a}/postings`, post('2026-01-01', b)),
      carmen.ask('POST', `/api/people/${b}/postings`, post('2026-01-01', a)),
    ])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409])
  })
})

describe('teams', () => {
  test('are named once, renamed, counted, and removed only when no post names them', async () => {
    const south = (await carmen.ask('POST', '/api/teams', { name: 'Sur' })).body as { id: string }
    expect(await carmen.ask('POST', '/api/teams', { name: 'sur' })).toMatchObject({
      status: 409,
      body: { code: 'team-name-taken' },
    })
    expect(
      await carmen.ask('PATCH', `/api/teams/${south.id}`, { name: 'Andalucía', version: 1 }),
    ).toMatchObject({ status: 200 })
    expect(await carmen.ask('PATCH', `/api/teams/${south.id}`, { name: 'Sur', version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    })
    expect((await carmen.ask('GET', '/api/teams')).body).toMatchObject({
      teams: [
        { name: 'Andalucía', members: 0 },
        { name: 'Norte', members: 2 },
      ],
    })
    expect(await carmen.ask('DELETE', `/api/teams/${north}`)).toMatchObject({
      status: 409,
      body: { code: 'team-in-use' },
    })
    expect(await carmen.ask('DELETE', `/api/teams/${south.id}`)).toMatchObject({ status: 200 })
    expect(await carmen.ask('DELETE', `/api/teams/${south.id}`)).toMatchObject({ status: 404 })
  })
})
