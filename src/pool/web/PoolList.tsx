import { Alert, Pagination, Stack, Text } from '@mantine/core'
import { IconMoodEmpty } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { type PoolSearch, isNarrowed, queryOf, sizeOf } from '../search.ts'
import classes from './pool.module.css'
import { PoolItem } from './PoolItem.tsx'
import { PoolMap } from './PoolMap.tsx'
import type { PoolCustomer, PoolPage, To } from './types.ts'
import { useRefreshPool } from './useRefreshPool.ts'

type Props = {
  search: PoolSearch
  onChange: (part: Partial<PoolSearch>) => void
  to: To
  /** Called with the customer that is mine now. */
  onClaimed: (id: string) => void
}

/** The customers of the pool as a list or on the map, and claiming one. */
export function PoolList(props: Props) {
  const query = api.useQuery('get', '/api/pool', { params: { query: queryOf(props.search) } })
  return <Loaded query={query}>{(page) => <Page {...props} page={page} />}</Loaded>
}

function Page({ page, search, onChange, to, onClaimed }: Props & { page: PoolPage }) {
  const { t } = useTranslation('pool')
  const { number } = useFormats()
  const claim = useClaim(onClaimed)
  const { total, customers, claims } = page
  if (claims?.who === 'nobody') return <EmptyState title={t('closed.title')} text={t('closed.text')} />
  if (total === 0 && !isNarrowed(search))
    return <EmptyState icon={<IconMoodEmpty stroke={1.6} />} title={t('none.title')} text={t('none.text')} />
  const pages = Math.ceil(total / sizeOf(search))
  return (
    <Stack gap="sm">
      <Text size="sm" aria-live="polite">
        {total === 0 ? t('noneFound') : t('counted', { count: total, shown: number(total) })}
      </Text>
      {claims !== null && (
        <Text size="sm" c="dimmed">
          {claims.perDay !== null &&
            t('left', {
              count: Math.max(0, claims.perDay - claims.claimedToday),
              most: number(claims.perDay),
            })}{' '}
          {t('masked')}
        </Text>
      )}
      {claims?.cut === true && <Alert>{t('cut', { count: claims.seenToday })}</Alert>}
      {search.shows === 'map' ? (
        <PoolMap customers={customers} rounded={claims !== null}>
          {(customer) => <PoolItem customer={customer} to={to} claim={claim.of(customer)} />}
        </PoolMap>
      ) : (
        <ul className={classes['list']}>
          {customers.map((customer) => (
            <li key={customer.id}>
              <PoolItem customer={customer} to={to} claim={claim.of(customer)} />
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && (
        <Pagination
          total={pages}
          value={search.page ?? 1}
          onChange={(next) => onChange({ page: next })}
          aria-label={t('page.label')}
          getControlProps={(control) => ({ 'aria-label': t(`customers:page.${control}`) })}
          getItemProps={(item) => ({ 'aria-label': number(item) })}
        />
      )}
    </Stack>
  )
}

/** Claiming a customer: nothing is shown as mine before the company says so, because a colleague may be quicker. */
function useClaim(onClaimed: (id: string) => void) {
  const { t } = useTranslation('pool')
  const may = useMay()
  const refresh = useRefreshPool()
  const claim = api.useMutation('post', '/api/pool/{id}/claim', {
    onError: async (error) => {
      sayProblem(error)
      await refresh()
    },
  })
  return {
    of: ({ id, name }: PoolCustomer) =>
      may('customers.claim')
        ? {
            busy: claim.isPending && claim.variables.params.path.id === id,
            press: () =>
              claim.mutate(
                { params: { path: { id } } },
                {
                  onSuccess: () => {
                    say(t('claimed', { name }))
                    onClaimed(id)
                    void refresh()
                  },
                },
              ),
          }
        : null,
  }
}
