import { commandAs } from '../src/platform/server/database/transaction.ts'
import { createAccount } from '../src/platform/server/sign-in/accounts.ts'
import { newId } from '../src/platform/server/uuid.ts'
import type { Role } from '../src/people/permissions.ts'
import { createCompany } from '../src/people/server/commands/set-up.ts'
import { programActor } from '../src/people/server/queries/actor.ts'
import { isRefusal } from '../src/values/refusal.ts'
import type { ownServer } from './database.ts'

export type Server = Awaited<ReturnType<typeof ownServer>>
/** A person signed in, who can ask the server. */
export type Asker = {
  id: string
  name: string
  companyId: string
  /** The session, for requests that `ask` can't make. */
  cookie: string
  ask: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: never }>
}

const password = 'tres tristes tigres 9'
let count = 0

/** A company of its own with nobody in it. */
export async function aCompany(server: Server, name = `Company ${(count += 1)}`): Promise<string> {
  const made = await createCompany(server.services, {
    name,
    country: 'ES',
    currency: 'EUR',
    language: 'es',
    timeZone: 'Europe/Madrid',
  })
  if (isRefusal(made)) throw new Error(made.refused)
  return made.companyId
}

/** A person of a company with these roles, below this manager, with an account and a session. */
export async function aPerson(
  server: Server,
  companyId: string,
  name: string,
  roles: readonly Role[],
  more: { managerId?: string; leftOn?: string } = {},
): Promise<Asker> {
  const id = newId()
  const email = `${id}@example.com`
  const account = await createAccount(server.services.signIn, { name, email, password })
  await commandAs(server.services.db, programActor(companyId), 'make-a-person', async (tx, changes) => {
    const row = { organization_id: companyId, id, code: id.slice(-8), name, email, user_id: account }
    await tx
      .insertInto('person')
      .values({ ...row, colour: 0, left_on: more.leftOn ?? null })
      .execute()
    changes.add('person', id)
    for (const role of roles) {
      await tx.insertInto('person_role').values({ organization_id: companyId, person_id: id, role }).execute()
      changes.add('person_role', id)
    }
    const posting = { organization_id: companyId, id: newId(), person_id: id, from_day: '2020-01-01' }
    await tx
      .insertInto('posting')
      .values({ ...posting, manager_id: more.managerId ?? null })
      .execute()
    changes.add('posting', posting.id)
  })
  const cookie = await sessionOf(server, email)
  return { id, name, companyId, cookie, ask: asking(server, cookie) }
}

async function sessionOf(server: Server, email: string): Promise<string> {
  const signedIn = await server.services.signIn.api.signInEmail({
    body: { email, password },
    asResponse: true,
  })
  return signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** Sends requests with a session's cookie; answers the status, and the JSON if it is some. */
function asking(server: Server, cookie: string): Asker['ask'] {
  return async (method, path, body) => {
    const answer = await server.app.request(path, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: (isJson(answer) && text !== '' ? JSON.parse(text) : null) as never }
  }
}

function isJson(answer: Response): boolean {
  return /json/.test(answer.headers.get('content-type') ?? '')
}
