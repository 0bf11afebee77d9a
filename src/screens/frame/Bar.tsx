import { UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Bar.module.css'
import { NewSheet } from './NewSheet.tsx'
import { MapLink, useIsMap } from './MapLink.tsx'
import type { Place } from './places.ts'
import { PlaceLink } from './PlaceLink.tsx'
import { usePlaces } from './usePlaces.ts'

/** The places at the bottom of a phone, with the ＋ in the middle, where the thumb is. */
export function Bar() {
  const { t } = useTranslation('shell')
  const { open, makeable } = usePlaces()
  const [choosing, setChoosing] = useState(false)
  const links = open.filter(({ onPhone }) => onPhone === true)
  const middle = Math.ceil(links.length / 2)
  return (
    <nav className={`${classes['bar']} no-print`} aria-label={t('places.label')}>
      {links.slice(0, middle).map((place) => (
        <BarLink key={place.name} place={place} />
      ))}
      {makeable.length > 0 && (
        <UnstyledButton
          className={classes['new']}
          aria-label={t('new.label')}
          onClick={() => setChoosing(true)}
        >
          <IconPlus size={26} stroke={2} aria-hidden />
        </UnstyledButton>
      )}
      {links.slice(middle).map((place) => (
        <BarLink key={place.name} place={place} />
      ))}
      <NewSheet things={makeable} opened={choosing} close={() => setChoosing(false)} />
    </nav>
  )
}

/** The customers with their map beside them; every other place as it is. */
function BarLink({ place }: { place: Place }) {
  const isMap = useIsMap()
  if (place.name !== 'customers') return <PlaceLink place={place} />
  return (
    <>
      <PlaceLink place={place} isElsewhere={isMap} />
      <MapLink />
    </>
  )
}
