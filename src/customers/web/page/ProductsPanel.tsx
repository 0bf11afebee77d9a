import { ActionIcon, Group, Text, UnstyledButton } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { offerUndo, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import type { Customer, PanelProps } from './customer.ts'
import classes from './page.module.css'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { PanelButton } from '../../../platform/web/ui/PanelButton.tsx'
import { ProductForm } from './ProductForm.tsx'

type Carried = Customer['products'][number]

/** The products the outlet carries: how much, how many facings (rule 1.1). */
export function ProductsPanel({ customer }: PanelProps) {
  const { t } = useTranslation('customer')
  const [edited, edit] = useState<Carried | 'new' | null>(null)
  const drop = useDrop(customer.id)
  return (
    <Panel
      title={t('products.title', { count: customer.products.length })}
      action={
        customer.may.change && (
          <PanelButton icon={<IconPlus size={14} aria-hidden />} onClick={() => edit('new')}>
            {t('products.add')}
          </PanelButton>
        )
      }
    >
      {customer.products.length === 0 && <Text c="dimmed">{t('products.none')}</Text>}
      <ul className={classes['shelf']}>
        {customer.products.map((product) => (
          <li key={product.productId}>
            <Group justify="space-between" wrap="nowrap" className={classes['line']}>
              {customer.may.change ? (
                <UnstyledButton onClick={() => edit(product)} className={classes['lineButton'] ?? ''}>
                  <ProductLines product={product} />
                </UnstyledButton>
              ) : (
                <div>
                  <ProductLines product={product} />
                </div>
              )}
              {customer.may.change && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('products.drop', { name: product.name })}
                  onClick={() => void drop(product)}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {edited !== null && (
        <ProductForm
          customer={customer}
          product={edited === 'new' ? null : edited}
          onClose={() => edit(null)}
        />
      )}
    </Panel>
  )
}

function ProductLines({ product }: { product: Carried }) {
  const { t } = useTranslation('customer')
  const { number } = useFormats()
  const { quantity, facings } = product
  return (
    <>
      <Text size="sm">{product.name}</Text>
      <Text size="xs" c="dimmed">
        {[
          product.category,
          quantity === null ? null : t('products.quantity', { count: quantity, shown: number(quantity) }),
          facings === null ? null : t('products.facings', { count: facings, shown: number(facings) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  )
}

/** Takes a product off the outlet's shelf, with the way back. */
function useDrop(id: string) {
  const { t } = useTranslation('customer')
  const refresh = useRefreshCustomers()
  return async ({ productId, name, quantity, facings }: Carried) => {
    const params = { path: { id, productId } }
    const { error } = await request.DELETE('/api/customers/{id}/products/{productId}', { params })
    if (error !== undefined) {
      sayProblem(error)
      return
    }
    await refresh()
    offerUndo(t('products.dropped', { name }), async () => {
      const again = await request.PUT('/api/customers/{id}/products/{productId}', {
        params,
        body: { quantity, facings },
      })
      if (again.error !== undefined) throw again.error
      await refresh()
    })
  }
}
