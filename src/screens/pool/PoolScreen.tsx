import { Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { tierKeys } from '../../pool/rules.ts'
import { type PoolSearch, poolSearch } from '../../pool/search.ts'
import { PoolList } from '../../pool/web/PoolList.tsx'
import { ReturningList } from '../../pool/web/ReturningList.tsx'
import { customerPath, paths } from '../paths.ts'

/** Which customers have nobody, and which are about to: the pool as list or map, and what returns to it when. */
export function PoolScreen() {
  const may = useMay()
  return may('customers.pool') ? <Pool /> : <Forbidden />
}

function Pool() {
  const { t } = useTranslation(['pool', 'customers'])
  const search = useSearch({ from: '/frame/pool' })
  const navigate = useNavigate()
  const go = (part: Record<string, unknown>) =>
    void navigate({ to: paths.pool, search: poolSearch({ ...search, ...part }), replace: true })
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <SegmentedControl
            aria-label={t('views.label')}
            value={search.view ?? 'pool'}
            onChange={(view) => void navigate({ to: paths.pool, search: poolSearch({ view }) })}
            data={[
              { value: 'pool', label: t('views.pool') },
              { value: 'returning', label: t('views.returning') },
            ]}
          />
        }
      />
      {search.view === 'returning' ? (
        <ReturningList to={customerPath} />
      ) : (
        <>
          <Narrow search={search} onChange={(part) => go({ page: 1, ...part })} />
          <PoolList
            search={search}
            onChange={go}
            to={customerPath}
            onClaimed={(id) => void navigate({ to: customerPath(id) })}
          />
        </>
      )}
    </>
  )
}

type NarrowProps = { search: PoolSearch; onChange: (part: Record<string, unknown>) => void }

function Narrow({ search, onChange }: NarrowProps) {
  const { t } = useTranslation('pool')
  const look = useDebouncedCallback((q: string) => onChange({ q }), 250)
  return (
    <Group align="end" mb="md">
      <TextInput
        label={t('search')}
        defaultValue={search.q ?? ''}
        onChange={(event) => look(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        w={{ base: '100%', sm: 300 }}
        data-page-search
      />
      <Select
        label={t('tier')}
        placeholder={t('anyTier')}
        clearable
        clearButtonProps={{ 'aria-label': t('anyTier') }}
        value={search.tier ?? null}
        onChange={(tier) => onChange({ tier })}
        data={tierKeys.map((tier) => ({
          value: tier,
          label: tier === 'none' ? t('noTier') : t('tierIs', { tier }),
        }))}
        w={{ base: 'calc(50% - 0.5rem)', sm: 180 }}
      />
      <SegmentedControl
        aria-label={t('showAs')}
        value={search.shows ?? 'list'}
        onChange={(shows) => onChange({ shows })}
        data={[
          { value: 'list', label: t('asList') },
          { value: 'map', label: t('asMap') },
        ]}
      />
    </Group>
  )
}
