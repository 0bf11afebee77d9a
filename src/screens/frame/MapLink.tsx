import { IconMap2 } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../paths.ts'
import classes from './PlaceLink.module.css'

/** Whether the customers are looked at on the map just now. */
export function useIsMap(): boolean {
  return useLocation({
    select: ({ pathname, search }) =>
      pathname === paths.customers && 'shows' in search && search.shows === 'map',
  })
}

/** The map in the bar of a phone: the customers' list is a place of its own there. */
export function MapLink() {
  const { t } = useTranslation('shell')
  const isHere = useIsMap()
  return (
    <Link
      to={paths.customers}
      search={{ shows: 'map' }}
      className={classes['link']}
      activeProps={{}}
      {...(isHere ? { 'data-active': true, 'aria-current': 'page' as const } : {})}
    >
      <IconMap2 size={22} stroke={1.6} aria-hidden />
      <span>{t('places.map')}</span>
    </Link>
  )
}
