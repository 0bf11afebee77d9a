import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import type { Customer } from './customer.ts'

type Props = {
  label: string
  value?: string
  onChange?: (value: string) => void
  of?: Customer
}

/** The chain that an outlet belongs to, found by typing. */
export function ParentSelect({ value = '', onChange, of, ...rest }: Props) {
  const { t } = useTranslation('customers')
  const own = of?.parent ?? null
  const [typed, setTyped] = useState(own?.name ?? '')
  const [chosen, setChosen] = useState(own)
  const [wanted] = useDebouncedValue(typed.trim(), 200)
  const isAsked = wanted.length > 1 && wanted !== chosen?.name
  const found =
    api.useQuery(
      'get',
      '/api/customers',
      { params: { query: { q: wanted, size: 20 } } },
      { enabled: isAsked, placeholderData: (before) => before },
    ).data?.rows ?? []
  const others = found.filter(({ id }) => id !== of?.id && id !== chosen?.id)
  const data = [...(chosen === null ? [] : [chosen]), ...others].map(({ id, name }) => ({
    value: id,
    label: name,
  }))
  return (
    <Select
      {...rest}
      searchable
      clearable
      placeholder={t('parentFind')}
      nothingFoundMessage={isAsked ? t('filterNothing') : t('parentFind')}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={data}
      value={value === '' ? null : value}
      onChange={(id, option) => {
        setChosen(id === null ? null : { id, name: option?.label ?? '' })
        onChange?.(id ?? '')
      }}
    />
  )
}
