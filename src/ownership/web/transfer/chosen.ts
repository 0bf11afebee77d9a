import type { Selection } from './types.ts'

/** Customers that somebody chose elsewhere in the app to hand over. */
export type ChosenToMove = { readonly selection: Selection; readonly count: number }
const place = 'relevo-transfer'

/** Keeps the choice for the form, also when its page is loaded again; an address can't hold thousands of ids. */
export function keepChosen(chosen: ChosenToMove): void {
  sessionStorage.setItem(place, JSON.stringify(chosen))
}

/** What was chosen last in this window; null for nothing. */
export function chosenToMove(): ChosenToMove | null {
  const kept = sessionStorage.getItem(place)
  return kept === null ? null : (JSON.parse(kept) as ChosenToMove)
}
