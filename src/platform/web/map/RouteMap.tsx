import { ActionIcon, useComputedColorScheme, VisuallyHidden } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import frame from './PointMap.module.css'
import classes from './RouteMap.module.css'
import { type RouteMap as DrawnMap, type Way, createRouteMap } from './route-map.ts'

/** Routes with numbered stops on the map that needs no network. Where it can't be drawn nothing is shown: the list says the same. */
export function RouteMap({ label, ways }: { label: string; ways: readonly Way[] }) {
  const { t, i18n } = useTranslation('map')
  const scheme = useComputedColorScheme('light')
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<DrawnMap | null>(null)
  const [isUndrawable, setUndrawable] = useState(false)
  const hint = useId()
  const first = useEffectEvent(() => ({ label, hint, language: i18n.language }))

  useEffect(() => {
    const place = container.current
    if (place === null) return
    let isGone = false
    let drawn: DrawnMap | null = null
    const look = { stop: classes['stop'] ?? '', base: classes['base'] ?? '' }
    createRouteMap({ container: place, ...first(), classes: look })
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
    const next = requestAnimationFrame(() => map?.wear(i18n.language))
    return () => cancelAnimationFrame(next)
  }, [map, scheme, i18n.language])
  useEffect(() => map?.show(ways), [map, ways])

  if (isUndrawable) return null
  return (
    <div className={frame['frame']} aria-busy={map === null}>
      <div ref={container} className={frame['map']} />
      <ActionIcon.Group orientation="vertical" className={frame['controls']}>
        <ActionIcon variant="default" size="lg" aria-label={t('nearer')} onClick={() => map?.zoomBy(1)}>
          <IconPlus size={18} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t('farther')} onClick={() => map?.zoomBy(-1)}>
          <IconMinus size={18} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label={t('all')} onClick={() => map?.fit()}>
          <IconFocusCentered size={18} />
        </ActionIcon>
      </ActionIcon.Group>
      <VisuallyHidden id={hint}>{t('wayKeys')}</VisuallyHidden>
      <div className={frame['sources']}>{t('sources')}</div>
    </div>
  )
}
