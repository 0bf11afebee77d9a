import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import type { StockLine } from './useStockWords.ts'

type Props = { known: readonly string[]; onAdd: (line: StockLine) => void }

/** A product that the outlet has although it isn't among those it carries. */
export function AddToCount({ known, onAdd }: Props) {
  const { t } = useTranslation(['stock', 'customers'])
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed.trim(), 200)
  const found = api.useQuery(
    'get',
    '/api/products',
    { params: { query: { size: 20, ...(wanted === '' ? {} : { q: wanted }) } } },
    { placeholderData: (before) => before },
  ).data
  const rows = (found?.rows ?? []).filter(({ id }) => !known.includes(id))
  return (
    <Select
      label={t('addProduct')}
      size="md"
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('customers:filterNothing')}
      data={rows.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))}
      filter={({ options }) => options}
      value={null}
      onChange={(chosen) => {
        const product = rows.find(({ id }) => id === chosen)
        setTyped('')
        if (product === undefined) return
        const { id, code, name, unit } = product
        const unknown = { counted: null, sellOut: null, daysOfStock: null, since: 0 }
        onAdd({ product: { id, code, name, unit }, carried: false, ...unknown })
      }}
    />
  )
}
