import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import type { Complaint } from './types.ts'
import { useRefreshComplaints } from './useRefreshComplaints.ts'

type Props = { complaint: Complaint; onResolve: () => void; onPassOn: () => void }

/** What may be done with a complaint now: answering it first, the rest behind a menu. */
export function ComplaintMenu({ complaint: { id, version, may }, onResolve, onPassOn }: Props) {
  const { t } = useTranslation('service')
  const refresh = useRefreshComplaints()
  const reopen = api.useMutation('post', '/api/complaints/{id}/reopen', {
    onSuccess: async () => {
      await refresh()
      say(t('reopened'))
    },
    onError: sayProblem,
  })
  if (may.includes('reopen')) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ params: { path: { id } }, body: { version } })}
      >
        {t('reopen')}
      </Button>
    )
  }
  if (!may.includes('resolve')) return null
  return (
    <Group gap={4} wrap="nowrap">
      <Button size="compact-sm" variant="light" onClick={onResolve}>
        {t('resolve.open')}
      </Button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('more')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onPassOn}>{t('passOn.open')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
