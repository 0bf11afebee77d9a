import { Anchor, AppShell, Stack } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { FormatsOfCompany } from '../../platform/web/language/useFormats.tsx'
import { LoadingState } from '../../platform/web/ui/LoadingState.tsx'
import { OfflineMark } from '../../platform/web/ui/OfflineMark.tsx'
import classes from './Frame.module.css'
import { Mark } from './Mark.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import { places } from './places.ts'

/** What is around every screen: the rail at the side, on a phone the bar at the bottom. */
export function Frame() {
  const { t } = useTranslation('shell')
  const me = useMe()
  const may = useMay()
  const open = places.filter(({ needs }) => needs === undefined || may(needs))
  return (
    <FormatsOfCompany company={{ ...me.company, today: me.today }}>
      <Anchor href="#main" className={classes['skip']}>
        {t('skip')}
      </Anchor>
      <OfflineMark />
      <AppShell
        padding={0}
        navbar={{ width: '5.5rem', breakpoint: 'sm', collapsed: { mobile: true } }}
        footer={{ height: '3.75rem', collapsed: false }}
        layout="alt"
      >
        <AppShell.Navbar className={classes['rail']} aria-label={t('places.label')}>
          <Mark />
          <Stack gap={4} flex={1}>
            {open
              .filter(({ atFoot }) => atFoot !== true)
              .map((place) => (
                <PlaceLink key={place.name} place={place} />
              ))}
          </Stack>
          {open
            .filter(({ atFoot }) => atFoot === true)
            .map((place) => (
              <PlaceLink key={place.name} place={place} />
            ))}
        </AppShell.Navbar>
        <AppShell.Main className={classes['main']}>
          <main id="main" tabIndex={-1} className={classes['page']}>
            <Suspense fallback={<LoadingState />}>
              <Outlet />
            </Suspense>
          </main>
        </AppShell.Main>
        <nav className={classes['bar']} aria-label={t('places.label')}>
          {open
            .filter(({ onPhone }) => onPhone === true)
            .map((place) => (
              <PlaceLink key={place.name} place={place} />
            ))}
        </nav>
      </AppShell>
    </FormatsOfCompany>
  )
}
