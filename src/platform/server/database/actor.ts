/**
 * Who asks, as the database is told it for one transaction. Row-level security decides by these settings alone.
 * `may` holds names of permissions, `people` the person and everybody below in the tree of managers.
 */
export type Actor = {
  readonly organizationId: string
  readonly personId: string | null
  readonly userId: string | null
  readonly may: readonly string[]
  readonly people: readonly string[]
  readonly requestId?: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const action = /^[a-z][a-z.-]*$/

function checked(value: string, shape: RegExp): string {
  if (!shape.test(value)) throw new Error('a malformed setting for the database session')
  return value
}

/** Plain SET LOCAL statements (safe behind a transaction pooler; a distributed engine passes them on). */
export function settingsOf(actor: Actor): string {
  const people = actor.people.map((id) => checked(id, uuid)).join(',')
  const may = actor.may.map((name) => checked(name, action)).join(',')
  const set = [`set local app.organization_id = '${checked(actor.organizationId, uuid)}'`]
  if (actor.personId !== null) set.push(`set local app.person_id = '${checked(actor.personId, uuid)}'`)
  if (actor.userId !== null)
    set.push(`set local app.user_id = '${checked(actor.userId, /^[A-Za-z0-9_-]{1,64}$/)}'`)
  set.push(`set local app.people = '{${people}}'`, `set local app.may = ',${may},'`)
  return set.join('; ')
}
