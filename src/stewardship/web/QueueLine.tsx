import { Badge, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { customerAddress } from './addresses.ts'
import classes from './QueueLine.module.css'
import type { Outlet } from './types.ts'

type Props = { mark?: ReactNode; title: ReactNode; detail: ReactNode; action: ReactNode; below?: ReactNode }

/** One thing to mend: what it is, what it means, and the one action beside it. */
export function QueueLine({ mark, title, detail, action, below }: Props) {
  return (
    <li className={classes['line']}>
      {mark}
      <div className={classes['words']}>
        <div className={classes['title']}>{title}</div>
        <Text component="div" size="sm" c="dimmed">
          {detail}
        </Text>
      </div>
      <div className={classes['action']}>{action}</div>
      {Boolean(below) && <div className={classes['below']}>{below}</div>}
    </li>
  )
}

/** A customer's name that leads to its page, with tier and town. */
export function OutletName({ outlet }: { outlet: Outlet }) {
  const { t } = useTranslation('stewardship')
  return (
    <Group gap={8} wrap="wrap" miw={0}>
      <TextLink to={customerAddress(outlet.id)} fw={600}>
        {outlet.name}
      </TextLink>
      {outlet.tier !== null && (
        <Badge size="sm" radius="sm" variant={outlet.tier === 'A' ? 'filled' : 'light'}>
          {t('tier', { tier: outlet.tier })}
        </Badge>
      )}
      <Text span size="sm" c="dimmed">
        {[outlet.code, outlet.city].filter(Boolean).join(' · ')}
      </Text>
    </Group>
  )
}
