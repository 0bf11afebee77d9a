import { createHash, timingSafeEqual } from 'node:crypto'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import {
  accountByEmail,
  anyAccount,
  createAccount,
  removeAccount,
} from '../../../platform/server/sign-in/accounts.ts'
import { weakness } from '../../../platform/server/sign-in/password.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { SetUp } from '../../schema/company.ts'
import { programActor } from '../queries/actor.ts'
import { companiesHere, insertCompany, listCompany, unlistCompany } from '../queries/company.ts'
import { insertPerson } from '../queries/person.ts'
import { grantRoles } from '../queries/roles.ts'

type Made = { companyId: string; personId: string }

/** Makes a company with nobody in it yet (command line, demo). */
export async function createCompany(
  services: Services,
  company: {
    name: string
    country: string
    currency: string
    language: string
    timeZone?: string | undefined
  },
): Promise<{ companyId: string } | Refusal<'company-exists'>> {
  if ((await companiesHere(services.db)).some((known) => known.name === company.name)) {
    return refuse('company-exists', { facts: { name: company.name } })
  }
  const id = newId()
  await listCompany(services.db, id, company.name)
  try {
    await commandAs(services.db, programActor(id), 'create-company', async (tx, changes) => {
      const { name, country, currency, language, timeZone } = company
      await insertCompany(tx, { id, name, country, currency, language, time_zone: timeZone ?? 'UTC' })
      changes.add('organization', id)
    })
  } catch (error) {
    await unlistCompany(services.db, id)
    throw error
  }
  return { companyId: id }
}

/** The first run: with the one-time code, a company and its principal, who also administers. Only while there is no account. */
export async function setUp(services: Services, expectedCode: string, input: SetUp): Promise<Made | Refusal> {
  if (await anyAccount(services.signIn)) return refuse('already-set-up')
  if (!sameCode(input.setupCode, expectedCode)) return refuse('wrong-setup-code')
  const weak = weakness(input.person.password, [input.person.name, input.person.email, input.company.name])
  if (weak !== null) return refuse(`invalid-password-${weak}`)
  const company = await createCompany(services, input.company)
  if ('refused' in company) return company
  const personId = await createPrincipal(services, company.companyId, input.person)
  return { companyId: company.companyId, personId }
}

async function createPrincipal(
  services: Services,
  companyId: string,
  person: SetUp['person'],
): Promise<string> {
  const { signIn, db } = services
  const known = await accountByEmail(signIn, person.email)
  const account = known ?? (await createAccount(signIn, person))
  const id = newId()
  try {
    await commandAs(db, programActor(companyId), 'create-principal', async (tx, changes) => {
      // Not "1": a file of the company's staff may well begin with that number.
      await insertPerson(tx, companyId, id, {
        code: 'P-1',
        name: person.name,
        email: person.email,
        user_id: account,
      })
      await grantRoles(tx, companyId, id, ['principal', 'administrator'], null)
      changes.add('person', id)
      changes.add('person_role', id)
    })
  } catch (error) {
    if (known === null) await removeAccount(signIn, account)
    throw error
  }
  return id
}

function sameCode(given: string, expected: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(expected))
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code.trim().toUpperCase()).digest()
}
