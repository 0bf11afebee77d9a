import { readPhone } from '../../../platform/server/phones/read-phone.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { lacks } from '../../permissions.ts'
import type { NewPerson, PersonChange } from '../../schema/person.ts'
import { companyDay, companyOf } from '../queries/company.ts'
import {
  type PersonRow,
  freePersonCode,
  insertPerson,
  lockPerson,
  takenBy,
  updatePerson,
} from '../queries/person.ts'
import { giveRoles } from './roles.ts'
import { placePost } from './postings.ts'
import { whenAllowed } from './when-allowed.ts'

/** What a person may change of themselves without the right to change people. */
const own = new Set(['version', 'phone', 'city', 'country', 'language', 'languages'])

/** Adds a person with a first post (from the day they were hired, else today) and first roles: all of it or nothing. */
export async function addPerson(
  services: Services,
  actor: Actor,
  input: NewPerson,
): Promise<{ id: string } | Refusal> {
  return await whenAllowed(services, actor, 'people.change', 'add-person', async (tx, changes) => {
    const { title, teamId, managerId, roles, ...profile } = input
    const taken = await refuseTaken(tx, null, input.code ?? null, input.email ?? null)
    if (taken !== null) return taken
    const id = newId()
    const row = await rowOf(tx, profile)
    const code = input.code ?? (await freePersonCode(tx))
    await insertPerson(tx, actor.organizationId, id, { ...row, code, name: input.name })
    changes.add('person', id)
    if (roles !== undefined && roles.length > 0) {
      const refused = await giveRoles(tx, changes, actor, id, roles)
      if (refused !== null) return refused
    }
    if ((title ?? '') !== '' || teamId != null || managerId != null) {
      const fromDay = input.hiredOn ?? (await companyDay(tx))
      const post = { fromDay, title: title ?? '', teamId: teamId ?? null, managerId: managerId ?? null }
      const placed = await placePost(tx, changes, actor, id, null, post)
      if (isRefusal(placed)) return placed
    }
    return { id }
  })
}

/** Changes a profile. Refused when somebody else changed it after it was read. */
export async function changePerson(
  services: Services,
  actor: Actor,
  id: string,
  input: PersonChange,
): Promise<{ version: number } | Refusal> {
  const no = lacks(actor, 'people.change')
  const onlyOwn = id === actor.personId && Object.keys(input).every((field) => own.has(field))
  if (no !== null && !onlyOwn) return no
  return await commandAs(services.db, actor, 'change-person', async (tx, changes) => {
    const { version, ...profile } = input
    const now = await lockPerson(tx, id)
    if (now === null) return refuse('not-found')
    const taken = await refuseTaken(tx, id, input.code ?? null, input.email ?? null)
    if (taken !== null) return taken
    if (input.hiredOn != null && now.left_on !== null && input.hiredOn > now.left_on) {
      return refuse('invalid-hired-after-left', { facts: { field: 'hiredOn', leftOn: now.left_on } })
    }
    const written = await updatePerson(tx, id, version, await rowOf(tx, profile, now))
    if (written === null) return refuse('changed-meanwhile', { facts: { version: now.version } })
    changes.add('person', id)
    return { version: written }
  })
}

async function refuseTaken(tx: Tx, id: string | null, code: string | null, email: string | null) {
  const field = await takenBy(tx, id, code, email)
  if (field === null) return null
  return refuse(`${field}-taken`, { facts: { field, value: (field === 'code' ? code : email) ?? '' } })
}

/** The columns that an input sets. A phone is read by the country given with it, the person's, or the company's. */
async function rowOf(
  tx: Tx,
  input: Omit<PersonChange, 'version'>,
  now: { country: string | null; phone: string | null } | null = null,
): Promise<Partial<PersonRow>> {
  const { hiredOn, phone, ...same } = input
  const row: Partial<PersonRow> = { ...withoutAbsent(same) }
  if (hiredOn !== undefined) row.hired_on = hiredOn
  if (phone !== undefined || input.country !== undefined) {
    const written = phone === undefined ? (now?.phone ?? null) : phone
    const country = input.country ?? now?.country ?? (await companyOf(tx)).country
    const reading = written === null ? null : readPhone(written, country)
    row.phone = written
    row.phone_e164 = reading === null || reading.state === 'unrecognised' ? null : reading.e164
  }
  return row
}

function withoutAbsent<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}
