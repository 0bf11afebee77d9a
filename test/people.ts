import type { Role } from '../src/people/permissions.ts'
import type { Asker, Server } from './make.ts'
import { visitor } from './visitor.ts'

export type NewColleague = {
  name: string
  email?: string | null
  roles?: readonly Role[]
  managerId?: string | null
  teamId?: string
  title?: string
  hiredOn?: string
}

/** Somebody adds a colleague as the screens do; the address is made from the name unless given. Answers the id. */
export async function aColleague(by: Asker, colleague: NewColleague): Promise<string> {
  const made = await by.ask('POST', '/api/people', { email: addressOf(colleague.name), ...colleague })
  if (made.status !== 200) throw new Error(`${colleague.name} was not added: ${JSON.stringify(made.body)}`)
  return (made.body as { id: string }).id
}

/** Invites a person; answers the token of the link. */
export async function anInvitation(by: Asker, person: string): Promise<string> {
  const { status, body } = await by.ask('POST', `/api/people/${person}/invitation`)
  const { link } = body as { link: string | null }
  if (status !== 200 || link === null) throw new Error(`not invited by link: ${JSON.stringify(body)}`)
  return link.slice(link.indexOf('#') + 1)
}

/** A browser that has accepted an invitation with a new password. */
export async function aNewcomer(server: Server, token: string, password = 'un verano en la sierra 4') {
  const browser = visitor(server.app)
  const accepted = await browser.post('/api/invitation/acceptance', { token, password })
  if (accepted.status !== 200) throw new Error(`not accepted: ${await accepted.text()}`)
  return browser
}

function addressOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const local = plain.replaceAll(/[^a-z0-9 ]/g, (letter) => (letter.codePointAt(0) ?? 0).toString(36))
  return `${local.trim().replaceAll(/\s+/g, '.')}@example.com`
}
