import type { SignIn } from './auth.ts'

/** Ends every session of an account, on all devices. */
export async function endSessions(signIn: SignIn, account: string): Promise<void> {
  const { internalAdapter } = await signIn.$context
  await internalAdapter.deleteUserSessions(account)
}

/** Deletes the keys that act for an account in one company; those for other companies stay. */
export async function endKeys(signIn: SignIn, account: string, organization: string): Promise<void> {
  const { adapter } = await signIn.$context
  const keys = await adapter.findMany<{ id: string; metadata: unknown }>({
    model: 'apikey',
    where: [{ field: 'referenceId', value: account }],
  })
  const ids = keys.filter((key) => companyOfKey(key.metadata) === organization).map((key) => key.id)
  if (ids.length > 0)
    await adapter.deleteMany({ model: 'apikey', where: [{ field: 'id', operator: 'in', value: ids }] })
}

/** The metadata of a key is stored as JSON text. */
function companyOfKey(metadata: unknown): unknown {
  const read: unknown = typeof metadata === 'string' ? JSON.parse(metadata) : metadata
  return typeof read === 'object' && read !== null ? Reflect.get(read, 'organizationId') : undefined
}
