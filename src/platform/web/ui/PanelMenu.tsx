import { Button, Menu, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export type PanelChoice = {
  readonly name: string
  readonly label: string
  readonly press: () => void
  /** Why it can't be done now; said below it, and it can't be pressed. */
  readonly whyNot?: string | null
}

type Props = { label: string; icon: ReactNode; choices: readonly PanelChoice[] }

/** What can be done in a panel, beside its title; nothing while there is nothing. */
export function PanelMenu({ label, icon, choices }: Props) {
  if (choices.length === 0) return null
  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" flex="none" leftSection={icon}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ name, label: words, press, whyNot = null }) => (
          <Menu.Item key={name} onClick={press} disabled={whyNot !== null}>
            {words}
            {whyNot !== null && (
              <Text size="xs" style={{ whiteSpace: 'normal' }}>
                {whyNot}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
