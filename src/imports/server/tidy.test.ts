import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aDataFolder, bringIn, rowsOfCompany } from '../../../test/import.ts'
import { type Server, aCompany, aPerson } from '../../../test/make.ts'
import { importingOf } from '../../program/imports.ts'
import { tidyImports } from './commands/tidy.ts'
import { spoolPath } from './spool.ts'

let server: Server
const dataFolder = aDataFolder()
beforeAll(async () => {
  server = await ownServer({ dataFolder })
})
afterAll(() => server.stop())

test('after thirty days the file and its cells are gone, the customers stay, and nothing pretends it could be undone', async () => {
  const company = await aCompany(server)
  const boss = await aPerson(server, company, 'Berta', ['principal'])
  const { id } = await bringIn(server, company, 'customers', 'code,name\n1,Bar Secreto\n')
  const engine = importingOf(server.services)
  const inDays = (days: number) => ({ ...engine, now: () => new Date(Date.now() + days * 86_400_000) })
  expect(await tidyImports(inDays(29), [company])).toBe(0)
  expect(existsSync(spoolPath(dataFolder, id))).toBe(true)
  expect(await tidyImports(inDays(31), [company])).toBe(1)
  expect(existsSync(spoolPath(dataFolder, id))).toBe(false)
  expect(
    await rowsOfCompany(server, company, `select 1 from import_row r where r::text like '%Secreto%'`),
  ).toEqual([])
  expect(await rowsOfCompany(server, company, 'select name from customer')).toEqual([{ name: 'Bar Secreto' }])
  const seen = (await boss.ask('GET', `/api/imports/${id}`)).body as { may: string[]; emptied: boolean }
  expect(seen).toMatchObject({ emptied: true })
  expect(seen.may).not.toContain('undo')
  expect(await boss.ask('POST', `/api/imports/${id}/undo`)).toMatchObject({ status: 409 })
  expect(await tidyImports(inDays(40), [company])).toBe(0)
})
