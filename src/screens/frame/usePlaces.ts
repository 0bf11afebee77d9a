import { useRouter } from '@tanstack/react-router'
import { useMay } from '../../people/web/useMe.ts'
import { type NewThing, newThings } from './new-things.ts'
import { type Place, places } from './places.ts'

/** The places and new things that are open to me; a place without a screen isn't shown. */
export function usePlaces(): { open: readonly Place[]; makeable: readonly NewThing[] } {
  const may = useMay()
  const there = useRouter().routesByPath
  return {
    open: places.filter(
      ({ needs, to }) => (needs === undefined || [needs].flat().some(may)) && Object.hasOwn(there, to),
    ),
    makeable: newThings.filter(({ needs }) => may(needs)),
  }
}
