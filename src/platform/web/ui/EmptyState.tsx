import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './states.module.css'

type Props = {
  /** What is (not) here, as a sentence. */
  title: string
  /** What that means and what to do next. */
  text?: ReactNode
  icon?: ReactNode
  /** The one next action; buttons or links. */
  action?: ReactNode
}

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, text, icon, action }: Props) {
  return (
    <Stack className={classes['state']} align="center" gap="xs">
      {icon !== undefined && (
        <div className={classes['icon']} aria-hidden>
          {icon}
        </div>
      )}
      <Title order={2}>{title}</Title>
      {text !== undefined && (
        <Text c="dimmed" maw="26rem">
          {text}
        </Text>
      )}
      {action !== undefined && <div className={classes['action']}>{action}</div>}
    </Stack>
  )
}
