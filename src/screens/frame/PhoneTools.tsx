import { ActionIcon, Group, VisuallyHidden } from '@mantine/core'
import { IconBell, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { UnreadBadge } from '../../notices/web/UnreadBadge.tsx'
import { paths } from '../paths.ts'
import { openPalette } from './overlay.ts'

/** What the rail has and the bar of a phone has no room for: finding anything, and the bell; beside every title. */
export function PhoneTools() {
  const { t } = useTranslation('shell')
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon variant="default" aria-label={t('palette.label')} onClick={openPalette}>
        <IconSearch size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon component={Link} to={paths.notices} variant="default" pos="relative">
        <IconBell size={20} stroke={1.6} aria-hidden />
        <VisuallyHidden>{t('places.notices')}</VisuallyHidden>
        <UnreadBadge />
      </ActionIcon>
    </Group>
  )
}
