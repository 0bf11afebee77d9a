import { ActionIcon, Button, Loader, useComputedColorScheme, VisuallyHidden } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../../values/points.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { Value } from './point-features.ts'
import { createPointMap, type PointMap as DrawnMap } from './point-map.ts'
import classes from './PointMap.module.css'
import type { Target } from './targets.ts'
import { useHoverCard } from './useHoverCard.ts'

type Props = {
  /** What the map shows, for those who hear it: "Customers on the map". */
  label: string
  /** Null while they are being loaded. */
  points: Points | null
  /** Which rows are shown, e.g. after a filter; all where null. Keep the same array while it does not change. */
  rows?: Uint32Array | null
  /** What a point is coloured by, and the CSS colour of each value, at most twelve. */
  colourBy: Value
  colours: readonly string[]
  selected?: number | null
  /** One row, or several that share a spot no zoom takes apart. */
  onPick: (rows: number[]) => void
  /** What a card says about a point or a cluster pointed at; nothing interactive. */
  card?: (target: Target) => ReactNode
  /** The address of a MapLibre style to draw instead of the map that comes with the app. */
  styleUrl?: string | null
  /** Whose that style's map is. */
  sources?: ReactNode
}

/** MapLibre draws with WebGL 2 only. */
function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

/** A map of up to a hundred thousand points, in clusters. It needs no network; the list beside it is the caller's. */
export function PointMap(props: Props) {
  const {
    label,
    points,
    rows = null,
    colourBy,
    colours,
    selected = null,
    card,
    styleUrl = null,
    sources,
  } = props
  const { t, i18n } = useTranslation('map')
  const scheme = useComputedColorScheme('light')
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<DrawnMap | null>(null)
  const [state, setState] = useState<'loading' | 'ready' | 'undrawable' | 'missing'>('loading')
  const [attempt, setAttempt] = useState(0)
  const [target, setTarget] = useState<Target | null>(null)
  const hint = useId()
  const palette = colours.join('|')
  const look = useMemo(
    () => ({ scheme, language: i18n.language, valueColours: palette === '' ? [] : palette.split('|') }),
    [scheme, i18n.language, palette],
  )
  const pick = useEffectEvent((picked: number[]) => props.onPick(picked))
  const firstLook = useEffectEvent(() => ({ look, label, hint }))

  useEffect(() => {
    const place = container.current
    if (place === null) return
    let isGone = false
    let drawn: DrawnMap | null = null
    createPointMap({
      container: place,
      ...firstLook(),
      styleUrl,
      onPick: (picked) => pick(picked),
      onPoint: setTarget,
      onReady: () => setState('ready'),
    })
      .then((made) => {
        drawn = made
        return isGone ? made.remove() : setMap(made)
      })
      .catch(() => {
        if (!isGone) setState(canDraw() ? 'missing' : 'undrawable')
      })
    return () => {
      isGone = true
      drawn?.remove()
      setMap(null)
      setState('loading')
    }
  }, [styleUrl, attempt])

  useEffect(() => {
    // The page changes its scheme after its parts have heard of it: the colours are read a frame later.
    const frame = requestAnimationFrame(() => map?.wear(look))
    return () => cancelAnimationFrame(frame)
  }, [map, look])
  useEffect(() => {
    if (points !== null) map?.show({ points, rows, by: colourBy })
  }, [map, points, rows, colourBy])
  const pointed = target?.kind === 'point' ? target.row : null
  useEffect(() => {
    map?.emphasise([selected, pointed].filter((row) => row !== null))
  }, [map, points, selected, pointed, colourBy, look])
  const placed = useHoverCard(target)

  if (state === 'undrawable') return <EmptyState title={t('failed.title')} text={t('failed.text')} />
  if (state === 'missing') {
    const again = () => {
      setState('loading')
      setAttempt(attempt + 1)
    }
    const retry = <Button onClick={again}>{t('missing.retry')}</Button>
    return <EmptyState title={t('missing.title')} text={t('missing.text')} action={retry} />
  }
  return (
    <div className={classes['frame']} aria-busy={state === 'loading'}>
      <div ref={container} className={classes['map']} />
      <div className={classes['middle']} aria-hidden />
      <ActionIcon.Group orientation="vertical" className={classes['controls']}>
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
      <VisuallyHidden id={hint}>{t('keys')}</VisuallyHidden>
      <div className={classes['sources']}>{styleUrl === null ? t('sources') : sources}</div>
      {state === 'loading' && (
        <div className={classes['waiting']}>
          <Loader type="dots" aria-hidden />
          <VisuallyHidden>{t('loading')}</VisuallyHidden>
        </div>
      )}
      {target !== null && card !== undefined && (
        <output ref={placed.card} className={classes['card']} style={placed.place}>
          {card(target)}
        </output>
      )}
    </div>
  )
}
