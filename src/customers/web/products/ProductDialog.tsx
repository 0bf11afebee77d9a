import { Autocomplete, SimpleGrid, Switch, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import { minorUnits, typedAmount } from '../../../values/typed-amount.ts'
import type { Product } from './ProductList.tsx'

type Props = { product: Product | null; categories: readonly string[]; onClose: () => void }

/** Adds a product or changes it; one that is no longer sold is marked and stays in the history. */
export function ProductDialog({ product, categories, onClose }: Props) {
  const { t } = useTranslation('products')
  const { company } = useMe()
  const { decimalMark } = useFormats()
  const queries = useQueryClient()
  const currency = product?.price?.currency ?? company.currency
  const digits = minorDigits(currency as Currency)
  const [texts, setTexts] = useState({
    code: product?.code ?? '',
    name: product?.name ?? '',
    category: product?.category ?? '',
    unit: product?.unit ?? '',
    price: product?.price == null ? '' : typedAmount(product.price.minor, digits, decimalMark),
  })
  const [discontinued, setDiscontinued] = useState(product?.discontinued ?? false)
  const saved = {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/products'] })
      say(t('saved', { name: texts.name }))
      onClose()
    },
  }
  const add = api.useMutation('post', '/api/products', saved)
  const change = api.useMutation('patch', '/api/products/{id}', saved)
  const { code, name, category, unit, price } = texts
  const minor = price.trim() === '' ? null : minorUnits(price, digits, decimalMark)
  const wrongPrice = price.trim() !== '' && minor === null
  const set = (part: Partial<typeof texts>) => setTexts({ ...texts, ...part })
  function save() {
    const body = {
      code: code.trim(),
      name: name.trim(),
      category: category.trim() || null,
      unit: unit.trim() || null,
      price: minor === null ? null : { minor, currency },
      discontinued,
    }
    if (product === null) add.mutate({ body })
    else change.mutate({ params: { path: { id: product.id } }, body: { ...body, version: product.version } })
  }
  return (
    <FormModal
      title={product === null ? t('add') : t('change', { name: product.name })}
      onClose={onClose}
      button={t('save')}
      onSubmit={save}
      isReady={!wrongPrice}
      isPending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      of="products"
      size="lg"
    >
      <TextInput
        label={t('field.name')}
        value={name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        required
        withAsterisk={false}
        maxLength={300}
        data-autofocus
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('field.code')}
          description={t('codeText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={code}
          onChange={(event) => set({ code: event.currentTarget.value })}
          required
          withAsterisk={false}
          maxLength={60}
        />
        <Autocomplete
          label={t('field.category')}
          data={categories.filter((one) => one !== '')}
          value={category}
          onChange={(value) => set({ category: value })}
          maxLength={120}
        />
        <TextInput
          label={t('field.unit')}
          placeholder={t('unitExample')}
          value={unit}
          onChange={(event) => set({ unit: event.currentTarget.value })}
          maxLength={60}
        />
        <TextInput
          label={t('priceIn', { currency })}
          value={price}
          inputMode={digits === 0 ? 'numeric' : 'decimal'}
          onChange={(event) => set({ price: event.currentTarget.value })}
          error={wrongPrice ? t('wrongPrice', { digits }) : undefined}
        />
      </SimpleGrid>
      <Switch
        label={t('discontinuedLabel')}
        description={t('discontinuedText')}
        checked={discontinued}
        onChange={(event) => setDiscontinued(event.currentTarget.checked)}
      />
    </FormModal>
  )
}
