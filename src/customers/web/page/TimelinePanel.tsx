import { Button, Chip, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { ErrorState } from '../../../platform/web/ui/ErrorState.tsx'
import { LoadingState } from '../../../platform/web/ui/LoadingState.tsx'
import type { PanelProps } from './customer.ts'
import classes from './page.module.css'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { TimelineItem } from './TimelineItem.tsx'

type Kind = components['schemas']['TimelineEntry']['kind']
const kinds: readonly Kind[] = [
  'ownership',
  'visit',
  'order',
  'money',
  'promise',
  'complaint',
  'stock',
  'profile',
  'contact',
  'request',
  'product',
  'tier',
  'document',
]

/** One timeline of everything that happened with the customer, newest first (rule 1.1). */
export function TimelinePanel({ customer }: PanelProps) {
  // The sentences of other features too, before an entry needs them: a page that is there doesn't go away for a moment.
  const { t } = useTranslation(['customer', 'timeline'])
  const [kind, setKind] = useState<Kind[]>([])
  const query = useTimeline(customer.id, kind)
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Panel title={t('timeline.title')}>
      <Chip.Group multiple value={kind} onChange={(chosen) => setKind(chosen as Kind[])}>
        <fieldset className={classes['chips']} aria-label={t('timeline.show')}>
          {kinds.map((one) => (
            <Chip key={one} value={one} size="xs">
              {t(`timeline.kind.${one}`)}
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
      {query.isPending && <LoadingState rows={4} />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && entries.length === 0 && <Text c="dimmed">{t('timeline.nothing')}</Text>}
      <ol className={classes['timeline']}>
        {entries.map((entry) => (
          <TimelineItem key={`${entry.kind} ${entry.what} ${entry.id}`} entry={entry} customer={customer} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('timeline.more')}
        </Button>
      )}
    </Panel>
  )
}

function useTimeline(id: string, kind: readonly Kind[]) {
  return useInfiniteQuery({
    queryKey: ['get', '/api/customers/{id}/timeline', id, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const { data, error } = await request.GET('/api/customers/{id}/timeline', {
        params: {
          path: { id },
          query: {
            size: 20,
            ...(kind.length === 0 ? {} : { kind: [...kind, ...akin(kind)] }),
            ...(pageParam === undefined ? {} : { before: pageParam }),
          },
        },
      })
      if (data === undefined) throw error
      return data
    },
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
}

/** Imports and merges change profiles. */
function akin(kinds: readonly Kind[]): Kind[] {
  return kinds.includes('profile') ? ['import', 'merge'] : []
}
