import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aDataFolder, finishImport, rowsOfCompany } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { uploadAndCheck } from '../../../test/upload.ts'

let server: Server
let company: string
let steward: Asker
beforeAll(async () => {
  server = await ownServer({ dataFolder: aDataFolder() })
  company = await aCompany(server)
  steward = await aPerson(server, company, 'Sara Steward', ['steward'])
})
afterAll(() => server.stop())

const file = [
  'code,name,street,city,country,phone',
  'D1,Bar Manolo,Calle Mayor 3,Madrid,ES,911 222 333',
  'D2,Panadería La Espiga,Calle Real 9,Sevilla,ES,954 111 222',
  'D3,"Bar Manolo, S.L.",C/ Mayor 3,Madrid,ES,+34 911222333',
  'D4,Bar Manolo,Gran Vía 80,Bilbao,ES,944 000 111',
  'D5,La Espiga Panaderia,Calle Real 9,Sevilla,ES,',
].join('\n')

type Row = { row: number; candidate: { id: string | null; row: number; why: string[] } | null }

test('rows of one file that are probably one outlet are shown, and come in as a person decides', async () => {
  const id = await uploadAndCheck(server, company, file)
  const likely = async () => {
    const answer = await steward.ask('GET', `/api/imports/${id}/rows?only=likely-duplicate`)
    const { rows } = answer.body as unknown as { rows: Row[] }
    return rows.map(({ row, candidate }) => [row, candidate?.row, candidate?.id])
  }
  expect(await likely()).toEqual([
    [4, 2, null],
    [6, 3, null],
  ])
  await steward.ask('POST', `/api/imports/${id}/decide`, { rows: [6], decision: 'create' })
  expect(await likely()).toEqual([[4, 2, null]])
  // Mended, the row no longer resembles the other.
  await steward.ask('POST', `/api/imports/${id}/amend`, { row: 4, at: 5, value: '911 999 999' })
  await steward.ask('POST', `/api/imports/${id}/amend`, { row: 4, at: 1, value: 'Mercería Pura' })
  await steward.ask('POST', `/api/imports/${id}/amend`, { row: 4, at: 2, value: 'Calle Luna 77' })
  expect(await likely()).toEqual([])
  await steward.ask('POST', `/api/imports/${id}/amend`, { row: 4, at: 1, value: 'Bar Manolo' })
  await steward.ask('POST', `/api/imports/${id}/amend`, { row: 4, at: 5, value: '911 222 333' })
  expect(await likely()).toEqual([[4, 2, null]])
  await steward.ask('POST', `/api/imports/${id}/run`)
  await finishImport(server, company, id)
  expect(await rowsOfCompany(server, company, 'select code from customer order by code')).toEqual(
    ['D1', 'D2', 'D4', 'D5'].map((code) => ({ code })),
  )
})
