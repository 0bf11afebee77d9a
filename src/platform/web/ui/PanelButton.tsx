import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

/** The one action of a panel. */
export function PanelButton({
  icon,
  children,
  onClick,
  pressed,
}: {
  icon?: ReactNode
  children: ReactNode
  onClick: () => void
  /** For an action that is on or off. */
  pressed?: boolean
}) {
  return (
    <Button
      size="compact-sm"
      variant={pressed === true ? 'light' : 'subtle'}
      flex="none"
      leftSection={icon}
      onClick={onClick}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      {children}
    </Button>
  )
}
