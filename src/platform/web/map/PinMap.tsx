import { ActionIcon, Button, useComputedColorScheme, VisuallyHidden } from '@mantine/core'
import { IconMapPin, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Point } from '../../../values/geo.ts'
import { type PinMap as DrawnMap, createPinMap } from './pin-map.ts'
import classes from './PointMap.module.css'

type Props = {
  /** What the map is for, for those who hear it. */
  label: string
  /** Where the pin is; null while nobody has put it. */
  point: Point | null
  /** Where the map begins, and how near (0 the world, 17 a house); the world where null. */
  start: { point: Point; zoom: number } | null
  onPut: (point: Point) => void
}

/**
 * A map to put one pin on: dragged, pressed, or put into the middle by a button. It needs no network. Where it can't be drawn
 * nothing is shown: the caller has the coordinates as text beside it.
 */
export function PinMap({ label, point, start, onPut }: Props) {
  const { t, i18n } = useTranslation('map')
  const scheme = useComputedColorScheme('light')
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<DrawnMap | null>(null)
  const [isUndrawable, setUndrawable] = useState(false)
  const hint = useId()
  const put = useEffectEvent((spot: Point) => onPut(spot))
  const first = useEffectEvent(() => ({ label, hint, start, pin: t('pin'), language: i18n.language }))

  useEffect(() => {
    const place = container.current
    if (place === null) return
    let isGone = false
    let drawn: DrawnMap | null = null
    createPinMap({ container: place, ...first(), onPut: (spot) => put(spot) })
      .then((made) => {
        drawn = made
        return isGone ? made.remove() : setMap(made)
      })
      .catch(() => {
        if (!isGone) setUndrawable(true)
      })
    return () => {
      isGone = true
      drawn?.remove()
      setMap(null)
    }
  }, [])
  useEffect(() => {
    // The page changes its scheme after its parts have heard of it: the colours are read a frame later.
    const frame = requestAnimationFrame(() => map?.wear(i18n.language))
    return () => cancelAnimationFrame(frame)
  }, [map, scheme, i18n.language])
  useEffect(() => map?.put(point), [map, point])

  if (isUndrawable) return null
  return (
    <div className={classes['frame']} aria-busy={map === null}>
      <div ref={container} className={classes['map']} />
      <div className={classes['middle']} aria-hidden />
      <ActionIcon.Group orientation="vertical" className={classes['controls']}>
        <ActionIcon variant="default" size="lg" aria-label={t('nearer')} onClick={() => map?.zoomBy(1)}>
          <IconPlus size={18} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t('farther')} onClick={() => map?.zoomBy(-1)}>
          <IconMinus size={18} />
        </ActionIcon>
      </ActionIcon.Group>
      <Button
        className={classes['put']}
        size="compact-sm"
        variant="default"
        disabled={map === null}
        leftSection={<IconMapPin size={14} aria-hidden />}
        onClick={() => map !== null && onPut(map.middle())}
      >
        {t('putInMiddle')}
      </Button>
      <VisuallyHidden id={hint}>{t('pinKeys')}</VisuallyHidden>
      <div className={classes['sources']}>{t('sources')}</div>
    </div>
  )
}
