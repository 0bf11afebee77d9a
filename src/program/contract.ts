import type { Routes } from '../platform/server/http/routes.ts'

/** The contract of all routes as an OpenAPI 3.1 document. */
export function contractOf(app: Routes) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Relevo',
      version: '1',
      description:
        'Everything the screens do, they do by these requests. Sign in with a session cookie or with a key: `Authorization: Bearer rlv_…`. Refusals are problem details (RFC 9457).',
    },
    servers: [{ url: '/' }],
  })
}
