import { Group, Paper, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

type Props = {
  title: string
  action?: ReactNode
  children: ReactNode
  /** Its place among the others on a phone, where all stand below each other. */
  order?: number
}

/** A part of a page with its title and at most one action. */
export function Panel({ title, action, children, order }: Props) {
  const id = useId()
  return (
    <Paper p="md" component="section" aria-labelledby={id} style={{ order }}>
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
