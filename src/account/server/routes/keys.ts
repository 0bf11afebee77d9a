import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { ask } from '../../../platform/server/sign-in/ask.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/keys.ts'
import { scopesFor } from '../../key-scopes.ts'
import { noteKey } from '../commands/note-key.ts'

/** Keys for programs: each acts for one person in one company, within its scopes. */
export function keyRoutes(services: Services): Routes {
  const { signIn } = services
  return newRoutes()
    .openapi(api.listKeys, async (c) => {
      const keys = await keysOf(services, c.req.raw.headers, c.get('actor').organizationId)
      return c.json({ keys: keys.map(shown) }, 200)
    })
    .openapi(api.makeKey, async (c) => {
      const { organizationId, may } = c.get('actor')
      const { name, scopes: asked, days } = c.req.valid('json')
      const scopes = may.includes('keys.own')
        ? scopesFor(asked, may)
        : refuse('not-allowed', { rule: '10.1' })
      if (isRefusal(scopes)) return refused(c, scopes) as never
      // Permissions and metadata can be set by the server alone.
      const made = await signIn.api.createApiKey({
        body: {
          userId: c.get('accountId') ?? '',
          name,
          ...(days === null ? {} : { expiresIn: days * 86_400 }),
          permissions: { relevo: scopes },
          metadata: { organizationId },
        },
      })
      // Noted before it is shown: a key that could not be noted is known to nobody.
      await noteKey(services, c.get('actor'), 'key.made', shown(made))
      return c.json({ ...shown(made), key: made.key }, 200)
    })
    .openapi(api.revokeKey, async (c) => {
      const mine = await keysOf(services, c.req.raw.headers, c.get('actor').organizationId)
      const found = mine.find((key) => key.id === c.req.valid('param').id)
      if (found === undefined) return refused(c, refuse('not-found')) as never
      const { no } = await ask(signIn, c, '/api-key/delete', { keyId: found.id })
      if (no !== null) return no as never
      await noteKey(services, c.get('actor'), 'key.revoked', shown(found))
      return c.json({ done: true as const }, 200)
    }) as unknown as Routes
}

type KnownKey = Awaited<ReturnType<Services['signIn']['api']['listApiKeys']>>['apiKeys'][number]

async function keysOf({ signIn }: Services, headers: Headers, organization: string): Promise<KnownKey[]> {
  const { apiKeys } = await signIn.api.listApiKeys({
    headers,
    query: { sortBy: 'createdAt', sortDirection: 'desc' },
  })
  return apiKeys.filter((key) => key.metadata?.['organizationId'] === organization)
}

function shown(key: Omit<KnownKey, 'key'>) {
  return {
    id: key.id,
    name: key.name ?? '',
    start: key.start ?? '',
    scopes: key.permissions?.['relevo'] ?? [],
    createdAt: new Date(key.createdAt).toISOString(),
    lastUsedAt: key.lastRequest === null ? null : new Date(key.lastRequest).toISOString(),
    expiresAt: key.expiresAt === null ? null : new Date(key.expiresAt).toISOString(),
  }
}
