import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { matchedRoutes } from 'hono/route'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { jsonOnly } from './json-only.ts'
import { addressOf } from './address.ts'
import { problem } from './problem.ts'
import { rateLimit } from './rate-limit.ts'
import { type Routes, newRoutes } from './routes.ts'
import { sameOrigin } from './same-origin.ts'

export type HttpSettings = {
  log: Logger
  /** Requests a minute per account or address; 0 switches the limit off. */
  requestsPerMinute: number
  /** Largest body of an ordinary request in bytes; uploads have their own. */
  bodyBytes: number
  /** Paths whose bodies are streamed to disk under a limit of their own. */
  uploads: RegExp
  /** How many servers of ours stand in front and say the asker's address. */
  proxies?: number
  observe?: (method: string, route: string, status: number, seconds: number) => void
}

const requestIdShape = /^[A-Za-z0-9_-]{8,64}$/

/** The outermost layer: request ids, logs without personal data, security headers, limits, and errors as problem details. */
export function createHttp(settings: HttpSettings): Routes {
  const app = newRoutes()
  app.use(async (c, next) => {
    const given = c.req.header('x-request-id')
    c.set('requestId', given !== undefined && requestIdShape.test(given) ? given : randomUUID())
    c.set('address', addressOf(c, settings.proxies ?? 0))
    const begun = performance.now()
    await next()
    c.header('x-request-id', c.get('requestId'))
    const seconds = (performance.now() - begun) / 1000
    settings.log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        path: withoutIds(c.req.path),
        status: c.res.status,
        ms: Math.round(seconds * 1000),
      },
      'request',
    )
    settings.observe?.(c.req.method, routeOf(c), c.res.status, seconds)
  })
  // What is handed out to be saved never runs in our name, also if a browser shows it after all. Outside of the next
  // one, which writes the page's policy over whatever an answer had.
  app.use(async (c, next) => {
    await next()
    if (c.res.headers.get('content-disposition')?.startsWith('attachment') === true)
      c.res.headers.set('content-security-policy', "default-src 'none'; sandbox")
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", NONCE],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      permissionsPolicy: { geolocation: ['self'], camera: ['self'], microphone: [] },
    }),
  )
  app.use('/api/*', rateLimit(settings.requestsPerMinute))
  app.use('/api/*', sameOrigin)
  const limit = bodyLimit({
    maxSize: settings.bodyBytes,
    onError: (c) => problem(c, 413, 'too-large', { facts: { limit: settings.bodyBytes } }),
  })
  app.use('/api/*', (c, next) => (settings.uploads.test(c.req.path) ? next() : jsonOnly(c, next)))
  app.use('/api/*', (c, next) => (settings.uploads.test(c.req.path) ? next() : limit(c, next)))
  app.notFound((c) => problem(c, 404, 'not-found'))
  app.onError((error, c) => {
    const known = problemOf(error)
    if (known !== null) return problem(c, known.status, known.code, known.more)
    settings.log.error({ requestId: c.get('requestId'), err: describe(error) }, 'a request failed')
    return problem(c, 500, 'unexpected')
  })
  return app
}

/** Errors of the database or the parser that are the asker's, not ours. */
function problemOf(
  error: unknown,
): { status: 400 | 403 | 409 | 422 | 503; code: string; more: { detail?: string } } | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const constraint =
    typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : ''
  if (
    error instanceof SyntaxError ||
    (error instanceof Error && error.message === 'Malformed JSON in request body')
  ) {
    return { status: 400, code: 'malformed-json', more: {} }
  }
  // A rule kept by the database: the message is the refusal's code (see app.refuse_on_merged in the migrations).
  if (code === 'RV100' && error instanceof Error && /^[a-z-]{1,60}$/.test(error.message))
    return { status: 409, code: error.message, more: {} }
  if (code === '42501') return { status: 403, code: 'not-allowed', more: {} }
  if (code === '23505') return { status: 409, code: 'already-exists', more: { detail: constraint } }
  if (code === '23503')
    return { status: 409, code: 'refers-to-something-missing', more: { detail: constraint } }
  if (code === '23514') return { status: 422, code: 'invalid-value', more: { detail: constraint } }
  // A text with a NUL, a number out of range, a text that isn't valid for its type.
  if (['22021', '22003', '22P02', '22P05', '22007', '22008', '22001'].includes(code))
    return { status: 422, code: 'invalid-value', more: {} }
  if (isUnavailable(error, code)) return { status: 503, code: 'database-unavailable', more: {} }
  return null
}

/**
 * The database can't be reached, is starting, ending or full, or two commands went on waiting for each other: asking again
 * in a moment helps. The sign-in library tells of it in words of its own.
 */
function isUnavailable(error: unknown, code: string): boolean {
  const codes = [
    '57P01',
    '57P02',
    '57P03',
    '53300',
    '40001',
    '40P01',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ENOENT',
  ]
  if (codes.includes(code) || code.startsWith('08')) return true
  const message = error instanceof Error ? error.message : ''
  return /^(Connection terminated|Client has encountered a connection error|Client was closed|Failed to get session|timeout exceeded when trying to connect)/.test(
    message,
  )
}

/** Name, message and stack, but not `detail`, where PostgreSQL puts values of the row. */
function describe(error: unknown) {
  if (!(error instanceof Error)) return { message: 'not an error' }
  return { name: error.name, message: error.message, stack: error.stack }
}

/** The route as it was declared (`/api/people/:id`), or `/*` for everything that is no route of its own. */
function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '/*'
}

/** Paths are logged and counted by their shape: ids and secrets are left out. */
function withoutIds(path: string): string {
  return path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/[A-Za-z0-9_-]{40,}/g, ':secret')
    .slice(0, 120)
}
