import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'

/** Whose order it is: found by a part of the name or code. */
export function CustomerField({ onChange }: { onChange: (id: string) => void }) {
  const { t } = useTranslation(['sales', 'customers'])
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed.trim(), 200)
  const rows =
    api.useQuery(
      'get',
      '/api/customers',
      { params: { query: { size: 20, ...(wanted === '' ? {} : { q: wanted }) } } },
      { placeholderData: (before) => before },
    ).data?.rows ?? []
  return (
    <Select
      label={t('customer')}
      size="md"
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('customers:filterNothing')}
      data={rows.map(({ id, name, city, code }) => ({
        value: id,
        label: [name, city, code].filter(Boolean).join(' · '),
      }))}
      filter={({ options }) => options}
      value={null}
      onChange={(id) => id !== null && onChange(id)}
      data-autofocus
      maw="32rem"
    />
  )
}
