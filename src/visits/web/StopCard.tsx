import { ActionIcon, Menu, Text } from '@mantine/core'
import { IconCheck, IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { type DraftStop, putStop, removeStop, shiftStop } from '../plan-draft.ts'
import type { Outlet, To } from './planning-types.ts'
import type { WeekDraft } from './useWeekDraft.ts'
import classes from './week.module.css'

type Props = {
  stop: DraftStop
  outlet: Outlet
  number: number
  day: string
  week: WeekDraft
  mayPlan: boolean
  to: To
}

const keys = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'before', ArrowRight: 'after' } as const

/** One stop of a day: dragged, moved by keyboard (Alt and an arrow, Delete), or by its menu. */
export function StopCard({ stop, outlet, number, day, week, mayPlan, to }: Props) {
  const { t } = useTranslation('planning')
  const formats = useFormats()
  const { setDraft, open } = week
  const mayMove = mayPlan && !stop.made && open.includes(day)
  const shift = (way: 'up' | 'down' | 'before' | 'after') => setDraft((now) => shiftStop(now, outlet.id, way))
  const press = (event: KeyboardEvent) => {
    const way = event.altKey ? keys[event.key as keyof typeof keys] : undefined
    if (way === undefined && event.key !== 'Delete') return
    event.preventDefault()
    if (way === undefined) return setDraft((now) => removeStop(now, outlet.id))
    const next =
      way === 'before' ? open[open.indexOf(day) - 1] : way === 'after' ? open[open.indexOf(day) + 1] : day
    if (next === undefined) return
    shift(way)
    // The card is drawn anew in another day: the focus goes along.
    requestAnimationFrame(() => document.getElementById(`stop-${outlet.id}`)?.focus())
  }
  return (
    <li className={classes['stop']}>
      {mayMove ? (
        <button
          type="button"
          id={`stop-${outlet.id}`}
          className={classes['number']}
          draggable
          onDragStart={(event) => event.dataTransfer.setData('text/plain', outlet.id)}
          onKeyDown={press}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Delete"
          aria-label={t('stop.label', { number, name: outlet.name })}
        >
          {number}
        </button>
      ) : (
        <span className={classes['number']} data-made={stop.made || undefined} aria-hidden>
          {stop.made ? <IconCheck size={14} /> : number}
        </span>
      )}
      <span className={classes['words']}>
        <Text component={Link} to={to(outlet.id)} size="sm" fw={600} c="inherit">
          {outlet.name}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            outlet.tier,
            outlet.city,
            stop.made ? t('stop.made') : stop.visitId === null ? t('stop.new') : null,
            outlet.latitude === null ? t('stop.unplaced') : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </span>
      {mayMove && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" size="lg" aria-label={t('stop.actions', { name: outlet.name })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => shift('up')}>{t('stop.up')}</Menu.Item>
            <Menu.Item onClick={() => shift('down')}>{t('stop.down')}</Menu.Item>
            <Menu.Divider />
            {open
              .filter((other) => other !== day)
              .map((other) => (
                <Menu.Item key={other} onClick={() => setDraft((now) => putStop(now, stop, other))}>
                  {t('stop.moveTo', { day: formats.weekday(other) })}
                </Menu.Item>
              ))}
            <Menu.Divider />
            <Menu.Item onClick={() => setDraft((now) => removeStop(now, outlet.id))}>
              {t('stop.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
