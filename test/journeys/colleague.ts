import type { APIRequestContext, BrowserContext } from 'playwright'
import { type Stage } from './stage.ts'
import { openWindow } from './browser.ts'
import { signIn } from './stage.ts'

/** Asks as whoever the window belongs to and gives the answer; throws what was refused. */
export async function ask<Answer>(
  request: APIRequestContext,
  method: 'get' | 'post' | 'put' | 'patch',
  path: string,
  data?: object,
): Promise<Answer> {
  const answer = await request[method](path, data === undefined ? {} : { data })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

const password = 'tres tristes tigres 9'

/** A colleague with a window of their own, signed in. `principal` invites. */
export async function openColleague(
  stage: Stage,
  principal: BrowserContext,
  { name, email, role }: { name: string; email: string; role: 'salesperson' | 'steward' },
) {
  const { id } = await ask<{ id: string }>(principal.request, 'post', '/api/people', {
    name,
    email,
    roles: [role],
  })
  const { link } = await ask<{ link: string }>(principal.request, 'post', `/api/people/${id}/invitation`)
  const window = await openWindow(stage.browser, stage.url)
  const token = link.slice(link.indexOf('#') + 1)
  await ask(window.context.request, 'post', '/api/invitation/acceptance', { token, password })
  await signIn(window.context, { email, password })
  return { id, ...window }
}
