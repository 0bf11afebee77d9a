import { Button, SegmentedControl, Stack } from '@mantine/core'
import { IconMoodSmile } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { request } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { ErrorState } from '../../platform/web/ui/ErrorState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { LoadingState } from '../../platform/web/ui/LoadingState.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { type ComplaintSearch, complaintSearch, complaintViews, queryOf } from '../../service/search.ts'
import { ComplaintLine } from '../../service/web/ComplaintLine.tsx'
import { customerPath, paths } from '../paths.ts'

/** Complaints of all customers: which wait for whom, the most overdue first (rule 8.2). */
export function ComplaintsScreen() {
  const { t } = useTranslation('service')
  const may = useMay()
  const search = useSearch({ from: '/frame/complaints' })
  const navigate = useNavigate()
  if (!may('customers.read')) return <Forbidden />
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Stack gap="md" maw="60rem">
        <SegmentedControl
          aria-label={t('show')}
          value={search.view ?? 'open'}
          onChange={(view) => void navigate({ to: paths.complaints, search: complaintSearch({ view }) })}
          data={complaintViews.map((value) => ({ value, label: t(`view.${value}`) }))}
          style={{ alignSelf: 'start' }}
        />
        <Complaints search={search} />
      </Stack>
    </>
  )
}

function Complaints({ search }: { search: ComplaintSearch }) {
  const { t } = useTranslation('service')
  const query = useComplaints(search)
  if (query.isPending) return <LoadingState rows={4} height={72} />
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  const complaints = query.data.pages.flatMap((page) => page.complaints)
  if (complaints.length === 0)
    return <EmptyState icon={<IconMoodSmile />} title={t('none.title')} text={t('none.text')} />
  return (
    <>
      <Lines label={t('title')}>
        {complaints.map((one) => (
          <ComplaintLine
            key={one.id}
            complaint={one}
            customer={
              one.customer.name === null ? (
                t('notOpenToYou')
              ) : (
                <TextLink to={customerPath(one.customer.id)}>{one.customer.name}</TextLink>
              )
            }
          />
        ))}
      </Lines>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('next')}
        </Button>
      )}
    </>
  )
}

function useComplaints(search: ComplaintSearch) {
  const { person } = useMe()
  return useInfiniteQuery({
    queryKey: ['get', '/api/complaints', 'pages', search],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const after = pageParam === undefined ? {} : { after: pageParam }
      const { data, error } = await request.GET('/api/complaints', {
        params: { query: { ...queryOf(search, person.id), ...after } },
      })
      if (data === undefined) throw error
      return data
    },
    getNextPageParam: (page) => page.next ?? undefined,
  })
}
