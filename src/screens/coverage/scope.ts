import { isUuid } from '../../values/id.ts'

/** Whose coverage is looked at: the whole company's when empty. */
export type Scope = { team?: string; person?: string }

/** What the address of the coverage page may say; anything else is left out. */
export function readScope({ team, person }: Record<string, unknown>): Scope {
  if (typeof person === 'string' && isUuid(person)) return { person }
  return typeof team === 'string' && isUuid(team) ? { team } : {}
}

/** The same as the API asks for it. */
export function queryOf({
  team,
  person,
}: Scope): { scope: 'team' | 'person'; id: string } | Record<string, never> {
  if (person !== undefined) return { scope: 'person', id: person }
  return team === undefined ? {} : { scope: 'team', id: team }
}
