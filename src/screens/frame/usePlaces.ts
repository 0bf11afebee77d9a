import { useMay } from '../../people/web/useMe.ts'
import { type NewThing, newThings } from './new-things.ts'
import { type Place, places } from './places.ts'

/** The places and new things that are open to me. */
export function usePlaces(): { open: readonly Place[]; makeable: readonly NewThing[] } {
  const may = useMay()
  return {
    open: places.filter(({ needs }) => needs === undefined || may(needs)),
    makeable: newThings.filter(({ needs }) => may(needs)),
  }
}
