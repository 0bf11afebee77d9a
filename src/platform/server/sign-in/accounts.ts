import type { SignIn } from './auth.ts'

/**
 * Makes an account with a password; its strength was checked before. Returns its id. `emailVerified` is false where the
 * address was never written to: other ways to sign in may trust a verified address.
 */
export async function createAccount(
  signIn: SignIn,
  account: { name: string; email: string; password: string; emailVerified?: boolean },
): Promise<string> {
  const context = await signIn.$context
  const user = await context.internalAdapter.createUser(
    {
      name: account.name,
      email: account.email.toLowerCase(),
      emailVerified: account.emailVerified ?? true,
    },
    { method: 'email-password' },
  )
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await context.password.hash(account.password),
  })
  return user.id
}

export async function accountByEmail(signIn: SignIn, email: string): Promise<string | null> {
  const context = await signIn.$context
  const found = await context.internalAdapter.findUserByEmail(email.toLowerCase())
  return found?.user.id ?? null
}

export async function removeAccount(signIn: SignIn, id: string): Promise<void> {
  const context = await signIn.$context
  await context.internalAdapter.deleteUser(id)
}

export async function anyAccount(signIn: SignIn): Promise<boolean> {
  const context = await signIn.$context
  return (await context.internalAdapter.countTotalUsers()) > 0
}

/** Gives an account another password; its strength was checked before. */
export async function setPassword(signIn: SignIn, id: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await signIn.$context
  const hash = await passwords.hash(password)
  if ((await internalAdapter.findCredentialAccount(id)) !== null)
    await internalAdapter.updatePassword(id, hash)
  else {
    const credential = { userId: id, providerId: 'credential', accountId: id, password: hash }
    await internalAdapter.linkAccount(credential)
  }
}

export async function emailOfAccount(signIn: SignIn, id: string): Promise<string | null> {
  const context = await signIn.$context
  return (await context.internalAdapter.findUserById(id))?.email ?? null
}
