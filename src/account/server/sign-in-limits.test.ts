import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { firstCompany } from '../../../test/first-company.ts'
import { visitor } from '../../../test/visitor.ts'
import { countAttempt } from '../../platform/server/sign-in/attempts.ts'

let server: Awaited<ReturnType<typeof ownServer>>
const { email, password } = firstCompany.person
beforeAll(async () => {
  server = await ownServer()
  await visitor(server.app).post('/api/setup', firstCompany)
})
afterAll(() => server.stop())

test('thirty tries a minute from one address, then wait, whatever the password and whatever headers say', async () => {
  const answers = []
  for (let i = 0; i < 32; i += 1) {
    const headers = { 'x-forwarded-for': `10.0.0.${i}`, 'x-relevo-address': `10.0.1.${i}` }
    answers.push(await visitor(server.app, headers).post('/api/sign-in', { email, password: `guess ${i}` }))
  }
  expect(answers.map((answer) => answer.status)).toEqual([...Array.from({ length: 30 }, () => 401), 429, 429])
  const last = await visitor(server.app).post('/api/sign-in', { email, password })
  expect(last.status).toBe(429)
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await last.json()).toMatchObject({ code: 'too-many-attempts' })
})

const minutes = (count: number) => count * 60_000

test('thirty tries on one account in a quarter of an hour, from however many addresses', async () => {
  const { db } = server.services
  for (let i = 0; i < 30; i += 1) expect(await countAttempt(db, 'ana@example.com', minutes(0))).toBe(0)
  expect(await countAttempt(db, ' ANA@example.com', minutes(5))).toBe(600)
  expect(await countAttempt(db, 'luis@example.com', minutes(5))).toBe(0)
  expect(await countAttempt(db, 'ana@example.com', minutes(15.1))).toBe(0)
})
