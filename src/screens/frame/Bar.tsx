import { UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Bar.module.css'
import { NewSheet } from './NewSheet.tsx'
import { MapLink, useIsMap } from './MapLink.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import { usePlaces } from './usePlaces.ts'

/** The places at the bottom of a phone, with the ＋ third of five, where the thumb is; the map is a place of its own there. */
export function Bar() {
  const { t } = useTranslation('shell')
  const { open, makeable } = usePlaces()
  const isMap = useIsMap()
  const [choosing, setChoosing] = useState(false)
  const links = open
    .filter(({ onPhone }) => onPhone === true)
    .flatMap((place) =>
      place.name === 'customers'
        ? [<PlaceLink key="customers" place={place} isElsewhere={isMap} />, <MapLink key="map" />]
        : [<PlaceLink key={place.name} place={place} />],
    )
  return (
    <nav className={`${classes['bar']} no-print`} aria-label={t('places.label')}>
      {links.slice(0, 2)}
      {makeable.length > 0 && (
        <UnstyledButton
          className={classes['new']}
          aria-label={t('new.label')}
          onClick={() => setChoosing(true)}
        >
          <IconPlus size={26} stroke={2} aria-hidden />
        </UnstyledButton>
      )}
      {links.slice(2)}
      <NewSheet things={makeable} opened={choosing} close={() => setChoosing(false)} />
    </nav>
  )
}
