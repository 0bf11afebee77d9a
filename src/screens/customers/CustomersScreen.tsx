import { Group, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconAddressBook } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BulkBar } from '../../customers/web/list/BulkBar.tsx'
import { FilterBar } from '../../customers/web/list/FilterBar.tsx'
import { FilterSheet } from '../../customers/web/list/FilterSheet.tsx'
import { useChosen } from '../../customers/web/list/selection.ts'
import { useColumns } from '../../customers/web/list/useColumns.ts'
import { useCustomerList, useFacets } from '../../customers/web/list/useCustomerList.ts'
import { useSentence } from '../../customers/web/list/useSentence.ts'
import { type ListSearch, isFiltered } from '../../customers/list-search.ts'
import { keepChosen } from '../../ownership/web/transfer/chosen.ts'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'
import { CustomerListView } from './CustomerListView.tsx'
import { CustomerMapView } from './CustomerMapView.tsx'
import { NewCustomers } from './NewCustomers.tsx'
import { ShowAs } from './ShowAs.tsx'

/** Who they are and who serves them: list and map of the same selection. */
export function CustomersScreen() {
  const may = useMay()
  return may('customers.read') ? <Customers /> : <Forbidden />
}

function Customers() {
  const { t } = useTranslation('customers')
  const { number } = useFormats()
  const search = useSearch({ from: '/frame/customers' })
  const navigate = useNavigate()
  const change = (next: ListSearch) => void navigate({ to: paths.customers, search: next, replace: true })
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false }) ?? true
  const list = useCustomerList(search)
  const facets = useFacets(search)
  const total = list.data?.total
  const [columns, setColumns] = useColumns()
  const [chosen, choose] = useChosen(search)
  const sentence = useSentence(search, facets, total ?? 0)
  if (total === 0 && !isFiltered(search)) return <NobodyYet />
  return (
    <Stack gap="sm">
      <PageHeader
        title={t('title')}
        subtitle={
          <span aria-live="polite">
            {total === undefined ? ' ' : t('counted', { shown: number(total), sentence })}
          </span>
        }
        actions={<NewCustomers />}
      />
      {isWide ? (
        <FilterBar search={search} facets={facets} onChange={change} />
      ) : (
        <FilterSheet search={search} facets={facets} total={total} onChange={change} />
      )}
      <ShowAs search={search} onChange={change} isWide={isWide} columns={columns} onColumns={setColumns} />
      {search.shows === 'map' ? (
        <CustomerMapView search={search} onChange={change} />
      ) : (
        <CustomerListView
          list={list}
          search={search}
          onChange={change}
          isWide={isWide}
          columns={columns}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      <BulkBar
        chosen={chosen}
        total={total ?? 0}
        search={search}
        onChoose={choose}
        handOver={(selection, count) => {
          keepChosen({ selection, count })
          void navigate({ to: paths.newTransfer, search: { chosen: true } })
        }}
      />
    </Stack>
  )
}

/** The first thing a new company sees here: how to bring what it has. */
function NobodyYet() {
  const { t } = useTranslation('customers')
  const may = useMay()
  const brings = may('customers.import')
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState
        icon={<IconAddressBook stroke={1.6} />}
        title={t('empty.title')}
        text={t(brings ? 'empty.text' : may('customers.register') ? 'empty.byHand' : 'empty.wait')}
        action={
          <Group gap="xs">
            {brings && (
              <ButtonLink to={paths.imports} variant="default">
                {t('empty.import')}
              </ButtonLink>
            )}
            <NewCustomers />
          </Group>
        }
      />
    </>
  )
}
