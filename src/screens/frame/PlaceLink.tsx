import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { UnreadBadge } from '../../notices/web/UnreadBadge.tsx'
import classes from './PlaceLink.module.css'
import type { Place } from './places.ts'
import { paths } from '../paths.ts'

/** A place in the rail or the bar: its picture with its name below. */
export function PlaceLink({ place, isElsewhere = false }: { place: Place; isElsewhere?: boolean }) {
  const { t } = useTranslation('shell')
  const Icon = place.icon
  return (
    <Link
      to={place.to}
      className={classes['link']}
      activeProps={{ 'data-active': true, 'aria-current': 'page' }}
      // Exactly its own address, its search too, is another one than the map's.
      activeOptions={{ exact: isElsewhere || place.to === paths.today }}
    >
      <Icon size={22} stroke={1.6} aria-hidden />
      <span>{t(`places.${place.name}`)}</span>
      {place.name === 'notices' && <UnreadBadge />}
    </Link>
  )
}
