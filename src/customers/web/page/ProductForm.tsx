import { Button, Group, Modal, NumberInput, Select, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import type { Customer } from './customer.ts'

type Carried = Customer['products'][number]
type Props = { customer: Customer; product: Carried | null; onClose: () => void }

/** Which product the outlet carries, how much of it and how many facings. */
export function ProductForm({ customer, product, onClose }: Props) {
  const { t } = useTranslation('customer')
  const refresh = useRefreshCustomers()
  const [productId, setProductId] = useState(product?.productId ?? null)
  const [quantity, setQuantity] = useState<string | number>(product?.quantity ?? '')
  const [facings, setFacings] = useState<string | number>(product?.facings ?? '')
  const carry = api.useMutation('put', '/api/customers/{id}/products/{productId}', {
    onSuccess: async () => {
      await refresh()
      onClose()
    },
    onError: sayProblem,
  })
  const save = () => {
    if (productId === null) return
    carry.mutate({
      params: { path: { id: customer.id, productId } },
      body: { quantity: countOf(quantity), facings: countOf(facings) },
    })
  }
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={product?.name ?? t('products.add')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack>
          {product === null && <ProductSelect value={productId} onChange={setProductId} />}
          <Group grow>
            <NumberInput
              label={t('field.quantity')}
              min={0}
              allowDecimal={false}
              value={quantity}
              onChange={setQuantity}
              {...(product === null ? {} : { 'data-autofocus': true })}
            />
            <NumberInput
              label={t('field.facings')}
              min={0}
              allowDecimal={false}
              value={facings}
              onChange={setFacings}
            />
          </Group>
          <Button type="submit" disabled={productId === null} loading={carry.isPending}>
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** What a number field holds; empty is not known, which isn't none. */
function countOf(typed: string | number): number | null {
  return typed === '' ? null : Number(typed)
}

type SelectProps = { value: string | null; onChange: (id: string | null) => void }

function ProductSelect({ value, onChange }: SelectProps) {
  const { t } = useTranslation('customer')
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(value === null ? typed.trim() : '', 200)
  const found = api.useQuery(
    'get',
    '/api/products',
    { params: { query: { size: 50, ...(wanted === '' ? {} : { q: wanted }) } } },
    { placeholderData: (before) => before },
  ).data
  return (
    <Select
      label={t('products.which')}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('customers:filterNothing')}
      data={(found?.rows ?? []).map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      data-autofocus
    />
  )
}
