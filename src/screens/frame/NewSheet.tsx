import { Drawer, NavLink } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NewThing } from './new-things.ts'

type Props = { things: readonly NewThing[]; opened: boolean; close: () => void }

/** What the ＋ offers, from below. */
export function NewSheet({ things, opened, close }: Props) {
  const { t } = useTranslation('shell')
  return (
    <Drawer opened={opened} onClose={close} position="bottom" size="auto" title={t('new.label')} radius="md">
      {things.map(({ name, to, icon: Icon }) => (
        <NavLink
          key={name}
          component={Link}
          to={to}
          onClick={close}
          label={t(`new.${name}`)}
          leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
        />
      ))}
    </Drawer>
  )
}
