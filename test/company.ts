import type { ownServer } from './database.ts'

type Server = Awaited<ReturnType<typeof ownServer>>
type Role = 'principal' | 'manager' | 'salesperson' | 'steward' | 'hr' | 'payroll' | 'administrator'

/** An answer with its body already read. */
export type Answer = { status: number; body: unknown }

/** Somebody signed in: asks the server as a browser of theirs would. */
export type Somebody = {
  readonly id: string
  readonly cookie: string
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: unknown) => Promise<Answer>
  readonly put: (path: string, body?: unknown) => Promise<Answer>
  readonly patch: (path: string, body: unknown) => Promise<Answer>
  readonly remove: (path: string) => Promise<Answer>
}

/** Asks as whoever the cookie belongs to; as nobody with ''. */
export function asking(server: Server, cookie: string, id = ''): Somebody {
  const ask = (method: string) => async (path: string, body?: unknown) => {
    const answer = await server.app.request(path, {
      method,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
  return {
    id,
    cookie,
    get: ask('GET'),
    post: ask('POST'),
    put: ask('PUT'),
    patch: ask('PATCH'),
    remove: ask('DELETE'),
  }
}

const password = 'tres tristes tigres 9'

/** Sets a company up; answers its principal, who also administers it. */
export async function aCompany(server: Server, name = 'Bebidas del Norte'): Promise<Somebody> {
  const made = await server.app.request('/api/setup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      setupCode: 'TEST-CODE',
      company: { name, country: 'ES', currency: 'EUR', language: 'es', timeZone: 'Europe/Madrid' },
      person: { name: 'Carmen Vidal', email: 'carmen@example.com', password },
    }),
  })
  if (made.status !== 200) throw new Error(`no company: ${await made.text()}`)
  const { personId } = (await made.json()) as { personId: string }
  return asking(server, cookieOf(made), personId)
}

export type NewColleague = {
  name: string
  roles?: readonly Role[]
  managerId?: string | null
  teamId?: string
  title?: string
  hiredOn?: string
}

/** Adds somebody to the company, without an account. Answers their id. */
export async function aColleague(by: Somebody, colleague: NewColleague): Promise<string> {
  const made = await by.post('/api/people', { email: emailOf(colleague.name), ...colleague })
  if (made.status !== 200) throw new Error(`${colleague.name} was not added: ${JSON.stringify(made.body)}`)
  return (made.body as { id: string }).id
}

/** Adds somebody who has accepted an invitation and is signed in. */
export async function aSignedInColleague(
  server: Server,
  by: Somebody,
  colleague: NewColleague,
): Promise<Somebody> {
  const id = await aColleague(by, colleague)
  return await letIn(server, by, id)
}

/** Invites a person and accepts for them with a password. */
export async function letIn(server: Server, by: Somebody, id: string): Promise<Somebody> {
  const invited = await by.post(`/api/people/${id}/invitation`)
  const { link } = invited.body as { link: string | null }
  if (link === null || link === undefined)
    throw new Error(`not invited by link: ${JSON.stringify(invited.body)}`)
  const accepted = await server.app.request('/api/invitation/acceptance', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: tokenOf(link), password }),
  })
  if (accepted.status !== 200) throw new Error(`not accepted: ${await accepted.text()}`)
  return asking(server, cookieOf(accepted), id)
}

/** The token of an invitation link. */
export function tokenOf(link: string): string {
  return link.slice(link.indexOf('#') + 1)
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

function emailOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const local = plain.replaceAll(/[^a-z0-9 ]/g, (letter) => (letter.codePointAt(0) ?? 0).toString(36))
  return `${local.trim().replaceAll(/\s+/g, '.')}@example.com`
}
