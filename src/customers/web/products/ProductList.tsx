import { Badge, Group, Text, UnstyledButton } from '@mantine/core'
import { DataTable, type DataTableColumn } from 'mantine-datatable'
import 'mantine-datatable/styles.css'
import { useTranslation } from 'react-i18next'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import classes from './products.module.css'

export type Product = components['schemas']['Product']
type Props = {
  page: components['schemas']['ProductPage']
  isWide: boolean
  onPage: (page: number) => void
  /** Absent for those who may not change products. */
  onChange: ((product: Product) => void) | undefined
}

/** The products, a page at a time: a table where there is room, lines on a phone. */
export function ProductList(props: Props) {
  return props.isWide ? <ProductTable {...props} /> : <ProductLines {...props} />
}

function Name({ product, onChange }: { product: Product; onChange: Props['onChange'] }) {
  const { t } = useTranslation('products')
  return (
    <Group gap="xs">
      {onChange === undefined ? (
        <span>{product.name}</span>
      ) : (
        <UnstyledButton className={classes['name'] ?? ''} onClick={() => onChange(product)}>
          {product.name}
        </UnstyledButton>
      )}
      {product.discontinued && (
        <Badge variant="light" color="gray" size="sm">
          {t('discontinued')}
        </Badge>
      )}
    </Group>
  )
}

type Words = {
  t: (key: never) => string
  formats: ReturnType<typeof useFormats>
  onChange: Props['onChange']
}

function columnsOf({ t, formats: { money, number }, onChange }: Words): DataTableColumn<Product>[] {
  const title = (name: string) => t(`field.${name}` as never)
  return [
    { accessor: 'code', title: title('code'), width: 140 },
    {
      accessor: 'name',
      title: title('name'),
      render: (product) => <Name product={product} onChange={onChange} />,
    },
    { accessor: 'category', title: title('category'), width: 180 },
    { accessor: 'unit', title: title('unit'), width: 160 },
    {
      accessor: 'price',
      title: title('price'),
      width: 130,
      textAlign: 'right',
      render: ({ price }) => (price === null ? '' : money(price.minor, price.currency)),
    },
    {
      accessor: 'outlets',
      title: title('outlets'),
      width: 120,
      textAlign: 'right',
      render: ({ outlets }) => number(outlets),
    },
  ]
}

function ProductTable({ page, onPage, onChange }: Props) {
  const { t } = useTranslation(['products', 'customers'])
  const formats = useFormats()
  const { number } = formats
  return (
    <DataTable<Product>
      records={page.rows}
      withTableBorder
      borderRadius="md"
      verticalSpacing={6}
      highlightOnHover
      columns={columnsOf({ t, formats, onChange })}
      totalRecords={page.total}
      recordsPerPage={page.size}
      page={page.page}
      onPageChange={onPage}
      paginationText={({ from, to, totalRecords }) =>
        t('customers:pageOf', { from: number(from), to: number(to), total: number(totalRecords) })
      }
      getPaginationControlProps={(control) => ({ 'aria-label': t(`customers:page.${control}`) })}
    />
  )
}

function ProductLines({ page, onPage, onChange }: Props) {
  const { t } = useTranslation('products')
  const { money } = useFormats()
  const shown = page.page * page.size
  return (
    <>
      <Lines label={t('title')}>
        {page.rows.map((product) => (
          <Line
            key={product.id}
            title={<Name product={product} onChange={onChange} />}
            detail={[product.code, product.category, product.unit].filter(Boolean).join(' · ')}
            action={
              product.price !== null && (
                <Text className={classes['price'] ?? ''}>
                  {money(product.price.minor, product.price.currency)}
                </Text>
              )
            }
          />
        ))}
      </Lines>
      <Turn page={page.page} isLast={shown >= page.total} onPage={onPage} />
    </>
  )
}

function Turn({ page, isLast, onPage }: { page: number; isLast: boolean; onPage: Props['onPage'] }) {
  const { t } = useTranslation('customers')
  if (page === 1 && isLast) return null
  return (
    <Group justify="space-between">
      <UnstyledButton
        className={classes['turn'] ?? ''}
        disabled={page === 1}
        onClick={() => onPage(page - 1)}
      >
        {t('page.previous')}
      </UnstyledButton>
      <UnstyledButton className={classes['turn'] ?? ''} disabled={isLast} onClick={() => onPage(page + 1)}>
        {t('page.next')}
      </UnstyledButton>
    </Group>
  )
}
