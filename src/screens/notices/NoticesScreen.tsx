import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconBell, IconChecks } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticesByDay } from '../../notices/web/NoticesByDay.tsx'
import { markRead } from '../../notices/web/useNotices.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'

const route = getRouteApi('/frame/notices')

/** What others did that concerns me, the newest first. */
export function NoticesScreen() {
  const { t } = useTranslation('notices')
  const { unread: unreadOnly } = route.useSearch()
  const navigate = route.useNavigate()
  const [before, setBefore] = useState<string | null>(null)
  const query = api.useQuery('get', '/api/notices', {
    params: {
      query: {
        ...(unreadOnly === true ? { unread: 'true' as const } : {}),
        ...(before === null ? {} : { before }),
      },
    },
  })
  const newest = query.data?.notices[0]?.id
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('text')}
        actions={
          newest !== undefined && query.data !== undefined && query.data.unread > 0 ? (
            <Button
              variant="default"
              leftSection={<IconChecks size={16} />}
              onClick={() => void markRead({ upTo: newest })}
            >
              {t('markAll')}
            </Button>
          ) : undefined
        }
      />
      <SegmentedControl
        mb="md"
        aria-label={t('show.label')}
        data={(['all', 'unread'] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
        value={unreadOnly === true ? 'unread' : 'all'}
        onChange={(value) => {
          setBefore(null)
          void navigate({ search: value === 'unread' ? { unread: true } : {} })
        }}
      />
      <Loaded query={query}>
        {({ notices, next }) =>
          notices.length === 0 ? (
            <EmptyState
              icon={<IconBell />}
              title={t(unreadOnly === true ? 'allRead.title' : 'none.title')}
              text={t(unreadOnly === true ? 'allRead.text' : 'none.text')}
            />
          ) : (
            <>
              <NoticesByDay notices={notices} />
              {next !== null && (
                <Group mt="md">
                  <Button variant="default" onClick={() => setBefore(next)}>
                    {t('older')}
                  </Button>
                </Group>
              )}
            </>
          )
        }
      </Loaded>
    </>
  )
}
