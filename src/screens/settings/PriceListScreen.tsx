import { Button, Menu, Stack } from '@mantine/core'
import { IconDots, IconPackage, IconPencil } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { type PriceSearch, priceSearch } from '../../sales/price-search.ts'
import { PriceFilters } from '../../sales/web/prices/PriceFilters.tsx'
import { PriceListForm } from '../../sales/web/prices/PriceListForm.tsx'
import { PriceRows } from '../../sales/web/prices/PriceRows.tsx'
import { type PriceList, usePriceListWords } from '../../sales/web/prices/usePriceListWords.ts'
import { useRefreshPrices } from '../../sales/web/prices/useRefreshPrices.ts'
import { paths } from '../paths.ts'

/** The prices of one list, changed where they stand. */
export function PriceListScreen() {
  const may = useMay()
  return may('customers.read') ? <ReadList /> : <Forbidden />
}

function ReadList() {
  const { listId } = useParams({ from: '/frame/settings/prices/$listId' })
  const search = useSearch({ from: '/frame/settings/prices/$listId' })
  const query = api.useQuery(
    'get',
    '/api/price-lists/{id}/prices',
    { params: { path: { id: listId }, query: { ...search, size: 50 } } },
    { placeholderData: (before) => before },
  )
  return <Loaded query={query}>{(page) => <ListPage page={page} search={search} />}</Loaded>
}

function ListPage({ page, search }: { page: components['schemas']['PricePage']; search: PriceSearch }) {
  const { t } = useTranslation(['prices', 'company', 'shell'])
  const navigate = useNavigate()
  const may = useMay()
  const { today } = useFormats()
  const { whomOf, whenOf } = usePriceListWords()
  const { list } = page
  const go = (part: Record<string, unknown>) =>
    void navigate({
      to: paths.priceList,
      params: { listId: list.id },
      search: priceSearch({ ...search, page: 1, ...part }),
      replace: true,
    })
  return (
    <>
      <PageHeader
        title={list.name}
        crumbs={[
          { label: t('company:title'), to: paths.settings },
          { label: t('title'), to: paths.priceLists },
        ]}
        subtitle={[list.code, list.currency, whomOf(list), whenOf(list)].filter(Boolean).join(' · ')}
        actions={may('prices.change') && <ListActions list={list} />}
      />
      <Stack>
        <PriceFilters search={search} today={today} onChange={go} />
        {page.rows.length === 0 ? (
          <EmptyState icon={<IconPackage stroke={1.6} />} title={t('noProduct')} text={t('noProductText')} />
        ) : (
          <PriceRows page={page} mayChange={may('prices.change')} onPage={(number) => go({ page: number })} />
        )}
      </Stack>
    </>
  )
}

function ListActions({ list }: { list: PriceList }) {
  const { t } = useTranslation('prices')
  const navigate = useNavigate()
  const refresh = useRefreshPrices()
  const [editing, setEditing] = useState(false)
  const remove = api.useMutation('delete', '/api/price-lists/{id}', {
    onSuccess: async () => {
      say(t('removed', { name: list.name }))
      await navigate({ to: paths.priceLists })
      await refresh()
    },
    onError: sayProblem,
  })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => setEditing(true)}
      >
        {t('edit')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px="xs" aria-label={t('more')}>
            <IconDots size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" onClick={() => remove.mutate({ params: { path: { id: list.id } } })}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && <PriceListForm list={list} onClose={() => setEditing(false)} />}
    </>
  )
}
