import { Button, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPackage, IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { productQuery, productSearch, type ProductSearch } from '../../customers/product-search.ts'
import { ProductDialog } from '../../customers/web/products/ProductDialog.tsx'
import { ProductFilters } from '../../customers/web/products/ProductFilters.tsx'
import { type Product, ProductList } from '../../customers/web/products/ProductList.tsx'
import { ExportMenu } from '../../imports/web/ExportMenu.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { paths } from '../paths.ts'

/** What we sell: found by name or code, added, changed, no longer sold. */
export function ProductsScreen() {
  const { t } = useTranslation(['products', 'customers', 'company'])
  const { number } = useFormats()
  const may = useMay()
  const navigate = useNavigate()
  const search = productSearch(useSearch({ strict: false }))
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false }) ?? true
  const [edited, setEdited] = useState<Product | 'new' | null>(null)
  const go = (next: ProductSearch) => void navigate({ to: paths.products, search: next, replace: true })
  const query = api.useQuery(
    'get',
    '/api/products',
    { params: { query: productQuery(search, 50) } },
    { placeholderData: (before) => before },
  )
  const categories = query.data?.categories ?? []
  const isFiltered = Object.keys(search).length > 0
  const mayChange = may('products.change')
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: t('company:title'), to: paths.settings }]}
        subtitle={
          query.data === undefined
            ? '\u00A0'
            : t('count', { count: query.data.total, products: number(query.data.total) })
        }
        actions={
          <>
            {may('customers.export') && <ExportMenu entity="products" />}
            {mayChange && (
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        <ProductFilters search={search} categories={categories} onChange={go} />
        <Loaded query={query}>
          {(page) =>
            page.rows.length === 0 ? (
              <EmptyState
                icon={<IconPackage stroke={1.6} />}
                title={t(isFiltered ? 'noneFound' : 'none')}
                text={t(isFiltered ? 'noneFoundText' : 'noneText')}
              />
            ) : (
              <ProductList
                page={page}
                isWide={isWide}
                onPage={(number_) => go({ ...search, page: number_ })}
                onChange={mayChange ? setEdited : undefined}
              />
            )
          }
        </Loaded>
      </Stack>
      {edited !== null && (
        <ProductDialog
          product={edited === 'new' ? null : edited}
          categories={categories.map(({ value }) => value)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}
