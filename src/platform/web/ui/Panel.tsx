import { Group, Paper, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

type Props = {
  title: string
  action?: ReactNode
  children: ReactNode
}

/** A part of a page with its title and at most one action. */
export function Panel({ title, action, children }: Props) {
  const id = useId()
  return (
    <Paper p="md" component="section" aria-labelledby={id}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Paper>
  )
}
