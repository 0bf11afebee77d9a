import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CompanySwitch } from './CompanySwitch.tsx'
import { openPalette } from './overlay.ts'
import { PlaceLink } from './PlaceLink.tsx'
import placeClasses from './PlaceLink.module.css'
import classes from './Rail.module.css'
import { usePlaces } from './usePlaces.ts'

/** The places on a desktop: always there, slim. */
export function Rail() {
  const { t } = useTranslation('shell')
  const { open } = usePlaces()
  return (
    <nav className={`${classes['rail']} no-print`} aria-label={t('places.label')}>
      <CompanySwitch />
      <Tooltip label={t('palette.hint')} position="right">
        <UnstyledButton
          className={placeClasses['link']}
          onClick={openPalette}
          aria-keyshortcuts="Control+K Meta+K"
        >
          <IconSearch size={22} stroke={1.6} aria-hidden />
          <span>{t('palette.button')}</span>
        </UnstyledButton>
      </Tooltip>
      <div className={classes['places']}>
        {open
          .filter(({ atFoot }) => atFoot !== true)
          .map((place) => (
            <PlaceLink key={place.name} place={place} />
          ))}
      </div>
      {open
        .filter(({ atFoot }) => atFoot === true)
        .map((place) => (
          <PlaceLink key={place.name} place={place} />
        ))}
    </nav>
  )
}
