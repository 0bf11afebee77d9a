import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'

type Props = {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  known?: { id: string; name: string } | null
}

/** Finds a customer by typing; before anything is typed, the first ones of one's own. */
export function FindCustomer({ label, value, onChange, known = null }: Props) {
  const { t } = useTranslation('visits')
  const [typed, setTyped] = useState(known?.name ?? '')
  const [chosen, setChosen] = useState(known)
  const [wanted] = useDebouncedValue(typed.trim() === chosen?.name ? '' : typed.trim(), 200)
  const found =
    api.useQuery(
      'get',
      '/api/customers',
      { params: { query: { size: 20, ...(wanted.length > 1 ? { q: wanted } : {}) } } },
      { placeholderData: (before) => before },
    ).data?.rows ?? []
  const others = found.filter(({ id }) => id !== chosen?.id)
  const data = [
    ...(chosen === null ? [] : [{ value: chosen.id, label: chosen.name }]),
    ...others.map(({ id, name, city }) => ({ value: id, label: [name, city].filter(Boolean).join(' · ') })),
  ]
  return (
    <Select
      label={label}
      required
      withAsterisk={false}
      searchable
      nothingFoundMessage={t('plan.nobodyFound')}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={data}
      value={value}
      allowDeselect={false}
      onChange={(id, option) => {
        setChosen(id === null ? null : { id, name: option?.label ?? '' })
        onChange(id)
      }}
    />
  )
}
