import { useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { useKeys } from '../../platform/web/keys/useKeys.ts'
import { openKeyHelp, openPalette, useOverlay } from '../frame/overlay.ts'
import { usePlaces } from '../frame/usePlaces.ts'

const Overlays = lazy(async () => ({ default: (await import('./Overlays.tsx')).Overlays }))

/** The keys that work everywhere, and what they open (loaded when first asked for). */
export function Keys() {
  const navigate = useNavigate()
  const { open } = usePlaces()
  const overlay = useOverlay()
  const [loaded, setLoaded] = useState(false)
  if (overlay !== null && !loaded) setLoaded(true)
  useHotkeys([['mod+K', openPalette]], [], true)
  useKeys({
    '/': searchHere,
    '?': openKeyHelp,
    ...Object.fromEntries(open.map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])),
  })
  return loaded ? (
    <Suspense>
      <Overlays />
    </Suspense>
  ) : null
}

/** The page's own search field (marked `data-page-search`), else the palette. */
function searchHere(): void {
  const field = document.querySelector<HTMLInputElement>('#main [data-page-search]')
  if (field === null) openPalette()
  else field.focus()
}
