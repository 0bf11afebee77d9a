import { defaultSettings } from '../../customers/settings.ts'
import { rescore } from '../../customers/server/queries/completeness.ts'
import { putCustomerWords, putWords } from '../../customers/server/queries/words.ts'
import { createCompany } from '../../people/server/commands/set-up.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { companiesHere } from '../../people/server/queries/company.ts'
import type { Changes } from '../../platform/server/database/changes.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'
import { type Services, dayIn } from '../../platform/server/services.ts'
import type { Day } from '../../values/day.ts'
import { isRefusal } from '../../values/refusal.ts'
import { type DemoCompany, demoCompany } from '../company.ts'
import type { Pack } from '../pack.ts'
import { packs } from '../packs.ts'
import { companyRows } from '../company-rows.ts'
import { moneyRows } from '../money-rows.ts'
import { dealingsOf, orderRows } from '../order-rows.ts'
import { areaRows, asAccount, batchRows, outletRows, personRows, productRow } from '../rows.ts'
import { talkRows } from '../talk-rows.ts'
import { visitRows } from '../visit-rows.ts'
import { type DemoRows, insertDemoRows, sealDemoBatches } from './queries.ts'

export type DemoSize = {
  language: 'en' | 'es' | 'zh'
  customers: number
  people: number
  months: number
  seed: string
}
/** The account that is to be the demo company's principal. */
export type DemoPrincipal = { account: string; name: string; email: string }
export type DemoMade = { companyId: string; name: string; customers: number; people: number; orders: number }

const chunk = 1000

/**
 * Makes a demo company beside the others: all of it in one transaction, or nothing. `progress` is told the share done,
 * from 0 to 1.
 */
export async function makeDemo(
  services: Services,
  size: DemoSize,
  principal: DemoPrincipal | null,
  progress: (done: number) => void,
): Promise<DemoMade> {
  const pack = packs[size.language]
  const made = demoCompany(pack, { ...size, today: dayIn(pack.timeZone, services.now()) as Day })
  progress(0.05)
  const { companyId, name } = await emptyCompany(services, pack)
  await commandAs(services.db, programActor(companyId), 'make-demo', async (tx, changes) => {
    await putStaff(tx, changes, companyId, pack, made, principal)
    const { batches, rows } = batchRows(companyId, made)
    await insertDemoRows(tx, changes, rows)
    await insertDemoRows(tx, changes, companyRows(companyId, pack, made))
    changes.atLast(sealDemoBatches)
    for (let at = 0; at < made.outlets.length; at += chunk) {
      const part = made.outlets.slice(at, at + chunk)
      await insertDemoRows(tx, changes, outletRows(companyId, pack, made, batches, part))
      const dealings = dealingsOf(made, at, at + chunk)
      await insertDemoRows(tx, changes, visitRows(companyId, pack, made, dealings))
      await insertDemoRows(tx, changes, orderRows(companyId, pack, made, dealings))
      await insertDemoRows(tx, changes, moneyRows(companyId, pack, made, dealings))
      await insertDemoRows(tx, changes, talkRows(companyId, pack, dealings))
      const ids = part.map(({ outlet }) => outlet.id)
      await rescore(tx, ids, defaultSettings.weights)
      await putCustomerWords(tx, ids)
      progress(0.05 + (0.9 * Math.min(at + chunk, made.outlets.length)) / made.outlets.length)
    }
  })
  progress(1)
  const orders = made.outlets.reduce((sum, { orders: theirs }) => sum + theirs.length, 0)
  return { companyId, name, customers: made.outlets.length, people: made.staff.people.length, orders }
}

async function putStaff(
  tx: Tx,
  changes: Changes,
  companyId: string,
  pack: Pack,
  made: DemoCompany,
  principal: DemoPrincipal | null,
): Promise<void> {
  const { people, roles, postings } = personRows(companyId, pack, made.staff)
  const areas = areaRows(companyId, pack, made.staff)
  const rows: DemoRows = [
    ['team', areas.teams],
    ['person', principal === null ? people : asAccount(people, principal)],
    ['person_role', roles],
    ['posting', postings],
    ['territory', areas.territories],
    ['person_territory', areas.assigned],
    ['product', made.products.map((product) => productRow(companyId, pack, product))],
  ]
  await insertDemoRows(tx, changes, rows)
  await putWords(
    tx,
    'person',
    people.map(({ id, name, code }) => ({ id, parts: [name, code] })),
  )
  await putWords(
    tx,
    'product',
    made.products.map(({ id, name, code }) => ({ id, parts: [name, code] })),
  )
}

async function emptyCompany(services: Services, pack: Pack): Promise<{ companyId: string; name: string }> {
  const taken = new Set((await companiesHere(services.db)).map((company) => company.name))
  let name = `${pack.company} (demo)`
  for (let n = 2; taken.has(name); n += 1) name = `${pack.company} (demo ${n})`
  const { country, currency, language, timeZone } = pack
  const company = await createCompany(services, { name, country, currency, language, timeZone })
  if (isRefusal(company)) throw new Error(`${name} was taken meanwhile`)
  return { companyId: company.companyId, name }
}
