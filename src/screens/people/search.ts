import { type Role, roles } from '../../people/permissions.ts'
import { parseDay } from '../../values/day.ts'

export type PeopleSearch = {
  view?: 'list'
  on?: string
  text?: string
  role?: Role
  presence?: 'left' | 'all'
}
type Raw = Record<string, unknown>

/** What the address of the people's page may say; anything else is left out. */
export function peopleSearch(search: Raw): PeopleSearch {
  const { view, text, role, presence } = search
  const found = roles.find((one) => one === role)
  return {
    ...dayOfSearch(search),
    ...(view === 'list' ? { view } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(found === undefined ? {} : { role: found }),
    ...(presence === 'left' || presence === 'all' ? { presence } : {}),
  }
}

export function dayOfSearch({ on }: Raw): { on?: string } {
  const day = typeof on === 'string' ? parseDay(on) : null
  return day === null ? {} : { on: day }
}
