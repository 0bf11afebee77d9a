import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'

type Props = { value: string | null; onChange: (id: string | null) => void }

/** Finds a customer by a part of name or code, for whoever records its money. */
export function CustomerField({ value, onChange }: Props) {
  const { t } = useTranslation('money')
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.split(' · ')[0] ?? '', 200)
  const rows =
    api.useQuery(
      'get',
      '/api/receivables/customers',
      { params: { query: { q } } },
      { placeholderData: (before) => before },
    ).data?.rows ?? []
  return (
    <Select
      label={t('customer')}
      placeholder={t('findCustomer')}
      searchable
      required
      withAsterisk={false}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('noCustomer')}
      data={rows.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))}
      value={value}
      onChange={onChange}
      data-autofocus
    />
  )
}
