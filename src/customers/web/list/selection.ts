import { useState } from 'react'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { type ListSearch, filterOf } from '../../list-search.ts'
import type { CustomerRow } from './columns.tsx'

export type Selection = components['schemas']['Selection']

/** Which customers a command is for: the chosen rows, or everything the filter finds. */
export type Chosen = { rows: CustomerRow[]; everything: boolean }
export const nothingChosen: Chosen = { rows: [], everything: false }

export function selectionOf(chosen: Chosen, search: ListSearch): Selection {
  if (chosen.everything) return { filter: filterOf(search) } as Selection
  return { ids: chosen.rows.map((row) => row.id) }
}

/** What is chosen in this selection; another filter forgets it, so that nothing unseen is ever changed. */
export function useChosen(search: ListSearch): [Chosen, (chosen: Chosen) => void] {
  const among = JSON.stringify(filterOf(search))
  const [kept, keep] = useState({ among, chosen: nothingChosen })
  const chosen = kept.among === among ? kept.chosen : nothingChosen
  return [chosen, (next) => keep({ among, chosen: next })]
}
