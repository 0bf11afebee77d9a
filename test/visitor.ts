import type { ownServer } from './database.ts'

type App = Awaited<ReturnType<typeof ownServer>>['app']

/** Somebody with a browser of their own: keeps cookies, sends JSON. `address` isn't known to the app in tests. */
export function visitor(app: App, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>()
  async function send(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  return {
    /** What its next request would carry. */
    headers: () => ({
      'content-type': 'application/json',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    }),
    get: (path: string, more?: Record<string, string>) => send('GET', path, undefined, more),
    post: (path: string, body: unknown = {}, more?: Record<string, string>) => send('POST', path, body, more),
    patch: (path: string, body: unknown) => send('PATCH', path, body),
    delete: (path: string) => send('DELETE', path),
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...rest] = line.split(';')
  const [name = '', ...value] = pair.split('=')
  if (/max-age=0/i.test(rest.join(';'))) cookies.delete(name)
  else cookies.set(name, value.join('='))
}
