import { isUuid } from '../../values/id.ts'

export type CashSearch = { view?: 'handed-in'; person?: string; different?: 'yes' }

/** What the address of the page of collected money may say; anything else is left out. */
export function cashSearch({ view, person, different }: Record<string, unknown>): CashSearch {
  return {
    ...(view === 'handed-in' ? { view } : {}),
    ...(typeof person === 'string' && isUuid(person) ? { person } : {}),
    ...(different === 'yes' ? { different } : {}),
  }
}
